import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm test`: every check, then every test, all of them even when one fails. Ends on one line that counts them:
 * `N passed, N failed, N skipped`. Arguments go to vitest.
 */
const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'dateline-test-'))
const report = join(scratch, 'report.json')

const CHECKS = [
  ['types', 'tsc', '--noEmit'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['unused', 'knip'],
] as const

let passed = 0
let failed = 0
let skipped = 0

for (const [name, command, ...args] of CHECKS) {
  const ok = run(command, args)
  console.log(`${ok ? '✓' : '✗'} ${name}`)
  if (ok) passed++
  else failed++
}

const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const green = run('vitest', [...vitest, ...process.argv.slice(2)])
const counts = readCounts()
passed += counts.passed
failed += counts.failed
skipped += counts.skipped
if (!green && counts.failed === 0) failed++
rmSync(scratch, { recursive: true, force: true })

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function run(command: string, args: readonly string[]): boolean {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.error) console.error(`${command}: ${done.error.message}`)
  return done.status === 0
}

function readCounts(): { passed: number; failed: number; skipped: number } {
  try {
    const json = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
    return {
      passed: json['numPassedTests'] ?? 0,
      failed: json['numFailedTests'] ?? 0,
      skipped: (json['numPendingTests'] ?? 0) + (json['numTodoTests'] ?? 0),
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
