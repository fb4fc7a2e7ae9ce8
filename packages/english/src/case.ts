/** Whether a stretch of text is written in capitals throughout, as in old wire copy and some headlines. */
export function isShouted(text: string, start: number, end: number): boolean {
  let small = 0
  let large = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 97 && unit <= 122) {
      if (++small > 40) return false
    } else if (unit >= 65 && unit <= 90) large++
  }
  return large >= 12 && large > 4 * small
}
