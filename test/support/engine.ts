import type { Annotation, Engine, SourceDocument } from '@dateline/domain'

/** An engine for tests, run in the annotator's threads: what the body says, it does. */
export function annotate(document: SourceDocument): Annotation {
  if (document.body.startsWith('throw')) throw new Error('the engine failed on it')
  if (document.body.startsWith('exit')) process.exit(3)
  const busy = /^busy (\d+)/.exec(document.body)
  if (busy) {
    const end = performance.now() + Number(busy[1])
    while (performance.now() < end);
  }
  return { id: document.id, engine: engine(), sentences: [], timexes: [], mentions: [], attributions: [], events: [] }
}

export function engine(): Engine {
  return { name: 'test', version: '1' }
}
