import { parseArgs } from 'node:util'
import { kills } from './kills.ts'
import { order } from './order.ts'
import { projectors } from './projectors.ts'
import { replays } from './replays.ts'
import { randomly, type Scenario } from './scenario.ts'

/** `npm run test:soak`: what `npm test` proves in seconds, for longer and at random. Exit status 1: something did not hold. */
const SCENARIOS: Readonly<Record<string, Scenario>> = { order, kills, projectors, replays }

const { values } = parseArgs({
  options: {
    // Under load, for each of them
    seconds: { type: 'string', default: '120' },
    // Given again, the same choices are made, as far as time allows
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', multiple: true, default: Object.keys(SCENARIOS) },
  },
})

for (const name of values.only) {
  const scenario = SCENARIOS[name]
  if (!scenario) throw new Error(`There is no ${name}; there are: ${Object.keys(SCENARIOS).join(', ')}`)
  const tell = (what: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${name}: ${what}`)
  }
  const random = randomly(Number(values.seed))
  const { did, problems } = await scenario({ milliseconds: Number(values.seconds) * 1000, random, tell })
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name} (seed ${values.seed}): ${did.join('; ')}`)
  for (const problem of problems.slice(0, 20)) console.log(`    ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}
