import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../engine/transaction.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { createLexemes } from './lexemes.ts'

let db: TestLog
beforeAll(async () => {
  db = await createTestLog()
})
afterAll(() => db.drop())

const piece = fc.oneof(
  fc.constantFrom(
    'the',
    'running',
    'zebra',
    "president's",
    'U.S.',
    'vice-president',
    '12,000',
    '-3.5e7',
    'state-of-the-art',
    'a@b.example',
    'https://news.example/a?b=c',
    '/usr/bin',
    '&amp;',
    'naïve',
    '"quoted',
    'end."',
    '…',
    '—',
    'c++',
    'x_y',
    '1990-01-03',
    "it's",
  ),
  fc.string({
    unit: fc.constantFrom(...'a b z 1 9 . - / @ : & _ \' " \\ % + ; = ? # é —'.split(' ')),
    minLength: 1,
    maxLength: 12,
  }),
)
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => ['the', ...pieces].join(' '))

test('makes what to_tsvector makes', async () => {
  const lexemes = createLexemes()
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const [vector] = await transaction(db.pool, (client) => lexemes.vectorsOf(client, [given]))
      const { rows } = await db.pool.query<{ ours: string; theirs: string }>(
        `SELECT $2::tsvector::text AS ours, to_tsvector('english', $1)::text AS theirs`,
        [given, vector],
      )
      expect(rows[0]?.ours).toBe(rows[0]?.theirs)
    }),
    { numRuns: 150 },
  )
})

test('a long text, whose positions go beyond what Postgres counts', async () => {
  const lexemes = createLexemes()
  const given = Array.from({ length: 17_000 }, (_, n) => (n % 300 === 0 ? 'rare' : `w${n % 5000}`)).join(' ')
  const [vector] = await transaction(db.pool, (client) => lexemes.vectorsOf(client, [given]))
  const { rows } = await db.pool.query<{ same: boolean }>(`SELECT $2::tsvector = to_tsvector('english', $1) AS same`, [
    given,
    vector,
  ])
  expect(rows[0]?.same).toBe(true)
})
