import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type OpenApi, breakingChanges } from './breaking.ts'
import { documentText } from './document.ts'

/**
 * `npm run openapi`: writes docs/openapi.json anew. What would break clients is refused, unless `--breaking "why"`
 * declares it; then it is told in docs/api-breaking-changes.md.
 */
const docs = join(import.meta.dirname, '../../../../docs')
const file = join(docs, 'openapi.json')
const { values } = parseArgs({ options: { breaking: { type: 'string' } } })
const text = documentText()

const breaks = existsSync(file)
  ? breakingChanges(JSON.parse(readFileSync(file, 'utf8')) as OpenApi, JSON.parse(text) as OpenApi)
  : []
if (breaks.length > 0 && values.breaking === undefined) {
  console.error(`This breaks clients:\n${breaks.map((one) => `  ${one}\n`).join('')}`)
  console.error('If it has to be, declare it: npm run openapi -- --breaking "why"')
  process.exitCode = 1
} else {
  if (breaks.length > 0)
    appendFileSync(
      join(docs, 'api-breaking-changes.md'),
      `\n## ${values.breaking}\n\n${breaks.map((one) => `- ${one}\n`).join('')}`,
    )
  writeFileSync(file, text)
}
