import { createPostgresBackend, type PgPool, Queue } from 'bullmq'
import { Pool } from 'pg'

/**
 * A producer that knows nothing of Dateline but the name of its queue: puts the jobs of its second argument there, with
 * no options at all, as a process of its own.
 */
const store = JSON.parse(process.argv[2] ?? '') as { kind: string; url: string }
const jobs = JSON.parse(process.argv[3] ?? '') as unknown[]

if (store.kind === 'redis') {
  const queue = new Queue('documents', { connection: { url: store.url } })
  for (const job of jobs) await queue.add('news', job)
  await queue.close()
} else {
  const pool = new Pool({ connectionString: store.url, options: '-c search_path=bullmq' })
  const queue = new Queue('documents', { connection: pool as unknown as PgPool }, createPostgresBackend)
  for (const job of jobs) await queue.add('news', job)
  await queue.close()
  await pool.end()
}
