import { caseOf, children, type Sentence, type Token } from '@dateline/english'

/** Where an undirected date ("Monday", "in June") lies from the day of publication, by the words that govern it. */
export type Direction = 'past' | 'future'

/**
 * Climbs from the head of a time expression to the verb that governs it and reads its tense; on the way prepositions
 * ("ahead of a vote on Thursday") and adjectives ("the planned talks on Monday") may already say it. Null if nothing does.
 */
export function directionOf(sentence: Sentence, from: number, to: number): Direction | null {
  const { tokens } = sentence
  if (isBehindAhead(sentence, from)) return 'future'
  let node = topOf(sentence, from, to)
  for (let steps = 0; node && steps < MAX_CLIMB; steps++) {
    const marked = directionOfCase(caseOf(sentence, node.index))
    if (marked) return marked
    if (isPredicate(sentence, node)) {
      const tense = tenseOf(sentence, node)
      if (tense !== 'governor') return tense
    } else if (children(sentence, node.index, 'amod').some((adjective) => FUTURE_WORDS.has(adjective.lemma)))
      return 'future'
    node = node.head < 0 ? undefined : tokens[node.head]
  }
  return null
}

const MAX_CLIMB = 12

/** "… ahead of a vote on Friday": the date belongs to what lies ahead, wherever the parser hangs it. */
function isBehindAhead(sentence: Sentence, from: number): boolean {
  const { tokens } = sentence
  for (let i = from - 1; i > Math.max(0, from - 9); i--) {
    const token = tokens[i]
    if (!token || token.upos === 'VERB' || token.upos === 'PUNCT') return false
    const before = tokens[i - 1]?.text.toLowerCase()
    if (token.text.toLowerCase() === 'of' && before) {
      if (before === 'ahead' || before === 'advance') return true
      // The eve of a vote on Thursday is close to it; that of a congress in July is where the tense says.
      if (before === 'eve') return /day$/i.test(tokens[from]?.text ?? '')
    }
  }
  return false
}

/** The token of the expression that hangs outside of it. */
function topOf(sentence: Sentence, from: number, to: number): Token | undefined {
  for (let i = from; i < to; i++) {
    const token = sentence.tokens[i]
    if (token && (token.head < from || token.head >= to)) return token
  }
  return sentence.tokens[from]
}

function directionOfCase(preposition: string): Direction | null {
  if (/^(?:ahead of|in advance of|until|till|pending|prior to)$/.test(preposition)) return 'future'
  return /^(?:since|following|in the wake of|in wake of)$/.test(preposition) ? 'past' : null
}

function isPredicate(sentence: Sentence, token: Token): boolean {
  if (token.upos === 'VERB' || token.upos === 'AUX') return true
  return children(sentence, token.index, 'cop').length > 0
}

/** The direction of a predicate by tense, mood and lexical meaning; `governor`: the one above decides. */
function tenseOf(sentence: Sentence, verb: Token): Direction | 'governor' | null {
  const auxiliaries = children(sentence, verb.index, 'aux', 'cop')
  const words = auxiliaries.map((token) => token.text.toLowerCase())
  const has = (...forms: string[]): boolean => words.some((word) => forms.includes(word))
  const isPlanned = FUTURE_WORDS.has(verb.lemma) || FUTURE_WORDS.has(verb.text.toLowerCase())
  if (has('will', 'shall', 'wo', "'ll", '’ll', 'would', "'d"))
    return has('have') && has('would', "'d") ? 'past' : 'future'
  if (has('may', 'might', 'could', 'can', 'should', 'must', 'ca')) return has('have') ? 'past' : 'future'
  if (isPlanned && (verb.xpos === 'VBN' || verb.xpos === 'JJ')) return 'future'
  if (has('have', 'has', 'had', "'ve", '’ve', 'did', 'was', 'were')) return 'past'
  if (isInfinitive(sentence, verb)) return infinitive(sentence, verb)
  if (has('is', 'are', 'am', "'s", "'re", '’s', '’re', 'be')) return verb.xpos === 'VBG' || has('be') ? 'future' : null
  switch (verb.xpos) {
    case 'VBD':
      return isPlanned && children(sentence, verb.index, 'xcomp').length === 0 && verb.lemma === 'schedule'
        ? 'future'
        : 'past'
    case 'VBN':
      return 'past'
    case 'VBG':
      return verb.deprel === 'root' ? null : 'governor'
    case 'VBZ':
    case 'VBP':
      return present(sentence, verb)
    default:
      return verb.deprel === 'root' ? null : 'governor'
  }
}

/** The present with a date is the future ("the court rules on Monday"), but in headlines and of speech it is the past. */
function present(sentence: Sentence, verb: Token): Direction | null {
  const last = sentence.tokens.at(-1)
  if (!last || !/^[.!?"”]$/.test(last.text) || REPORTING.has(verb.lemma)) return 'past'
  // "The town was calm but windows bear witness to riots overnight": it goes on from a past.
  const first = verb.deprel === 'conj' ? sentence.tokens[verb.head] : undefined
  if (
    first &&
    (first.xpos === 'VBD' || children(sentence, first.index, 'aux', 'cop').some((aux) => aux.xpos === 'VBD'))
  )
    return 'past'
  return STATES.has(verb.lemma) ? null : 'future'
}

function isInfinitive(sentence: Sentence, verb: Token): boolean {
  return children(sentence, verb.index, 'mark', 'aux').some((token) => token.xpos === 'TO')
}

/** An infinitive looks ahead where a plan governs it or a noun carries it; else it shares the tense above it. */
function infinitive(sentence: Sentence, verb: Token): Direction | 'governor' {
  const governor = verb.head < 0 ? undefined : sentence.tokens[verb.head]
  if (!governor || verb.deprel === 'root' || verb.deprel.startsWith('csubj')) return 'future'
  if (verb.deprel.startsWith('acl')) {
    // "Marched over plans to cut pensions on Monday": what they marched over has no time, the march has.
    const isCause = CAUSES.has(caseOf(sentence, governor.index)) && /^(?:obl|nmod)/.test(governor.deprel)
    return isCause ? 'governor' : 'future'
  }
  const text = governor.text.toLowerCase()
  return PLANNING.has(governor.lemma) || FUTURE_WORDS.has(governor.lemma) || FUTURE_WORDS.has(text)
    ? 'future'
    : 'governor'
}

const CAUSES = new Set(['over', 'against', 'about', 'at'])

const FUTURE_WORDS = new Set(
  'schedule scheduled plan planned due slate slated expect expected set upcoming forthcoming coming proposed looming pending poised impending future'.split(
    ' ',
  ),
)

const PLANNING = new Set(
  'plan intend expect schedule agree promise pledge vow want hope prepare decide seek threaten offer ask urge call order invite tell go need wish aim propose require likely ready about able free determined eager willing bind'.split(
    ' ',
  ),
)

const REPORTING = new Set('say report tell claim write note quote show'.split(' '))
const STATES = new Set('be have remain seem appear know believe think mean want'.split(' '))
