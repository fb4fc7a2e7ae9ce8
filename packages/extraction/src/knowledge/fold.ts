/** Accents off, lower case, one kind of apostrophe and dash: the form in which names are compared. */
export function fold(text: string): string {
  if (isSmall(text)) return text
  let folded = FOLDED.get(text)
  if (folded === undefined) {
    folded = PLAIN.test(text) ? text.toLowerCase() : foldSlowly(text)
    if (FOLDED.size > 8_000) FOLDED.clear()
    FOLDED.set(text, folded)
  }
  return folded
}

/** `Kassym-Jomart Tokayev` → `kassym-jomart-tokayev`: accents off, lower case, what is no letter or digit a hyphen. */
export function slug(name: string): string {
  return fold(name)
    .replaceAll(/['’.]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
}

function isSmall(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 126 || (unit >= 65 && unit <= 90)) return false
  }
  return true
}

const FOLDED = new Map<string, string>()
const PLAIN = /^[ -~]*$/u
const LETTERS: Record<string, string> = {
  ı: 'i',
  İ: 'i',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ß: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ə: 'e',
  Ə: 'e',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
}

function foldSlowly(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\0-~]/gu, (letter) => LETTERS[letter] ?? letter)
    .toLowerCase()
}
