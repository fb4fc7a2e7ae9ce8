import { CHANGE_KINDS, parseEdtf } from '@dateline/domain'
import { z } from 'zod'
import { Place } from './events.ts'
import {
  ActorId,
  CursorText,
  Id,
  Instant,
  Limit,
  listOf,
  orNull,
  Position,
  RealisName,
  Role,
  text,
} from './primitives.ts'

const reason = text(2000).meta({
  description: 'Why, for whoever reads the history.',
  example: 'Both tell of one vote.',
})

const eventId = Id.meta({ description: 'The event, as the timeline shows it.' })
const actorId = ActorId.meta({ description: 'The actor.' })
const documentId = Id.meta({ description: 'The document.' })

const leaving = {
  documentIds: z
    .array(Id)
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: 'The documents that leave, or `evidence` of them.' }),
  evidence: z
    .array(z.object({ documentId: Id }).meta({ description: 'Evidence as the event shows it.' }))
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: 'Pieces of evidence: the reports of their documents leave.' }),
}

/** Names the documents one way or the other. */
function leaves(value: { documentIds?: unknown; evidence?: unknown }): boolean {
  return (value.documentIds === undefined) !== (value.evidence === undefined)
}

const LEAVES = { message: 'name what leaves by either documentIds or evidence', path: ['documentIds'] }

const AmendedParticipant = z
  .strictObject({
    role: Role,
    actor: ActorId,
    name: text(300).optional().meta({ description: 'Needed for an actor that nobody has named yet.' }),
  })
  .meta({ description: 'An actor in its role.' })

const EdtfOrUnknown = text(128)
  .refine((value) => value === 'unknown' || parseEdtf(value) !== null, {
    message: 'must be `unknown` or EDTF: 2022-11-20, 2022-11, 2022, 199X, 2022-01/2022-03',
  })
  .meta({ description: 'EDTF, or `unknown`.', example: '2022-11-20' })

export const AmendedFields = z
  .object({
    'date.edtf': EdtfOrUnknown.optional(),
    place: orNull(Place).optional().meta({ description: 'Where; null: nobody knows.' }),
    realis: RealisName.optional(),
    participants: z.array(AmendedParticipant).max(100).optional().meta({ description: 'All of them.' }),
  })
  .catchall(z.unknown())
  .refine((set) => Object.keys(set).length > 0, { message: 'name at least one field' })
  .meta({
    description:
      'New values by dotted path: `date.edtf`, `place`, `realis`, `participants`, or `attributes.` and a name that ' +
      'the event’s type has; null takes an attribute away.',
    example: { 'attributes.fatalities': { value: 12, qualifier: '=', unit: 'person' } },
  })

/** A kind of correction: what it names, and why. */
function correction<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, description: string, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind).meta({ description }), ...shape, reason })
}

export const NewCorrection = z
  .discriminatedUnion('kind', [
    correction('event.amend', 'What the event says is wrong.', { eventId, set: AmendedFields }),
    correction('event.withdraw', 'It did not happen, or is no event.', { eventId }),
    correction('event.merge', 'Both are one event.', {
      eventId,
      into: Id.meta({ description: 'The event that it becomes part of.' }),
    }),
    correction('event.split', 'It is two events.', { eventId, ...leaving }).refine(leaves, LEAVES),
    correction('actor.merge', 'Both are one actor.', {
      actorId,
      into: ActorId.meta({ description: 'The actor that it is.' }),
    }),
    correction('actor.split', 'In some documents it is somebody else.', {
      actorId,
      ...leaving,
      name: text(300).optional().meta({ description: 'The name of the other one; the same where left out.' }),
    }).refine(leaves, LEAVES),
    correction('actor.rename', 'It goes by another name.', {
      actorId,
      name: text(300).meta({ description: 'The name.', example: 'Kassym-Jomart Tokayev' }),
    }),
    correction('document.retract', 'Nothing that it says counts.', { documentId }),
    correction('document.erase', 'Its words are to be gone, for good.', { documentId }),
    correction('document.reprocess', 'It is to be annotated again, by a newer engine.', { documentId }),
    correction('correction.undo', 'An earlier correction is taken back.', {
      correctionId: Id.meta({ description: 'The correction that is taken back.' }),
    }),
  ])
  .meta({
    id: 'NewCorrection',
    description: 'What is wrong, and what is right.',
    example: { kind: 'event.withdraw', eventId: '3n5m2kq0c8s4w1v7y6t9x2b0da', reason: 'It was an exercise.' },
  })

export type NewCorrection = z.infer<typeof NewCorrection>

export const Correction = z
  .strictObject({
    id: Id,
    kind: z.enum(CHANGE_KINDS).meta({ description: 'What kind of correction it is.', example: 'event.merge' }),
    change: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What it changes; a split says the id of the new event or actor.' }),
    reason: z.string().meta({ description: 'Why.' }),
    author: z
      .strictObject({
        id: Id.meta({ description: 'The key.' }),
        name: z.string().meta({ description: 'The key’s name.', example: 'desk' }),
      })
      .meta({ description: 'Whose it is.' }),
    position: Position.meta({ description: 'Its position in the log: the timeline shows it from there on.' }),
    recordedAt: Instant.meta({ description: 'When it was made.' }),
  })
  .meta({ id: 'Correction', description: 'A correction that was made.' })

export const CorrectionsQuery = z
  .strictObject({ limit: Limit, cursor: CursorText.optional() })
  .meta({ description: 'Which corrections.' })

export const CorrectionList = listOf('CorrectionList', Correction, 'corrections')
