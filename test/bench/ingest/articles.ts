/** Made-up news of about 1,400 words each, no two alike, the same ones in every run. */
export function* makeArticles(count: number): Generator<{ title: string; body: string; publishedAt: string }> {
  for (let n = 1; n <= count; n++) {
    const pick = chooser(n)
    const country = pick(COUNTRIES)
    const sentence = () =>
      pick(SENTENCES).replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
        if (slot === 'country') return country
        if (slot === 'number') return String(2 + pick(NUMBERS) * (n % 9))
        return pick(SLOTS[slot] ?? [''])
      })
    const paragraphs: string[] = []
    for (let words = 0; words < 1_400;) {
      const paragraph = [sentence(), sentence(), sentence()].join(' ')
      paragraphs.push(paragraph)
      words += paragraph.split(' ').length
    }
    const day = String(1 + (n % 28)).padStart(2, '0')
    yield {
      title: `${country}: report ${n}`,
      body: paragraphs.join('\n\n'),
      publishedAt: `2023-0${1 + (n % 9)}-${day}`,
    }
  }
}

/** A seeded linear congruential generator (Numerical Recipes), so that runs are comparable. */
function chooser(seed: number): <T>(items: readonly T[]) => T {
  let state = seed
  return (items) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return items[Math.floor((state / 2 ** 32) * items.length)]!
  }
}

const COUNTRIES = ['Norway', 'Ghana', 'Chile', 'Jordan', 'Latvia', 'Nepal', 'Uruguay', 'Kenya']
const NUMBERS = [3, 11, 40, 120]
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  person: ['Ingrid Solheim', 'Kwame Mensah', 'Lucia Herrera', 'Omar Haddad', 'Janis Ozols', 'Maya Thapa'],
  office: ['president', 'prime minister', 'foreign minister', 'mayor of the capital', 'speaker of parliament'],
  body: [
    'The government',
    'The interior ministry',
    'The central bank',
    'The opposition',
    'The supreme court',
    'The police',
  ],
  group: ['teachers', 'farmers', 'dock workers', 'students', 'nurses', 'bus drivers'],
  day: ['on Monday', 'last week', 'on 4 March 2021', 'in January', 'two days earlier', 'on Friday evening'],
  matter: ['the new tax law', 'fuel prices', 'the delayed election', 'the border agreement', 'the water shortage'],
}
const SENTENCES = [
  'The {office} of {country}, {person}, resigned {day} after a vote of no confidence.',
  '{body} said {day} that it would not comment on {matter}.',
  'More than {number} {group} marched through the capital {day} to protest against {matter}.',
  '"We have waited long enough," said {person}, who speaks for the {group}.',
  'According to {person}, talks about {matter} are to go on until the end of the year.',
  'Police arrested {number} people {day}, among them two {group}, and used tear gas near the station.',
  '{person} was sworn in as {office} {day} in a short ceremony.',
  'The {group} accused {body} of breaking its word on {matter}.',
  'At least {number} people were hurt when a bridge near the coast gave way {day}.',
  '{body} signed an agreement with its neighbours {day}, which parliament has yet to ratify.',
  'The {office} met {person} {day} and spoke for two hours about {matter}.',
  'In {country}, elections are held every four years, and the next are due in the autumn.',
  'Observers called the vote orderly, though {person} said that many had been turned away.',
  'The weather had been dry for months, and the harvest was smaller than in any year since 2011.',
  'Shops in the old town stayed closed, and few cars were seen on the ring road.',
  'It was not clear {day} whether {body} would keep its promise.',
]
