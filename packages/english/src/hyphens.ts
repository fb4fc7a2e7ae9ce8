// The treebanks cut "well-known" at its hyphen but keep these prefixes with their words.
const PREFIXES = new Set(
  (
    'anti auto bi bio co counter cross de e eco electro ex extra hyper infra inter intra macro mega meta micro mid mini ' +
    'multi neo non over pan para post pre pro proto pseudo psycho quasi re semi socio sub super trans tri ultra un under uni vice'
  ).split(' '),
)

/** Whether a word in front of a hyphen makes one token with what follows: "co-founder", "pro-Beijing". */
export function keepsHyphen(prefix: string): boolean {
  return PREFIXES.has(prefix.toLowerCase())
}
