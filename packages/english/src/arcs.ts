import { best, hashOf, mix, score, type Linear } from './linear.ts'

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

/** An arc-hybrid state (Kuhlmann et al. 2011): the root stands last in the buffer, at index n. */
export interface State {
  n: number
  words: Int32Array
  tags: Int32Array
  stack: number[]
  next: number
  heads: Int32Array
  leftmost: Int32Array
  rightmost: Int32Array
  second: Int32Array
  valency: Int32Array
}

export function startState(words: string[], tags: string[]): State {
  const n = words.length
  return {
    n,
    words: Int32Array.from([...words.map((word) => hashOf(word.toLowerCase())), 1]),
    tags: Int32Array.from([...tags.map(hashOf), 2]),
    stack: [],
    next: 0,
    heads: new Int32Array(n + 1).fill(-2),
    leftmost: new Int32Array(n + 1).fill(-1),
    rightmost: new Int32Array(n + 1).fill(-1),
    second: new Int32Array(n + 1).fill(-1),
    valency: new Int32Array(n + 1),
  }
}

export function isAllowed(state: State, move: number): boolean {
  const { stack, next, n } = state
  if (move === SHIFT) return next < n
  if (move === LEFT) return stack.length > 0 && !(next === n && stack.length > 1)
  return stack.length > 1
}

function attach(state: State, head: number, child: number): void {
  state.heads[child] = head
  state.valency[head] = (state.valency[head] ?? 0) + 1
  if (child < head) {
    if ((state.leftmost[head] ?? -1) < 0 || child < (state.leftmost[head] ?? 0)) state.leftmost[head] = child
  } else {
    state.second[head] = state.rightmost[head] ?? -1
    state.rightmost[head] = child
  }
}

export function apply(state: State, move: number): void {
  if (move === SHIFT) state.stack.push(state.next++)
  else {
    const child = state.stack.pop() ?? 0
    attach(state, move === LEFT ? state.next : (state.stack.at(-1) ?? 0), child)
  }
}

/** Features of the state: words and tags around stack and buffer, their dependents, distance, valency. */
export function stateFeatures(s: State, out: Int32Array): number {
  const { stack, next, n } = s
  const s0 = stack.at(-1) ?? -1
  const s1 = stack.at(-2) ?? -1
  const s2 = stack.at(-3) ?? -1
  const w = (i: number): number => (i < 0 || i > n ? 7 : (s.words[i] ?? 7))
  const t = (i: number): number => (i < 0 || i > n ? 9 : (s.tags[i] ?? 9))
  const of = (list: Int32Array, i: number): number => (i < 0 || i > n ? -1 : (list[i] ?? -1))
  const b0 = next
  const b1 = next + 1
  const b2 = next + 2
  const distance = s0 < 0 ? 0 : Math.min(b0 - s0, 9)
  const v0 = s0 < 0 ? 0 : Math.min(s.valency[s0] ?? 0, 4)
  const vb = Math.min(s.valency[b0] ?? 0, 4)
  const l0 = of(s.leftmost, s0)
  const r0 = of(s.rightmost, s0)
  const r0b = of(s.second, s0)
  const lb = of(s.leftmost, b0)
  const l1 = of(s.leftmost, s1)
  const r1 = of(s.rightmost, s1)
  let f = 0
  const add = (a: number, b = 0, c = 0, d = 0): void => {
    out[f] = mix(mix(mix(mix(f + 1, a), b), c), d)
    f++
  }
  add(w(s0))
  add(t(s0))
  add(w(s0), t(s0))
  add(w(b0))
  add(t(b0))
  add(w(b0), t(b0))
  add(w(b1))
  add(t(b1))
  add(w(b1), t(b1))
  add(t(b2))
  add(w(b2), t(b2))
  add(w(s1))
  add(t(s1))
  add(w(s1), t(s1))
  add(t(s2))
  add(w(s0), w(b0))
  add(w(s0), t(b0))
  add(t(s0), w(b0))
  add(t(s0), t(b0))
  add(w(s0), t(s0), t(b0))
  add(t(s0), w(b0), t(b0))
  add(w(s0), w(b0), t(s0), t(b0))
  add(t(s0), t(s1))
  add(w(s0), w(s1))
  add(w(s0), t(s1))
  add(t(s0), w(s1))
  add(w(s1), w(b0))
  add(w(s1), t(b0))
  add(t(s1), w(b0))
  add(t(s0), t(b0), t(b1))
  add(t(s0), t(b0), t(b2), t(b1))
  add(t(s1), t(s0), t(b0))
  add(t(s2), t(s1), t(s0))
  add(t(s1), t(s0), t(b0), t(b1))
  add(w(s0), t(b0), t(b1))
  add(t(s0), w(b0), t(b1))
  add(w(s1), t(s0), t(b0))
  add(t(s1), w(s0), t(b0))
  add(t(s1), t(s0), w(b0))
  add(t(s0), t(l0), t(b0))
  add(t(s0), t(r0), t(b0))
  add(t(s0), t(b0), t(lb))
  add(t(s1), t(s0), t(r0))
  add(t(s1), t(l1), t(s0))
  add(t(s1), t(r1), t(s0))
  add(t(s0), t(r0), t(r0b))
  add(w(r0))
  add(w(l0))
  add(w(lb))
  add(t(r0))
  add(t(l0))
  add(t(lb))
  add(w(s0), w(r0))
  add(w(s0), w(l0))
  add(w(b0), w(lb))
  add(w(s0), t(r0))
  add(w(s1), t(r1))
  add(w(s0), t(l0))
  add(w(s1), w(r1))
  add(distance, t(s0), t(b0))
  add(distance, w(s0))
  add(distance, w(b0))
  add(distance, t(s0))
  add(v0, w(s0))
  add(v0, t(s0))
  add(vb, t(b0))
  add(vb, w(b0))
  add(v0, t(s0), t(b0), vb)
  add(t(b0 - 1), t(b0), t(b1))
  add(t(s0 - 1), t(s0), t(s0 + 1))
  add(t(s0 + 1), t(b0 - 1), t(s0), t(b0))
  add(t(s1 + 1), t(s0 - 1), t(s1), t(s0))
  add(0)
  return f
}

const features = new Int32Array(128)
const scores = new Float32Array(128)

/** Heads of the words; -1 at the root. */
export function attachHeads(model: Linear, words: string[], tags: string[]): number[] {
  const state = startState(words, tags)
  while (!(state.next === state.n && state.stack.length === 0)) {
    score(model, features, stateFeatures(state, features), scores)
    apply(
      state,
      best(scores, 3, (move) => isAllowed(state, move)),
    )
  }
  return [...state.heads.subarray(0, state.n)].map((head) => (head === state.n ? -1 : head))
}

/** Features of the arc between a word and its head. */
export function arcFeatures(words: string[], tags: string[], heads: number[], child: number, out: Int32Array): number {
  const head = heads[child] ?? -1
  const n = words.length
  const w = (i: number): number => (i < 0 || i >= n ? 7 : hashOf((words[i] ?? '').toLowerCase()))
  const t = (i: number): number => (i < 0 || i >= n ? 9 : hashOf(tags[i] ?? ''))
  const direction = head < 0 ? 0 : head < child ? 1 : 2
  let first = -1
  let last = -1
  let before = -1
  for (let k = 0; k < n; k++) {
    if (heads[k] === child) {
      if (first < 0) first = k
      last = k
    }
    if (heads[k] === head && k < child) before = k
  }
  const distance = head < 0 ? 0 : Math.min(Math.abs(head - child), 6)
  const grand = head < 0 ? -1 : (heads[head] ?? -1)
  let f = 0
  const add = (a: number, b = 0, c = 0): void => {
    out[f] = mix(mix(mix(mix(f + 1, direction), a), b), c)
    f++
  }
  add(w(child))
  add(t(child))
  add(w(head))
  add(t(head))
  add(w(child), w(head))
  add(t(child), t(head))
  add(w(child), t(head))
  add(t(child), w(head))
  add(w(child), t(child), t(head))
  add(t(child), w(head), t(head))
  add(t(child - 1), t(child), t(head))
  add(t(child), t(child + 1), t(head))
  add(w(child - 1), t(head))
  add(w(child + 1), t(head))
  add(w(first), t(child), t(head))
  add(t(first), t(child), t(head))
  add(w(first), w(head))
  add(w(first), w(child))
  add(w(last), t(child), t(head))
  add(t(last), t(child), t(head))
  add(t(before), t(child), t(head))
  add(w(before), t(child), t(head))
  add(t(grand), t(child), t(head))
  add(distance, t(child), t(head))
  add(t(head + 1), t(child), t(head))
  add(t(head - 1), t(child), t(head))
  add(0)
  return f
}

/** Relations of the arcs. */
export function labelArcs(model: Linear, words: string[], tags: string[], heads: number[]): string[] {
  return words.map((_, child) => {
    if (heads[child] === -1) return 'root'
    score(model, features, arcFeatures(words, tags, heads, child, features), scores)
    return model.classes[best(scores, model.classes.length)] ?? 'dep'
  })
}
