import {
  type ActorFacts,
  dayText,
  type Annotation,
  type Engine,
  type Mention,
  type SourceDocument,
  type Timex,
} from '@dateline/domain'
import { parse, type ParsedText } from '@dateline/english'
import { findActors } from './actors/actors.ts'
import type { Actors } from './actors/types.ts'
import { findAttributions } from './attribution/attributions.ts'
import { datelineEnd, partsOf } from './boilerplate.ts'
import { eventsOf } from './events/events.ts'
import { treesOf } from './events/tree.ts'
import { isEnglish } from './language.ts'
import { publicationDayOf } from './time/resolve.ts'
import { findTimexes } from './time/timexes.ts'

export const ENGINE: Engine = { name: 'dateline', version: '1.2.0' }

/**
 * What a document says: sentences, times, actors and places, who said what, and the events of the 30 types, by the
 * contract `annotation/1`. Pure: the same document gives the same annotation. The only anchor of relative dates is
 * `publishedAt`. A text in another language than English gets its times and names, and no attributions nor events.
 */
export function annotate(document: SourceDocument): Annotation {
  const parsed = parse(document.body)
  const timexes = findTimexes(parsed, document.publishedAt)
  const actors = findActors(parsed, { title: document.title, publishedAt: document.publishedAt })
  const base = {
    id: document.id,
    engine: ENGINE,
    sentences: sentencesOf(parsed),
    timexes: timexes.map(timexOf),
  }
  if (!isEnglish(document.body)) return { ...base, mentions: mentionsOf(actors.mentions), attributions: [], events: [] }
  const published = publicationDayOf(document.publishedAt)
  const attributions = findAttributions(parsed, actors)
  const scene = {
    parsed,
    trees: treesOf(parsed),
    parts: partsOf(parsed),
    actors,
    timexes,
    attributions,
    published: published === null ? null : dayText(published),
    filing: datelineEnd(parsed),
  }
  const { events, mentions } = eventsOf(scene)
  return {
    ...base,
    mentions: mentionsOf([...actors.mentions, ...mentions]),
    attributions: attributions.map(({ source, cue, content, speaker, mode }) => ({
      source,
      cue,
      content,
      speaker,
      mode,
    })),
    events,
    actors: factsOf(actors),
  }
}

/** Of each person that it names: what a reader of other documents could tell them from a namesake by. */
function factsOf({ mentions, info }: Actors): ActorFacts[] {
  const ids = new Set(mentions.filter(({ kind, via }) => kind === 'person' && NAMING.has(via)).map(({ id }) => id))
  return [...ids].flatMap((id) => {
    const { gender, country, offices } = info(id) ?? { gender: null, country: null, offices: [] }
    return gender === null && country === null && offices.length === 0 ? [] : [{ id, gender, country, offices }]
  })
}

const NAMING: ReadonlySet<Mention['via']> = new Set(['name', 'alias'])

function sentencesOf({ text, sentences }: ParsedText) {
  return sentences.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
}

const timexOf = ({ start, end, text, kind, value, edtf }: Timex): Timex => ({ start, end, text, kind, value, edtf })

function mentionsOf(mentions: readonly Mention[]): Mention[] {
  return mentions
    .map(({ start, end, text, kind, id, name, via }) => ({ start, end, text, kind, id, name, via }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
