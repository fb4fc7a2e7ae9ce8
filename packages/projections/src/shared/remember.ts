/**
 * The function, its answers remembered: names and ids come again and again in news. When there are `most` of them it
 * begins anew. What it answers must depend on the text alone, and is not to be changed.
 */
export function remembering<V>(make: (text: string) => V, most = 10_000): (text: string) => V {
  const known = new Map<string, V>()
  return (text) => {
    const answer = known.get(text)
    if (answer !== undefined) return answer
    const made = make(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
