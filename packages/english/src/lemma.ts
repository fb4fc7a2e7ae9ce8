import lemmatizer from 'wink-lemmatizer'

// What the dictionary does not have or gets wrong.
const VERBS = new Map(
  Object.entries({
    am: 'be',
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    been: 'be',
    being: 'be',
    "'m": 'be',
    "'re": 'be',
    "'s": 'be',
    '’m': 'be',
    '’re': 'be',
    '’s': 'be',
    has: 'have',
    had: 'have',
    having: 'have',
    "'ve": 'have',
    '’ve': 'have',
    "'d": 'have',
    '’d': 'have',
    does: 'do',
    did: 'do',
    done: 'do',
    wo: 'will',
    "'ll": 'will',
    '’ll': 'will',
    ca: 'can',
    sha: 'shall',
    lay: 'lie',
    lain: 'lie',
    found: 'find',
    left: 'leave',
    felt: 'feel',
    saw: 'see',
    bound: 'bind',
    wound: 'wind',
    ground: 'grind',
    fell: 'fall',
    bore: 'bear',
    lit: 'light',
    led: 'lead',
    got: 'get',
    gotten: 'get',
    gon: 'go',
    got_: 'get',
    wan: 'want',
    tweeted: 'tweet',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
  }),
)
const MODALS = new Map(
  Object.entries({
    "'d": 'would',
    '’d': 'would',
    wo: 'will',
    "'ll": 'will',
    '’ll': 'will',
    ca: 'can',
    sha: 'shall',
    could: 'could',
    would: 'would',
  }),
)
const NOUNS = new Map(
  Object.entries({
    people: 'people',
    media: 'media',
    data: 'data',
    men: 'man',
    women: 'woman',
    police: 'police',
    crises: 'crisis',
    politics: 'politics',
    news: 'news',
  }),
)
const WORDS = new Map(
  Object.entries({
    "n't": 'not',
    'n’t': 'not',
    an: 'a',
    me: 'I',
    us: 'we',
    him: 'he',
    them: 'they',
    these: 'this',
    those: 'that',
    i: 'I',
  }),
)

function look(lower: string, word: string, upos: string, xpos: string): string {
  if (upos === 'PROPN') return word
  if (xpos === 'MD') return MODALS.get(lower) ?? lower
  if (upos === 'VERB' || upos === 'AUX') return VERBS.get(lower) ?? lemmatizer.verb(lower)
  if (upos === 'NOUN') return NOUNS.get(lower) ?? (xpos === 'NN' ? lower : lemmatizer.noun(lower))
  if (upos === 'ADJ' && /^JJ[RS]$/.test(xpos)) return lemmatizer.adjective(lower)
  return WORDS.get(lower) ?? lower
}

const known = new Map<string, string>()

/** The dictionary form of a word in its part of speech: `was` → `be`, `crises` → `crisis`; names keep their form. */
export function lemma(word: string, upos: string, xpos: string): string {
  const key = `${xpos} ${upos} ${word}`
  let found = known.get(key)
  if (found === undefined) {
    found = look(word.toLowerCase(), word, upos, xpos)
    // bounded, so that a stream of nonsense words cannot fill the memory
    if (known.size > 50_000) known.clear()
    known.set(key, found)
  }
  return found
}
