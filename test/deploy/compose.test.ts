import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Service {
  image?: string
  build?: string
  command?: string[]
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test?: string[]; disable?: boolean }
  ports?: string[]
  container_name?: string
}

const root = join(import.meta.dirname, '../..')
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const { services } = compose
const ours = Object.entries(services).filter(([, service]) => service.image === 'dateline')

test('the parts are Postgres, Redis, a migration, and one image run as API, ingest and projector', () => {
  expect(Object.keys(services)).toEqual(['postgres', 'redis', 'migrate', 'api', 'ingest', 'projector'])
  expect(ours.map(([name]) => name)).toEqual(['migrate', 'api', 'ingest', 'projector'])
})

test.each(ours)('%s runs a file that is there, by the image’s own Node', (_, service) => {
  expect(service.command?.[0]).toBe('node')
  expect(existsSync(join(root, service.command?.[1] ?? ''))).toBe(true)
})

test.each(ours.filter(([name]) => name !== 'migrate'))('%s starts after the migration and is checked', (_, service) => {
  expect(service.depends_on?.['migrate']?.condition).toBe('service_completed_successfully')
  expect(service.depends_on?.['redis']?.condition).toBe('service_healthy')
  expect(service.healthcheck?.test?.at(-1)).toContain('fetch(')
  expect(service.environment?.['DATABASE_URL']).toContain('@postgres:5432/')
  expect(service.environment?.['REDIS_URL']).toBe('redis://redis:6379')
})

test('Redis keeps every job: append-only, and it never evicts', () => {
  expect(services['redis']?.command).toEqual([
    'redis-server',
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  ])
})

test('ingest can be scaled: it has no fixed name and no host port', () => {
  expect(services['ingest']).not.toHaveProperty('container_name')
  expect(services['ingest']).not.toHaveProperty('ports')
})

test('nothing but the API is reachable from outside, and that only on loopback', () => {
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]))
  expect(published).toEqual([['api', '127.0.0.1:${PORT:-8080}:8080']])
})
