import { type Change, type CorrectionMade, derivedId, documentStream } from '@dateline/domain'
import type { Append } from '@dateline/event-log'
import * as fc from 'fast-check'
import { place } from './story.ts'

/** A correction of something that a story told before, or the undo of an earlier one. */
interface Step {
  /** Where in the story, from 0 to 1 */
  after: number
  act: 'amend' | 'withdraw' | 'merge' | 'split' | 'mergeActor' | 'splitActor' | 'rename' | 'retract' | 'undo'
  one: number
  other: number
}

const step: fc.Arbitrary<Step> = fc.record({
  after: fc.double({ min: 0, max: 1, noNaN: true }),
  act: fc.constantFrom('amend', 'withdraw', 'merge', 'split', 'mergeActor', 'splitActor', 'rename', 'retract', 'undo'),
  one: fc.nat(1000),
  other: fc.nat(1000),
})

/** Mixes corrections into a story; answers it with them, and without. Whether what they name is there is left open. */
export function withCorrections(
  stories: fc.Arbitrary<(run: number) => Append[]>,
): fc.Arbitrary<(run: number) => { corrected: Append[]; undoing: Append[] }> {
  return fc.tuple(stories, fc.array(step, { minLength: 1, maxLength: 8 })).map(([storyOf, steps]) => (run) => {
    const story = storyOf(run)
    const corrected: Append[] = []
    const standing: { id: string; stream: string }[] = []
    const told: string[] = []
    const documents: string[] = []
    const append = (stream: string, id: string, change: Change): Append => {
      const data: CorrectionMade = { change, reason: 'It is wrong', author: { id: 'k', name: 'desk' } }
      return { stream, expected: 'any', entries: [{ id, type: 'correction.made', schemaVersion: 1, data }] }
    }
    const undo = ({ id, stream }: { id: string; stream: string }) =>
      append(stream, `undo-${id}`, { kind: 'correction.undo', correctionId: id })
    for (const [index, one] of story.entries()) {
      corrected.push(one)
      for (const { id, type, data } of one.entries) {
        if (type.startsWith('document.')) documents.push((data as { documentId: string }).documentId)
        else told.push(derivedId('event', id))
      }
      for (const [n, { after, act, one, other }] of steps.entries()) {
        if (Math.floor(after * story.length) !== index) continue
        if (act === 'undo') {
          const [taken] = standing.splice(one % (standing.length || 1), 1)
          if (taken) corrected.push(undo(taken))
          continue
        }
        const id = `correction-${run}-${n}`
        const change = changeOf(act, id, { told, documents, one, other })
        if (!change) continue
        const stream = 'documentId' in change ? documentStream(change.documentId ?? '') : `corrections-${run}`
        if (act === 'retract' && standing.some((earlier) => earlier.stream === stream)) continue
        standing.push({ id, stream })
        corrected.push(append(stream, id, change))
      }
    }
    return { corrected, undoing: standing.map(undo) }
  })
}

const PEOPLE = ['person:ann-lee', 'person:bo-chan', 'person:cy-dov', 'country:RU']

function changeOf(
  act: Exclude<Step['act'], 'undo'>,
  id: string,
  { told, documents, one, other }: { told: string[]; documents: string[]; one: number; other: number },
): Change | null {
  const eventId = told[one % told.length]
  const into = told[other % told.length]
  const documentId = documents[one % documents.length]
  const actorId = PEOPLE[one % PEOPLE.length] ?? ''
  const otherActor = PEOPLE[other % PEOPLE.length] ?? ''
  if (!eventId || !into || !documentId) return null
  if (act === 'withdraw') return { kind: 'event.withdraw', eventId }
  if (act === 'merge') return into === eventId ? null : { kind: 'event.merge', eventId, into }
  if (act === 'split')
    return { kind: 'event.split', eventId, documentIds: [documentId], newEventId: derivedId('event', id) }
  if (act === 'mergeActor') return actorId === otherActor ? null : { kind: 'actor.merge', actorId, into: otherActor }
  if (act === 'rename') return { kind: 'actor.rename', actorId, name: 'Renamed Person' }
  if (act === 'retract') return { kind: 'document.retract', documentId }
  if (act === 'splitActor') {
    const newActorId = `person:${derivedId('actor', id)}`
    return { kind: 'actor.split', actorId, documentIds: [documentId], newActorId, name: 'Another' }
  }
  const dated = { 'date.edtf': '2024-05-03', 'attributes.fatalities': { value: 9, qualifier: '=', unit: 'person' } }
  const set = other % 2 ? dated : { place: place('place:ZE/zenda', 'Zenda'), participants: [] }
  return { kind: 'event.amend', eventId, set }
}
