import type { Stance } from '../attribution/types.ts'
import type { Scene } from './context.ts'
import type { Speech } from './speech.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words of blame and of approval, in the speeches of the news. */
const NEGATIVE =
  words(`lack fail failure wrong bad worse worst unfair illegal unlawful unacceptable criminal crime violate
  violation abuse corrupt corruption brutal brutality repressive repression authoritarian undermine undermined threat
  dangerous danger reckless shameful disgrace lie liar false baseless unfounded unsubstantiated unconfirmed biased
  weaken destroy damage harm hurt suffer victim terror terrorist attack massacre murder reject oppose condemn concern
  concerned worried worry fear afraid tired dread disappointed disappoint disappointing sad tragedy tragic propaganda
  defeat refuse deny violence violent aggression aggressive hostile unjust injustice crisis
  mistake blame fault irresponsible impossible`)
const POSITIVE = words(`welcome praise progress success successful succeed good better best great transparent free fair
  support support partner friend friendship cooperation cooperate agree agreement peace protect restore respect trust
  hope hopeful confident satisfied satisfy pleased happy proud glad thank grateful positive improve improvement
  strong stable historic willing ready look-forward win victory compliance`)
const NEGATION = words(`not n't never no without cannot`)
const URGING = words('must should need ought')

/** How the reported words themselves sound: by their blame and approval, a negation in front turning them round. */
export function toneOf(scene: Scene, speech: Speech): Stance {
  let [good, bad] = [0, 0]
  for (const token of tokensOf(scene, speech)) {
    const lemma = token.lemma.toLowerCase()
    const negated = NEGATION.has(token.before)
    // A negation turns blame into approval and the other way round.
    if (NEGATIVE.has(lemma) !== negated && (NEGATIVE.has(lemma) || POSITIVE.has(lemma))) bad++
    else if (NEGATIVE.has(lemma) || POSITIVE.has(lemma)) good++
    else if (URGING.has(lemma)) bad++
  }
  if (good > 0 && bad > 0) return good > 2 * bad ? 'positive' : bad > 2 * good ? 'negative' : 'mixed'
  return bad > 0 ? 'negative' : good > 0 ? 'positive' : 'neutral'
}

function* tokensOf(scene: Scene, speech: Speech): Generator<{ lemma: string; before: string }> {
  for (let at = speech.sentence; at <= speech.last; at++) {
    const { tokens } = scene.parsed.sentences[at] ?? { tokens: [] }
    for (const [index, token] of tokens.entries()) {
      if (!speech.content.some((span) => span.start <= token.start && token.end <= span.end)) continue
      const before = [tokens[index - 1], tokens[index - 2]].map((other) => other?.lemma.toLowerCase() ?? '')
      yield { lemma: token.lemma, before: before.find((lemma) => NEGATION.has(lemma)) ?? '' }
    }
  }
}
