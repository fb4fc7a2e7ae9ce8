import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { mentionsFound, pairsOf } from './identity.ts'
import { SETS, type ScoredSet } from './measures.ts'
import { binsOf, reliability } from './reliability.ts'
import { table, type Row } from './table.ts'

/**
 * `npm run evaluate -- [--gold DIR] [--scorers DIR] [--only NAME] [--explain]`: annotates the gold sets with
 * `npm run annotate`, runs the scorers on them and prints one table: figure, target, and the figure of the last run;
 * before it, where events have a confidence, how often those of a confidence are right.
 * `--explain` prints what the scorer says of each miss instead.
 */
const { values: options } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    scorers: { type: 'string', default: '../shared/eval' },
    only: { type: 'string' },
    explain: { type: 'boolean', default: false },
  },
})

const root = join(import.meta.dirname, '../..')
const gold = resolve(options.gold)
const scorers = resolve(options.scorers)
for (const folder of [gold, scorers])
  if (!existsSync(folder)) stop(`no such folder: ${folder}; name the gold with --gold and the scorers with --scorers`)
const sets = SETS.filter((set) => !options.only || set.name.startsWith(options.only))
if (sets.length === 0) stop(`--only takes one of: ${SETS.map((set) => set.name).join(', ')}`)

const scratch = mkdtempSync(join(tmpdir(), 'dateline-evaluate-'))
const lastRun = join(root, '.cache/evaluate.json')
const last = existsSync(lastRun) ? (JSON.parse(readFileSync(lastRun, 'utf8')) as Record<string, number>) : {}
const figures: Record<string, number> = { ...last }

try {
  const rows = sets.flatMap(evaluate)
  if (!options.explain) {
    console.log(table(rows))
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(lastRun, JSON.stringify(figures, null, 1))
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function evaluate(set: ScoredSet): Row[] {
  const scorer = join(scorers, set.scorer)
  const input = run('node', [scorer, ...set.gold(gold), '--to-ndjson'])
  const began = performance.now()
  const annotated = run('node', [join(root, 'services/cli/src/main.ts'), 'annotate'], input)
  const seconds = (performance.now() - began) / 1000
  if (annotated === '') stop('annotate answered nothing: see above')
  const predictions = join(scratch, `${set.name.replaceAll(/\W+/g, '-')}.ndjson`)
  const found = set.identity ? mentionsFound(input, annotated) : annotated
  writeFileSync(predictions, found)
  const args = [scorer, ...set.gold(gold), predictions, ...set.options]
  if (options.explain) {
    if (set.identity) return []
    console.log(run('node', [...args, '--explain']))
    return []
  }
  const scores = JSON.parse(run('node', [...args, '--json'])) as Record<string, unknown>
  if (set.identity) scores['pairs'] = pairsOf(run('node', [scorer, ...set.gold(gold), '--perfect']), found)
  const documents = input.trim().split('\n').length
  const rows = set.measures.map((measure): Row => {
    const key = `${set.name}: ${measure.label}`
    const value = at(scores, measure.path)
    const row = {
      set: set.name,
      label: measure.label,
      value,
      target: measure.target,
      most: measure.most ?? false,
      last: last[key] ?? null,
    }
    if (value !== null) figures[key] = value
    return row
  })
  const bins = binsOf(scores)
  console.log(
    `${set.name}: ${documents} documents, ${input.length} characters, annotated in ${seconds.toFixed(1)} s with start-up`,
  )
  if (bins.length > 0) console.log(`\n${reliability(bins)}\n`)
  return rows
}

/** Standard output of a command; scorers exit with 2 where a span is not verbatim, which is said, not hidden. */
function run(command: string, args: string[], input = ''): string {
  const done = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (done.error) throw done.error
  if (done.status !== 0) console.error(`${args.join(' ')}: exit status ${done.status}\n${done.stderr.slice(0, 2000)}`)
  return done.stdout
}

function at(scores: unknown, path: string): number | null {
  let value: unknown = scores
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key]
  return typeof value === 'number' ? value : null
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
