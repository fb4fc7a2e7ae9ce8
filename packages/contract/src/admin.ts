import { z } from 'zod'
import { CursorText, Id, Instant, Limit, listOf, Position, SourceName, text } from './primitives.ts'

export const SCOPES = ['timelines:read', 'documents:write', 'admin'] as const
export const Scope = z.enum(SCOPES).meta({
  id: 'Scope',
  description: 'What a key may do: read, submit documents without a signature, or everything.',
  example: 'timelines:read',
})

const created = Instant.meta({ description: 'When it was made.' })
const used = Instant.nullable().meta({ description: 'When it was last used, to the minute.' })

export const Source = z
  .strictObject({
    name: SourceName,
    createdAt: created,
    lastUsedAt: used,
    secrets: z
      .array(
        z.strictObject({
          id: Id.meta({ description: 'The secret’s id; the secret itself is never shown again.' }),
          createdAt: created,
          expiresAt: Instant.nullable().meta({ description: 'Until when it holds; null for the current one.' }),
        }),
      )
      .meta({ description: 'The secrets that hold, the newest first.' }),
  })
  .meta({ id: 'Source', description: 'A source that may submit documents.' })

const secret = z
  .string()
  .meta({ description: 'The webhook secret, shown this once.', example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD' })

export const NewSource = z
  .strictObject({ name: SourceName })
  .meta({ id: 'NewSource', description: 'A source to make.' })
export const CreatedSource = z
  .strictObject({ name: SourceName, createdAt: created, secret })
  .meta({ id: 'CreatedSource', description: 'The source, with its secret.' })
export const RotatedSource = z
  .strictObject({
    name: SourceName,
    secret,
    previousExpiresAt: Instant.meta({ description: 'Until when the secret before holds too.' }),
  })
  .meta({ id: 'RotatedSource', description: 'The source’s new secret.' })

export const Key = z
  .strictObject({
    id: Id,
    name: z.string().meta({ description: 'What it is for.', example: 'newsroom' }),
    scopes: z.array(Scope).meta({ description: 'What it may do.' }),
    createdAt: created,
    lastUsedAt: used,
    expiresAt: Instant.nullable().meta({ description: 'Until when it holds yet, once it was rotated.' }),
  })
  .meta({ id: 'Key', description: 'A key, without its secret.' })

export const NewKey = z
  .strictObject({
    name: text(100).meta({ description: 'What it is for.', example: 'newsroom' }),
    scopes: z.array(Scope).min(1).max(SCOPES.length).meta({ description: 'What it may do.' }),
  })
  .meta({ id: 'NewKey', description: 'A key to make.' })

export const CreatedKey = z
  .strictObject({
    id: Id,
    name: z.string().meta({ description: 'What it is for.' }),
    scopes: z.array(Scope).meta({ description: 'What it may do.' }),
    createdAt: created,
    key: z.string().meta({ description: 'The key, shown this once.', example: 'dk_3n5m2kq0c8s4_Zk9…' }),
  })
  .meta({ id: 'CreatedKey', description: 'The key, with its secret.' })

export const RotatedKey = z
  .strictObject({
    ...CreatedKey.shape,
    previousExpiresAt: Instant.meta({ description: 'Until when the key before holds too.' }),
  })
  .meta({ id: 'RotatedKey', description: 'The key that takes the place of another.' })

export const Act = z
  .strictObject({
    id: Id.meta({ description: 'The act’s number.', example: '17' }),
    at: Instant.meta({ description: 'When.' }),
    by: z
      .strictObject({
        keyId: Id.meta({ description: 'The key.' }),
        name: z.string().meta({ description: 'What the key is for.', example: 'newsroom' }),
      })
      .meta({ description: 'Who: the key with which it was asked for.' }),
    action: z.string().meta({ description: 'The operation.', example: 'rotateSource' }),
    target: z
      .record(z.string(), z.string())
      .meta({ description: 'On what: the parameters of the path.', example: { name: 'demo' } }),
    detail: z.unknown().meta({ description: 'What was sent with it, without secrets; null for nothing.' }),
    requestId: z.string().meta({ description: 'To find it in the service’s log.' }),
    address: z.string().meta({ description: 'From where.', example: '127.0.0.1' }),
    status: z
      .int()
      .nullable()
      .meta({ description: 'What was answered; null while it goes on, or if it broke off.', example: 200 }),
  })
  .meta({ id: 'Act', description: 'Something that was done, or tried, with an admin key.' })

export const ActsQuery = z
  .strictObject({
    action: text(100).optional().meta({ description: 'Acts by this operation.', example: 'createKey' }),
    key: Id.optional().meta({ description: 'Acts by this key.' }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .meta({ description: 'Which acts.' })

export const Projection = z
  .strictObject({
    name: z.string().meta({ description: 'Its name.', example: 'timeline' }),
    projection: z.string().meta({ description: 'Whose tables hold it: those of one are replayed together.' }),
    version: z.int().meta({ description: 'The version that serves.', example: 1 }),
    status: z.enum(['live', 'behind', 'stalled', 'absent']).meta({
      description: 'It shows the whole log, is catching up, has not moved for a while, or has no tables yet.',
      example: 'live',
    }),
    build: z.string().nullable().meta({ description: 'The build that serves.', example: '1' }),
    position: Position,
    lag: z
      .strictObject({
        entries: z.int().meta({ description: 'Entries that it does not show yet.', example: 0 }),
        seconds: z.number().meta({ description: 'How old the oldest of them is.', example: 0 }),
      })
      .meta({ description: 'How far it is behind.' }),
    parked: z.int().meta({ description: 'Entries that it lacks because one could not be folded.', example: 0 }),
    replay: z.string().nullable().meta({ description: 'The replay under way.' }),
  })
  .meta({ id: 'Projection', description: 'How a projection stands.' })

export const NewReplay = z
  .strictObject({
    dryRun: z.boolean().default(false).meta({ description: 'Say what would change, and change nothing.' }),
    activate: z
      .enum(['auto', 'manual'])
      .default('auto')
      .meta({ description: 'Whether to switch over when caught up.' }),
  })
  .meta({ id: 'NewReplay', description: 'How to replay.', example: { dryRun: false, activate: 'auto' } })

export const REPLAY_STATES = ['running', 'caughtUp', 'active', 'done', 'cancelled', 'failed'] as const

const moment = (description: string) => Instant.nullable().meta({ description })

export const Replay = z
  .strictObject({
    id: Id,
    projection: z.string().meta({ description: 'The projection that is built anew.', example: 'timeline' }),
    version: z.int().meta({ description: 'The version that builds it.', example: 1 }),
    state: z.enum(REPLAY_STATES).meta({ description: 'Where it stands.', example: 'running' }),
    dryRun: z.boolean().meta({ description: 'Whether it only says what would change.' }),
    activate: z.enum(['auto', 'manual']).meta({ description: 'Whether it switches over by itself.' }),
    done: z.int().meta({ description: 'Entries folded.', example: 120_000 }),
    total: z.int().meta({ description: 'Entries there are to fold.', example: 400_000 }),
    perSecond: z.number().nullable().meta({ description: 'Entries a second, of late; null while unknown.' }),
    secondsLeft: z.number().nullable().meta({ description: 'How long it will take; null while unknown.' }),
    startedAt: Instant.meta({ description: 'When it began.' }),
    caughtUpAt: moment('When it had caught up.'),
    activatedAt: moment('When it took over.'),
    endedAt: moment('When it ended, or was replaced.'),
    error: z.string().nullable().meta({ description: 'Why it failed.' }),
    report: z.unknown().meta({ description: 'What a dry run found; null otherwise.' }),
  })
  .meta({ id: 'Replay', description: 'A projection being built anew beside the one that serves.' })

export const Parked = z
  .strictObject({
    id: Id,
    projection: z.string().meta({ description: 'The projection that lacks it.', example: 'timeline' }),
    position: Position,
    entryId: Id.meta({ description: 'The entry.' }),
    type: z.string().meta({ description: 'The entry’s type.', example: 'election' }),
    stream: z.string().meta({ description: 'Its stream; the stream’s later entries wait behind it.' }),
    state: z.enum(['parked', 'behind', 'released']).meta({
      description: 'It failed, it waits for one that failed, or it is tried again in a moment.',
      example: 'parked',
    }),
    error: z.string().nullable().meta({ description: 'Why it could not be folded.' }),
    attempts: z.int().meta({ description: 'How often it was tried.', example: 1 }),
    parkedAt: Instant.meta({ description: 'Since when.' }),
  })
  .meta({ id: 'Parked', description: 'An entry that a projection could not fold.' })

export const DeadLetter = z
  .strictObject({
    id: Id,
    queue: z.string().meta({ description: 'The queue.', example: 'documents' }),
    jobId: z.string().meta({ description: 'The job.' }),
    documentId: z.string().nullable().meta({ description: 'The document, if it is about one.' }),
    revision: z.int().nullable().meta({ description: 'Which revision of it.' }),
    payload: z.unknown().meta({ description: 'What the job said.' }),
    error: z.string().meta({ description: 'Why it failed.' }),
    attempts: z.int().meta({ description: 'How often it was tried.', example: 5 }),
    failedAt: Instant.meta({ description: 'When it was given up.' }),
    state: z
      .enum(['open', 'retried', 'discarded'])
      .meta({ description: 'Whether it waits for a decision.', example: 'open' }),
    resolvedAt: moment('When it was retried or discarded.'),
  })
  .meta({ id: 'DeadLetter', description: 'A job whose retries ran out.' })

export const DeadLettersQuery = z
  .strictObject({
    state: z.enum(['open', 'retried', 'discarded']).default('open').meta({ description: 'Those that are so.' }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .meta({ description: 'Which dead letters.' })

export const RetriedAll = z
  .strictObject({ retried: z.int().meta({ description: 'How many are tried again.', example: 3 }) })
  .meta({ id: 'RetriedAll', description: 'How many dead letters are tried again.' })

export const ActList = listOf('ActList', Act, 'acts')
export const SourceList = listOf('SourceList', Source, 'sources')
export const KeyList = listOf('KeyList', Key, 'keys')
export const ProjectionList = listOf('ProjectionList', Projection, 'projections')
export const ParkedList = listOf('ParkedList', Parked, 'parked entries')
export const DeadLetterList = listOf('DeadLetterList', DeadLetter, 'dead letters')
