const PLACE = "\\p{Lu}[\\p{L}.'’/-]*(?: \\p{Lu}[\\p{L}.'’/-]*){0,3}"
const DATELINE = new RegExp(
  `(?<place>${PLACE})(?<region>, ${PLACE})?(?<date>,? (?:\\p{L}{3,9}\\.? )?\\d{1,2}(?: \\p{L}{3,9}\\.?)?(?:,? (?:\\d{4}|\\d{2}(?!\\d)))?)?` +
    '(?<agency>,? \\((?:\\p{L}|[ ./&-]){2,30}\\))?(?<dash> ?(?:—|–|--) ?| - |: )(?:\\[\\p{Lu}+\\] )?(?=[\\p{Lu}\\p{N}"“‘\'])',
  'uy',
)

/**
 * Where the dateline that opens a paragraph ends ("ATHENS, May 5 (Reuters) – "), or `start` where there is none. A
 * place alone must be in capitals to count, so that "Greece – The government" does not.
 */
export function datelineEnd(text: string, start: number, end: number): number {
  DATELINE.lastIndex = start
  const groups = DATELINE.exec(text)?.groups
  if (!groups || DATELINE.lastIndex >= end) return start
  const place = groups['place'] ?? ''
  const isLoud = /^[^\p{Ll}]{3,}$/u.test(place)
  const hasDash = groups['dash'] !== ': '
  const isDated = groups['date'] !== undefined || groups['agency'] !== undefined
  return (isLoud && (hasDash || groups['region'] !== undefined)) || (isDated && hasDash) ? DATELINE.lastIndex : start
}
