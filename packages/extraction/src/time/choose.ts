import { weekday } from '@dateline/domain'
import type { Direction } from './direction.ts'
import { dayPeriod, weekendPeriod, type Period } from './period.ts'
import type { Which } from './reading.ts'

/** How far ahead a date without a tense may lie before it is rather one of the past, in days. */
const AHEAD = 100

/** A date that lies further ahead than this is not meant by a day and month alone, whatever the tense, if there is a near one. */
const FAR = 250

/** The one of several yearly candidates that is meant: by its weekday, else by direction, else the near one. */
export function nearest(
  candidates: readonly Period[],
  now: number,
  direction: Direction | null,
  day?: number,
): Period | undefined {
  const onDay =
    day === undefined
      ? undefined
      : candidates.find((period) => weekday(period.first) === day && Math.abs(period.first - now) < 200)
  if (onDay) return onDay
  const past = candidates.findLast((period) => period.first <= now)
  const future = candidates.find((period) => period.last >= now)
  if (direction === 'past') return past ?? future
  const isFar = future && past && future.first - now > FAR && now - past.first < AHEAD
  if (direction === 'future') return isFar ? past : (future ?? past)
  return future && future.first - now <= AHEAD && past && now - past.first > AHEAD ? future : (past ?? future)
}

/** A weekday by its name: the last one (today counts), or the next one where the direction is the future. */
export function weekdayPeriod(day: number, which: Which | undefined, now: number, direction: Direction | null): Period {
  const back = (weekday(now) - day + 7) % 7
  const ahead = (day - weekday(now) + 7) % 7
  if (which === 'last') return dayPeriod(now - (back || 7))
  if (which === 'next') return dayPeriod(now + (ahead || 7))
  if (which === 'this') return dayPeriod(direction === 'past' ? now - back : now + ahead)
  return dayPeriod(direction === 'future' ? now + ahead : now - back)
}

/** "At the weekend": the one that has begun last; in future tense the coming one. */
export function theWeekend(now: number, direction: Direction | null): Period {
  const weekend = weekendPeriod(now)
  return direction === 'future' || weekend.first <= now ? weekend : weekendPeriod(now - 7)
}
