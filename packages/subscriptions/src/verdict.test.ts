import { expect, test } from 'vitest'
import { DEFAULTS } from './settings.ts'
import { verdictOf } from './verdict.ts'

const judge = (status: number | null, tries: number, { failingFor = 0, retryAfter = null as number | null } = {}) =>
  verdictOf({ status, retryAfter }, { tries, failingFor }, DEFAULTS, () => 0)

test('a 2xx is taken, whatever was before', () => {
  for (const status of [200, 202, 204, 299])
    expect(judge(status, 8, { failingFor: 1e9 })).toEqual({ delivery: 'delivered', pause: null, wait: 0 })
})

test('the pauses grow, up to an hour, and then it is given up', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) => judge(500, tries).wait / 1000)
  expect(waits).toEqual([5, 20, 80, 320, 1280, 3600, 3600])
  expect(judge(500, 8)).toEqual({ delivery: 'dead', pause: null, wait: 0 })
})

test('a part of each pause is random', () => {
  const wait = (random: number) =>
    verdictOf({ status: 500, retryAfter: null }, { tries: 1, failingFor: 0 }, DEFAULTS, () => random).wait
  expect([wait(0), wait(0.5)]).toEqual([5_000, 4_500])
})

test('whoever asks to be left alone is, for a day at most, and never less than for the pause', () => {
  expect(judge(429, 1, { retryAfter: 60_000 }).wait).toBe(60_000)
  expect(judge(503, 1, { retryAfter: 1e12 }).wait).toBe(DEFAULTS.longestRetryAfter)
  expect(judge(503, 3, { retryAfter: 1 }).wait).toBe(80_000)
  expect(judge(503, 8, { retryAfter: 60_000 })).toMatchObject({ delivery: 'dead', wait: 60_000 })
})

test('410 pauses at once, a day without success does too, and neither gives the delivery up', () => {
  expect(judge(410, 1)).toMatchObject({ delivery: 'pending', pause: 'gone' })
  expect(judge(null, 8, { failingFor: DEFAULTS.pauseAfter })).toMatchObject({ delivery: 'pending', pause: 'failing' })
  expect(judge(null, 7, { failingFor: DEFAULTS.pauseAfter - 1 })).toMatchObject({ delivery: 'pending', pause: null })
})

test('a redirect, an error of the client and no answer are tried again alike', () => {
  for (const status of [100, 301, 302, 307, 308, 400, 404, 429, 500, 503, null])
    expect(judge(status, 1)).toMatchObject({ delivery: 'pending', pause: null, wait: 5_000 })
})
