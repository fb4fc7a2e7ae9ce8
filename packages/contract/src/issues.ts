import type { z } from 'zod'
import { wordsOf } from './issue-words.ts'

/** One thing that is wrong with a request. `pointer` is a JSON Pointer (RFC 6901): into the body, or `/query/…`. */
export interface Issue {
  pointer: string
  message: string
}

/** An answer is never longer than this many issues, whatever was sent. */
const MAX_ISSUES = 50

/** A JSON Pointer of path segments. */
export function pointer(...segments: readonly PropertyKey[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What zod found, each with its pointer below `base`; an unknown property is named and the known ones are listed. */
export function issuesOf(error: z.ZodError, base: readonly PropertyKey[] = [], known: readonly string[] = []): Issue[] {
  const issues: Issue[] = []
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const there = known.length > 0 ? `; there are: ${known.join(', ')}` : ''
        issues.push({ pointer: pointer(...base, ...issue.path, key), message: `is not known here${there}` })
      }
    } else {
      issues.push({ pointer: pointer(...base, ...issue.path), message: wordsOf(issue) })
    }
  }
  return issues.slice(0, MAX_ISSUES)
}
