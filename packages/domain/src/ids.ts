import { createHash } from 'node:crypto'

/**
 * An id derived from what it stands for: the same parts give the same id, for ever.
 * 26 characters of lower-case base32 (130 bits of a SHA-256), safe in URLs, file names and job ids.
 */
export function derivedId(kind: string, ...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest()
  let id = ''
  let bits = 0
  let value = 0
  for (const byte of digest) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5 && id.length < 26) {
      bits -= 5
      id += ALPHABET[(value >> bits) & 31]
    }
  }
  return id
}

/** Crockford's base32 in lower case: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** The stream of a document's entries. */
export function documentStream(documentId: string): string {
  return `document-${documentId}`
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal: the key under which the text is stored. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
