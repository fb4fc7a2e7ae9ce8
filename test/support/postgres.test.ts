import { expect, test } from 'vitest'
import { createTestDatabase } from './postgres.ts'

test('databases of tests are apart from each other, and gone when dropped', async () => {
  await using first = await createTestDatabase()
  const second = await createTestDatabase()
  await first.pool.query('CREATE TABLE mine (n int)')
  const { rows } = await second.pool.query(`SELECT to_regclass('mine') AS found`)
  expect(rows).toEqual([{ found: null }])

  await second.drop()
  const { rows: left } = await first.pool.query('SELECT FROM pg_database WHERE datname = $1', [
    new URL(second.url).pathname.slice(1),
  ])
  expect(left).toEqual([])
})
