/** The most frequent function words of English that are no words of its neighbours. */
const ENGLISH = new Set(
  `the of and to in that is was for it with as his on be at by had not are but from or have an they which one were her
  all their there been has would will when who him more said she its into them than he this we what after`.split(/\s+/),
)
/** Function words of other languages in Latin script that English text hardly has. */
const FOREIGN = new Set(
  `der die und das ist nicht ein eine mit von den des dem auf für les des est dans une pour que qui sur pas aux du et
  el los las del una por con para como más pero su il di che non è per sono della gli nel uma não em os dos com het een
  van en niet zijn och att det som på er af til ve bir bu için ile da je na się nie w z jest`.split(/\s+/),
)
const SAMPLE = 4_000
const FEW_WORDS = 12
/** News in few words has few small ones: "President X fired Defense Minister Y after troops shot dead three students." */
const SHORT = 60

/**
 * Whether a text can be read as English: by its function words, or, where it is too short to say, by its letters.
 * A text in other scripts or with more function words of other languages than of English is not.
 */
export function isEnglish(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const letters = lengthOf(sample, /\p{L}+/gu)
  const latin = lengthOf(sample, /\p{Script=Latin}+/gu)
  if (letters === 0) return true
  if (latin / letters < 0.6) return false
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < FEW_WORDS) return true
  let [english, foreign] = [0, 0]
  for (const word of words) {
    if (ENGLISH.has(word)) english++
    else if (FOREIGN.has(word)) foreign++
  }
  return english / words.length >= (words.length < SHORT ? 0.04 : 0.08) && english >= foreign
}

/** Characters of a text that an expression takes. */
function lengthOf(text: string, runs: RegExp): number {
  let length = 0
  for (const run of text.match(runs) ?? []) length += PAIR.test(run) ? Array.from(run).length : run.length
  return length
}
const PAIR = /[\ud800-\udbff]/
