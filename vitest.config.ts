import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'services/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Processes that start take seconds where others are at work: only what hangs is to be ended.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Loading the language model and the gazetteer anew for each file was a third of the time. No test changes what
    // another one of its worker sees.
    isolate: false,
  },
})
