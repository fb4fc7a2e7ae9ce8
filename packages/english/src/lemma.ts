import data from '../model/lemmas.json' with { type: 'json' }

const set = (words: string): Set<string> => new Set(words.split(' '))
const table = (entries: string): Map<string, string> =>
  new Map(entries.split(' ').map((entry) => entry.split('=') as [string, string]))

const VERBS = set(data.verbs)
const NOUNS_WITH_E = set(data.nounsWithE)
const NOUNS_WITH_S = set(data.nounsWithS)
const ADJECTIVES_WITH_E = set(data.adjectivesWithE)
const IRREGULAR_NOUNS = table(data.irregularNouns)
const IRREGULAR_ADJECTIVES = table(data.irregularAdjectives)
const IRREGULAR_VERBS = table(data.irregularVerbs)

// What WordNet does not have, or takes for another word; apostrophes are straight here.
const VERB_FORMS = table(
  "am=be is=be are=be was=be were=be been=be being=be 'm=be 're=be 's=be has=have had=have having=have 've=have 'd=have " +
    'does=do did=do done=do found=find left=leave felt=feel saw=see bound=bind wound=wind ground=grind fell=fall bore=bear ' +
    'lit=light got=get gotten=get gon=go wan=want lying=lie lay=lie lain=lie goes=go led=lead',
)
const MODALS = table("'d=would wo=will 'll=will ca=can sha=shall")
const PLURALS = set('people media data police politics news premises means')
const WORDS = table("n't=not an=a me=I us=we him=he them=they these=this those=that i=I")

/** `stopped` → `stop`, also for verbs that no dictionary has yet: `livestreamed` → `livestream`. */
function verb(word: string): string {
  const irregular = VERB_FORMS.get(word) ?? IRREGULAR_VERBS.get(word)
  if (irregular !== undefined) return irregular
  const ending = /(?:ie[sd]|es|ed|ing|s)$/.exec(word)?.[0]
  if (ending === undefined || VERBS.has(word)) return word
  const stem = word.slice(0, -ending.length)
  const bases = basesOf(stem, ending)
  const known = bases.find((base) => VERBS.has(base))
  if (known !== undefined) return known
  if (stem.length < 3) return word
  return bases[LOST_E.test(stem) ? 1 : 0] ?? word
}

/** Stems of verbs in -ise, -ate, -ive, -uce …, should the dictionary not have them. */
const LOST_E = /(?:i[sz]|at|[iae]v|uc|[aeiou]g|rg|nc|[^aeiou][sz])$/
/** One vowel and one consonant, which a verb without e would have doubled: "hoped", "staged". */
const SINGLE = /^[^aeiou]*[aeiou][^aeiouwxy]$/

function basesOf(stem: string, ending: string): string[] {
  if (ending.startsWith('ie')) return [`${stem}y`, `${stem}ie`]
  if (ending === 's') return [stem]
  if (ending === 'es') return /(?:[sxz]|ch|sh|o)$/.test(stem) ? [stem, `${stem}e`] : [`${stem}e`, stem]
  const single = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return SINGLE.test(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`, ...single]
}

/** `parties` → `party`, `bases` → `base`, `buses` → `bus`, `crises` → `crisis`. */
function noun(word: string): string {
  const irregular = IRREGULAR_NOUNS.get(word)
  if (irregular !== undefined) return irregular
  if (/[^\d]men$/.test(word)) return `${word.slice(0, -2)}an`
  if (!word.endsWith('s') || /(?:ss|us|is|\ds)$/.test(word) || word.length < 3) return word
  if (PLURALS.has(word) || NOUNS_WITH_S.has(word)) return word
  const bare = word.slice(0, -1)
  if (/(?:[sxziov]|ch|sh)es$/.test(word) && !NOUNS_WITH_E.has(bare)) {
    if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
    return word.endsWith('ves') ? bare : word.slice(0, -2)
  }
  return bare
}

/** `larger` → `large`, `happiest` → `happy`, `worse` → `bad`. */
function adjective(word: string): string {
  const irregular = IRREGULAR_ADJECTIVES.get(word)
  if (irregular !== undefined) return irregular
  const stem = word.replace(/(?:er|est)$/, '')
  return ADJECTIVES_WITH_E.has(`${stem}e`) ? `${stem}e` : stem
}

function look(word: string, upos: string, xpos: string): string {
  if (upos === 'PROPN') return word
  const lower = word.toLowerCase().replace('’', "'")
  if (xpos === 'MD') return MODALS.get(lower) ?? lower
  if (upos === 'VERB' || upos === 'AUX') return verb(lower)
  if (upos === 'NOUN') return xpos === 'NN' || PLURALS.has(lower) ? lower : noun(lower)
  if (upos === 'ADJ' && (xpos === 'JJR' || xpos === 'JJS')) return adjective(lower)
  return WORDS.get(lower) ?? lower
}

/** Lemmas found before, by Penn tag, universal tag and word. */
const known = new Map<string, Map<string, Map<string, string>>>()
/** Bounds the memory, so that a stream of nonsense words cannot fill it. */
const REMEMBERED = 20_000

function knownFor(upos: string, xpos: string): Map<string, string> {
  let byUpos = known.get(xpos)
  if (!byUpos) known.set(xpos, (byUpos = new Map()))
  let words = byUpos.get(upos)
  if (!words || words.size > REMEMBERED) byUpos.set(upos, (words = new Map()))
  return words
}

/** The dictionary form of a word in its part of speech: `was` → `be`, `crises` → `crisis`; names keep their form. */
export function lemma(word: string, upos: string, xpos: string): string {
  if (upos === 'PROPN') return word
  const words = knownFor(upos, xpos)
  let found = words.get(word)
  if (found === undefined) words.set(word, (found = look(word, upos, xpos)))
  return found
}
