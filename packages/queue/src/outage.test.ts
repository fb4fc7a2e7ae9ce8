import { expect, test } from 'vitest'
import { isOutage } from './outage.ts'

const coded = (code: string) => Object.assign(new Error('x'), { code })

test.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['Postgres going down', coded('57P01')],
  ['a lost connection by SQLSTATE', coded('08006')],
  ['a connection that pg lost', new Error('Connection terminated unexpectedly')],
  ['one of these as a cause', new Error('could not append', { cause: coded('ECONNRESET') })],
  ['all addresses of a host refusing', new AggregateError([coded('ECONNREFUSED')])],
])('%s is an outage', (_, error) => {
  expect(isOutage(error)).toBe(true)
})

test.each([
  ['a bug', new TypeError('x is undefined')],
  ['a violated constraint', coded('23505')],
  ['no error at all', 'ECONNREFUSED'],
])('%s is none', (_, error) => {
  expect(isOutage(error)).toBe(false)
})
