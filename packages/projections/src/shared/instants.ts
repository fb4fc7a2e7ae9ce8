/** The instant of a publication date as submitted: a date is its midnight in UTC. Throws where it is neither. */
export function instantOf(published: string): Date {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(published) ? `${published}T00:00:00Z` : published)
  if (Number.isNaN(instant.getTime())) throw new Error(`Not a date: ${published}`)
  return instant
}

/** The day, in UTC, of an instant: `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
