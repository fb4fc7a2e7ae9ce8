/** Finds the heads of the words of a sentence: see `createDecoder`. */
export type Decoder = (scores: Float32Array, at: number, row: number, n: number) => Int32Array

/**
 * The heads of a sentence from its scores: `score(i, j)` rates word j, or the root at j = n, as the head of word i.
 * Each word's best head where these make a tree with one root; the best projective tree (Eisner 1996) where not.
 */
export function createDecoder(): Decoder {
  const projective = createProjective()
  return (scores, at, row, n) => {
    const heads = new Int32Array(n)
    let roots = 0
    for (let i = 0; i < n; i++) {
      let best = -Infinity
      const line = at + i * row
      for (let j = 0; j <= n; j++) {
        const score = scores[line + j] ?? 0
        if (j !== i && score > best) {
          best = score
          heads[i] = j
        }
      }
      if (heads[i] === n) roots++
    }
    if (roots === 1 && isTree(heads)) {
      for (let i = 0; i < n; i++) if (heads[i] === n) heads[i] = -1
      return heads
    }
    return projective(scores, at, row, n)
  }
}

/** Whether every word reaches the root. */
function isTree(heads: Int32Array): boolean {
  const n = heads.length
  const seen = new Int32Array(n).fill(-1)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n && seen[j] !== i; j = heads[j] ?? n) {
      const before = seen[j] ?? -1
      if (before >= 0) break
      seen[j] = i
      const next = heads[j] ?? n
      if (next < n && seen[next] === i) return false
    }
  }
  return true
}

/** Eisner's algorithm with exactly one word below the root. */
function createProjective(): Decoder {
  let size = 0
  let openRight = new Float32Array()
  let closedLeft = new Float32Array()
  let closedRight = new Float32Array()
  // by the end first, so that what is read together lies together
  let endOpenLeft = new Float32Array()
  let endClosedLeft = new Float32Array()
  let endClosedRight = new Float32Array()
  let openAt = new Int16Array()
  let closedLeftAt = new Int16Array()
  let closedRightAt = new Int16Array()
  return (scores, at, row, n) => {
    // spans [s, t] open (an arc between s and t still grows) or closed, headed left or right
    if (n * n > size) {
      size = n * n
      openRight = new Float32Array(size)
      closedLeft = new Float32Array(size)
      closedRight = new Float32Array(size)
      endOpenLeft = new Float32Array(size)
      endClosedLeft = new Float32Array(size)
      endClosedRight = new Float32Array(size)
      openAt = new Int16Array(size)
      closedLeftAt = new Int16Array(size)
      closedRightAt = new Int16Array(size)
    }
    for (let i = 0; i < n; i++) {
      const cell = i * n + i
      closedLeft[cell] = closedRight[cell] = endClosedLeft[cell] = endClosedRight[cell] = 0
    }
    for (let width = 1; width < n; width++) {
      for (let s = 0; s + width < n; s++) {
        const t = s + width
        const [begin, end] = [s * n, t * n]
        const cell = begin + t
        let best = -Infinity
        for (let k = s; k < t; k++) {
          const value = (closedRight[begin + k] ?? 0) + (endClosedLeft[end + k + 1] ?? 0)
          if (value > best) {
            best = value
            openAt[cell] = k
          }
        }
        endOpenLeft[end + s] = best + (scores[at + s * row + t] ?? 0)
        openRight[cell] = best + (scores[at + t * row + s] ?? 0)
        best = -Infinity
        for (let k = s; k < t; k++) {
          const value = (closedLeft[begin + k] ?? 0) + (endOpenLeft[end + k] ?? 0)
          if (value > best) {
            best = value
            closedLeftAt[cell] = k
          }
        }
        closedLeft[cell] = endClosedLeft[end + s] = best
        best = -Infinity
        for (let k = s + 1; k <= t; k++) {
          const value = (openRight[begin + k] ?? 0) + (endClosedRight[end + k] ?? 0)
          if (value > best) {
            best = value
            closedRightAt[cell] = k
          }
        }
        closedRight[cell] = endClosedRight[end + s] = best
      }
    }
    let root = 0
    let best = -Infinity
    for (let r = 0; r < n; r++) {
      const value = (closedLeft[r] ?? 0) + (closedRight[r * n + n - 1] ?? 0) + (scores[at + r * row + n] ?? 0)
      if (value > best) {
        best = value
        root = r
      }
    }
    const heads = new Int32Array(n)
    heads[root] = -1
    const waiting: [s: number, t: number, kind: 'left' | 'right' | 'openLeft' | 'openRight'][] = [
      [0, root, 'left'],
      [root, n - 1, 'right'],
    ]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [s, t, kind] = next
      if (s === t) continue
      const cell = s * n + t
      if (kind === 'left') {
        const k = closedLeftAt[cell] ?? s
        waiting.push([s, k, 'left'], [k, t, 'openLeft'])
      } else if (kind === 'right') {
        const k = closedRightAt[cell] ?? t
        waiting.push([s, k, 'openRight'], [k, t, 'right'])
      } else {
        if (kind === 'openLeft') heads[s] = t
        else heads[t] = s
        const k = openAt[cell] ?? s
        waiting.push([s, k, 'right'], [k + 1, t, 'left'])
      }
    }
    return heads
  }
}
