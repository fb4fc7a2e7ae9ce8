import { type DocumentAnnotated, type EventReported, spanOf } from '@dateline/domain'

/** The annotation with the words of the text put back to its spans: `annotation/1`, and the text itself. */
export function annotationView(
  annotated: DocumentAnnotated,
  events: readonly EventReported[],
  { body, title }: { body: string; title: string | null },
): object {
  const span = (offsets: readonly [number, number]) => spanOf(body, offsets)
  const spanOrNull = (offsets: readonly [number, number] | null) => (offsets === null ? null : span(offsets))
  return {
    id: annotated.documentId,
    revision: annotated.revision,
    engine: annotated.engine,
    title,
    body,
    sentences: annotated.sentences.map(span),
    timexes: annotated.timexes.map(({ span: at, ...timex }) => ({ ...span(at), ...timex })),
    mentions: annotated.mentions.map(({ span: at, ...mention }) => ({ ...span(at), ...mention })),
    attributions: annotated.attributions.map(({ source, cue, content, ...attribution }) => ({
      source: spanOrNull(source),
      cue: spanOrNull(cue),
      content: content.map(span),
      ...attribution,
    })),
    events: events.map(
      ({ type, trigger, evidence, date, participants, place, attributes, realis, assertedBy, confidence }) => ({
        type,
        trigger,
        evidence,
        date,
        participants,
        place,
        attributes,
        realis,
        assertedBy,
        confidence,
      }),
    ),
  }
}
