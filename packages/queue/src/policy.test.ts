import { expect, test } from 'vitest'
import { DEFAULT_RETRY, jobOptions, pauseAfter } from './policy.ts'

test('pauses double, and up to the share of jitter of each is random', () => {
  const retry = { attempts: 5, delay: 100, jitter: 0.5 }
  expect([1, 2, 3, 4].map((tries) => pauseAfter(tries, retry, () => 0))).toEqual([100, 200, 400, 800])
  expect([1, 2, 3, 4].map((tries) => pauseAfter(tries, retry, () => 1))).toEqual([50, 100, 200, 400])
})

test('jobs carry the policy, are kept by age when done, and until collected when failed', () => {
  const options = jobOptions(DEFAULT_RETRY)
  expect(options).toMatchObject({
    attempts: DEFAULT_RETRY.attempts,
    backoff: { type: 'exponential', delay: DEFAULT_RETRY.delay, jitter: DEFAULT_RETRY.jitter },
    removeOnFail: false,
  })
  // `{count}` makes each completion search the finished jobs.
  expect(options.removeOnComplete).not.toHaveProperty('count')
})
