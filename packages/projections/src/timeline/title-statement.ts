import { attribute, names, shorten, type Titled } from './title-words.ts'

/** "Jane Doe warns Ruritania: “We will not wait.”", or, without a quotation, how the document tells it. */
export function titleOfStatement(event: Titled): string {
  const speaker = names(event, ['speaker']) || 'Somebody'
  const target = names(event, ['target'])
  const said = SAID[attribute(event, 'act') ?? ''] ?? SAID.comment
  const act = target && said.to ? `${said.to} ${target}` : said.alone
  const quote = longest(event.attributes['quote'])
  if (quote) return `${speaker} ${act}: “${shorten(quote, 90)}”`
  return event.told ? `${speaker} ${act}: ${shorten(event.told, 110)}` : `${speaker} ${act}`
}

interface Said {
  /** Followed by whom it is aimed at */
  to: string | null
  alone: string
}

const SAID: Readonly<Record<string, Said>> & { comment: Said } = {
  comment: { to: 'on', alone: 'comments' },
  accuse: { to: 'accuses', alone: 'makes accusations' },
  reject: { to: 'rejects the words of', alone: 'rejects criticism' },
  praise: { to: 'praises', alone: 'gives praise' },
  criticise: { to: 'criticises', alone: 'voices criticism' },
  urge: { to: 'urges', alone: 'makes an appeal' },
  announce: { to: null, alone: 'makes an announcement' },
  pledge: { to: null, alone: 'makes a pledge' },
  warn: { to: 'warns', alone: 'gives a warning' },
  concern: { to: 'is concerned about', alone: 'voices concern' },
}

function longest(quotes: unknown): string | undefined {
  if (typeof quotes === 'string') return quotes
  if (!Array.isArray(quotes)) return undefined
  const texts = quotes.filter((quote): quote is string => typeof quote === 'string' && quote !== '')
  return texts.reduce<string | undefined>((best, text) => (best && best.length >= text.length ? best : text), undefined)
}
