import type { Annotation, Engine, SourceDocument } from '@dateline/domain'
import { annotate as annotateDocument, ENGINE } from '@dateline/extraction'

/** What runs in the annotator's threads, where the engine and its model are loaded. */
export function annotate(document: SourceDocument): Annotation {
  return annotateDocument(document)
}

export function engine(): Engine {
  return ENGINE
}
