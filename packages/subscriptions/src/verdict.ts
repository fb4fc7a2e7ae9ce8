import type { SenderSettings } from './settings.ts'
import type { PausedBecause } from './types.ts'

/** What an attempt came to. */
export interface Outcome {
  /** Null: there was no answer */
  status: number | null
  /** Milliseconds that the endpoint asks to be left alone for */
  retryAfter: number | null
}

/** What becomes of the delivery and of its subscription. */
export interface Verdict {
  delivery: 'delivered' | 'pending' | 'dead'
  pause: Exclude<PausedBecause, 'asked'> | null
  /** Milliseconds until the next attempt */
  wait: number
}

/**
 * Judges an attempt. `tries` counts it in; `failingFor` is how long nothing has got through. What is paused keeps its
 * delivery in hand: once resumed, it goes on there. `random` is in [0, 1).
 */
export function verdictOf(
  outcome: Outcome,
  { tries, failingFor }: { tries: number; failingFor: number },
  settings: SenderSettings,
  random: () => number,
): Verdict {
  if (outcome.status !== null && outcome.status >= 200 && outcome.status < 300)
    return { delivery: 'delivered', pause: null, wait: 0 }
  if (outcome.status === 410) return { delivery: 'pending', pause: 'gone', wait: 0 }
  if (failingFor >= settings.pauseAfter) return { delivery: 'pending', pause: 'failing', wait: 0 }
  const asked = Math.min(outcome.retryAfter ?? 0, settings.longestRetryAfter)
  if (tries >= settings.tries) return { delivery: 'dead', pause: null, wait: asked }
  return { delivery: 'pending', pause: null, wait: Math.max(asked, pauseAfter(tries, settings, random)) }
}

/** The pause after the `tries`-th try. */
function pauseAfter(tries: number, settings: SenderSettings, random: () => number): number {
  const longest = Math.min(settings.firstPause * settings.growth ** (tries - 1), settings.longestPause)
  return Math.round(longest * (1 - settings.jitter * random()))
}
