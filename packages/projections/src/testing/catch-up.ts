import { completeBuild, createBuild, findBuilds } from '../engine/builds.ts'
import type { Projection } from '../engine/projection.ts'
import { step } from '../engine/step.ts'
import { transaction } from '../engine/transaction.ts'
import { timeline } from '../timeline/projection.ts'
import type { TestLog } from './database.ts'

/** Makes a serving build where there is none, empty, without the indexes that only readers need. Answers its schema. */
export async function ensureServing({ pool }: Pick<TestLog, 'pool'>, projection: Projection): Promise<string> {
  return transaction(pool, async (client) => {
    const [active] = await findBuilds(client, projection.name, ['active'])
    if (active) return active.schema
    const id = await createBuild(client, projection, { state: 'active', activate: 'auto', dryRun: false })
    const schema = `${projection.name}_b${id}`
    await completeBuild(client, projection, { id, schema, dryRun: true })
    return schema
  })
}

/** Folds the log to its end into the serving build, as a projector does. Answers its schema. */
export async function catchUp(
  { pool, log }: Pick<TestLog, 'pool' | 'log'>,
  { projection = timeline, limit = 1000 }: { projection?: Projection; limit?: number } = {},
): Promise<string> {
  const schema = await ensureServing({ pool }, projection)
  let mode: 'park' | 'careful' = 'park'
  for (;;) {
    const result = await step({ pool, log }, projection, { states: ['active'], limit, mode })
    if (result.status === 'failed' && mode === 'careful') throw result.error
    mode = result.status === 'failed' ? 'careful' : 'park'
    if (result.status === 'moved' && result.entries === 0) return schema
  }
}
