import { remembering } from '../shared/remember.ts'

/** The days from one to the other, `YYYY-MM-DD`, both counted. */
export function daysBetween(first: string, last: string): number {
  return dayNumber(last) - dayNumber(first) + 1
}

/** Days since the first of January 1970. */
export const dayNumber = remembering((day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000))

export function dayOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

/** How many days a date leaves open; one with an open side more than any other, an unknown one most. */
export function spanDays({ earliest, latest }: { earliest: string | null; latest: string | null }): number {
  if (earliest && latest) return daysBetween(earliest, latest)
  return earliest || latest ? 1e7 : 1e8
}

/** Whether two dates have a day in common; an open side reaches as far as one likes. */
export function overlap(
  a: { earliest: string | null; latest: string | null },
  b: { earliest: string | null; latest: string | null },
): boolean {
  return (
    (a.earliest === null || b.latest === null || a.earliest <= b.latest) &&
    (b.earliest === null || a.latest === null || b.earliest <= a.latest)
  )
}
