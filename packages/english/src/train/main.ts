import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readModel } from '../model.ts'
import { writeNetwork } from '../network/file.ts'
import type { Network } from '../network/network.ts'
import { readTreebank, type GoldSentence } from './conllu.ts'
import { evaluate, evaluateText } from './evaluate.ts'
import { fit } from './fit.ts'
import { masked, mend } from './prepare.ts'
import { SETTINGS } from './settings.ts'

/**
 * Trains the model: `npm run train -- [folder of the treebanks]`; the same bytes come out every time, and their hash is
 * written beside them. With `--evaluate` it only measures the model that is there, on the test parts too.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { evaluate: { type: 'boolean' }, epochs: { type: 'string' }, out: { type: 'string' } },
})
const folder = positionals[0] ?? fileURLToPath(new URL('../../../../../shared/treebank', import.meta.url))
const path = values.out ?? fileURLToPath(new URL('../../model/english.bin', import.meta.url))
const load = (part: string): GoldSentence[] => readTreebank(join(folder, `${part}.conllu.gz`)).map(mend)

const fixed = (scores: object): string =>
  Object.entries(scores)
    .map(([name, value]) => `${name} ${Number(value).toFixed(2)}`)
    .join('  ')

const hashOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex')

function train(): void {
  const treebanks = [...load('gum-train'), ...load('ewt-train')]
  // the clause around a quotation is rare in the treebanks and everywhere in the news
  const clauses = treebanks.flatMap(masked)
  const sentences = [...treebanks, ...clauses, ...clauses]
  const development = [...load('gum-dev'), ...load('ewt-dev')]
  const settings = { ...SETTINGS, epochs: Number(values.epochs ?? SETTINGS.epochs) }
  const started = performance.now()
  const network = fit(sentences, settings, (epoch: number, reached: Network, loss: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    const scores = epoch % 3 === 0 ? fixed(evaluate(readModel(writeNetwork(reached, 1)), development)) : ''
    console.log(`epoch ${epoch}  ${seconds} s  loss: ${loss}  ${scores}`)
  })
  const file = writeNetwork(network)
  writeFileSync(path, file)
  writeFileSync(`${path}.sha256`, `${hashOf(file)}  ${basename(path)}\n`)
}

if (!values.evaluate) train()
const file = readFileSync(path)
const model = readModel(file)
console.log(`sha256 ${hashOf(file)}  ${file.length} bytes`)
for (const part of ['gum-dev', 'ewt-dev', ...(values.evaluate ? ['gum-test', 'ewt-test'] : [])]) {
  const sentences = load(part)
  console.log(`${part}  given words: ${fixed(evaluate(model, sentences))}`)
  console.log(`${part}  from text: ${fixed(evaluateText(model, sentences))}`)
}
