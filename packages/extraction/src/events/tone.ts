import type { Stance } from '../attribution/types.ts'
import type { Scene } from './context.ts'
import type { Speech } from './speech.ts'
import { sentencesSaid } from './targets.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words of blame and of approval, in the speeches of the news. */
const NEGATIVE =
  words(`lack fail failure wrong bad worse worst unfair illegal unlawful unacceptable criminal crime violate
  violation abuse corrupt corruption brutal brutality repressive repression authoritarian undermine undermined threat
  dangerous danger reckless shameful disgrace lie liar false baseless unfounded unsubstantiated unconfirmed biased
  weaken destroy damage harm hurt suffer victim terror terrorist attack massacre murder reject oppose condemn concern
  concerned worried worry fear afraid tired dread disappointed disappoint disappointing sad tragedy tragic propaganda
  defeat refuse deny violence violent aggression aggressive hostile unjust injustice crisis
  mistake blame fault irresponsible impossible sham farce fake fraud fraudulent rigged propagandist hypocrisy
  hypocritical incompetent incompetence negligent negligence absurd ridiculous outrageous cruel inhumane cowardly
  provocation provocative useless worthless disastrous coerce coercion scapegoat cover-up deceive mislead betray
  betrayal cynical arrogant careless nothing meddle meddling interfere interference ignore neglect exploit loot
  pocket bribe squander trample smear scandal scandalous illegitimate discredited hypocrite delusional nonsense`)
const POSITIVE = words(`welcome praise progress success successful succeed good better best great transparent free fair
  support support partner friend friendship cooperation cooperate agree agreement peace protect restore respect trust
  hope hopeful confident satisfied satisfy pleased happy proud glad thank grateful positive improve improvement
  strong stable historic willing ready forward win victory compliance constructive genuine admirable
  courage courageous brave honest excellent remarkable credible fruitful commendable reliable responsible`)
/** "Not serious": what is due, and said only where it is wanting. */
const DUE = words(`serious acceptable ready legal lawful`)
const NEGATION = words(`not n't never no without cannot`)
const URGING = words('must should need ought')

/** How the reported words themselves sound: by their blame and approval, a negation in front turning them round. */
export function toneOf(scene: Scene, speech: Speech): Stance {
  let [good, bad] = [0, 0]
  for (const at of sentencesSaid(scene, speech)) {
    const { tokens } = scene.parsed.sentences[at] ?? { tokens: [] }
    for (const [index, token] of tokens.entries()) {
      const lemma = token.lemma.toLowerCase()
      const negative = NEGATIVE.has(lemma)
      const judging = negative || POSITIVE.has(lemma)
      const due = DUE.has(lemma)
      if (!judging && !due && !URGING.has(lemma)) continue
      if (!speech.content.some((span) => span.start <= token.start && token.end <= span.end)) continue
      // A negation turns blame into approval and the other way round.
      const negated = [tokens[index - 1], tokens[index - 2]].some((word) =>
        NEGATION.has(word?.lemma.toLowerCase() ?? ''),
      )
      if (due && !negated) continue
      if (!judging || negative !== negated) bad++
      else good++
    }
  }
  if (good > 0 && bad > 0) return good > 2 * bad ? 'positive' : bad > 2 * good ? 'negative' : 'mixed'
  return bad > 0 ? 'negative' : good > 0 ? 'positive' : 'neutral'
}
