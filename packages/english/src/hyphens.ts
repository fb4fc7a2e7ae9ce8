// The treebanks cut "well-known" at its hyphen but keep these prefixes with their words.
const PREFIXES = new Set(
  (
    'anti auto bi bio co counter cross de e eco electro ex extra hyper infra inter intra macro mega meta micro mid mini ' +
    'multi neo non over pan para post pre pro proto pseudo psycho quasi re semi socio sub super trans tri ultra un under uni vice'
  ).split(' '),
)

// Nouns of one meaning, which no part of theirs has.
const WHOLE = /^(?:run-offs?|by-elections?|cease-fires?|sit-ins?|no-confidence|swearing-in|walk-outs?|stand-offs?)$/i

/**
 * Whether the words around a hyphen make one token: after a prefix ("co-founder", "pro-Beijing"), and in nouns that are
 * one word whichever way they are written ("run-off", "cease-fire").
 */
export function keepsHyphen(before: string, after: string): boolean {
  return PREFIXES.has(before.toLowerCase()) || WHOLE.test(`${before}-${after}`)
}
