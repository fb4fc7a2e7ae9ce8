import { createBuild, findBuilds } from '../engine/builds.ts'
import type { Projection } from '../engine/projection.ts'
import { step } from '../engine/step.ts'
import { transaction } from '../engine/transaction.ts'
import { timeline } from '../timeline/projection.ts'
import type { TestLog } from './database.ts'

/** Folds the log to its end into the serving build, which is made if there is none. Answers its schema. */
export async function catchUp(
  { pool, log }: Pick<TestLog, 'pool' | 'log'>,
  { projection = timeline, limit = 1000 }: { projection?: Projection; limit?: number } = {},
): Promise<string> {
  await transaction(pool, async (client) => {
    const [active] = await findBuilds(client, projection.name, ['active'])
    if (!active) await createBuild(client, projection, { state: 'active', activate: 'auto', dryRun: false })
  })
  for (;;) {
    const result = await step({ pool, log }, projection, { states: ['active'], limit, mode: 'careful' })
    if (result.status === 'failed') throw result.error
    if (result.status === 'moved' && result.entries === 0) return result.build.schema
  }
}
