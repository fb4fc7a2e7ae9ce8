import type { Annotation, Engine, SourceDocument } from '@dateline/domain'
import { Piscina } from 'piscina'
import type { Annotator } from './process.ts'

export interface ThreadAnnotator extends Annotator {
  close(): Promise<void>
}

export interface ThreadAnnotatorOptions {
  /** Documents that are annotated at once */
  threads: number
  /** Milliseconds that one document may take, before its thread is ended. Default: five minutes */
  timeLimit?: number | undefined
  /** A module that exports `annotate(document)` and `engine()`; default: the extraction engine */
  module?: URL | undefined
}

const TIME_LIMIT = 300_000

/**
 * Runs the engine in threads of its own, because it is pure computation: however long a document keeps it busy, the
 * main thread goes on renewing locks and answering requests. A thread that dies takes one document with it.
 */
export async function createThreadAnnotator({
  threads,
  timeLimit = TIME_LIMIT,
  module = new URL('./annotate-thread.ts', import.meta.url),
}: ThreadAnnotatorOptions): Promise<ThreadAnnotator> {
  const pool = new Piscina<SourceDocument, Annotation>({
    filename: module.href,
    name: 'annotate',
    minThreads: threads,
    maxThreads: threads,
  })
  const turns = createTurns(threads)
  try {
    const engine = (await pool.run(undefined as never, { name: 'engine' })) as unknown as Engine
    return {
      engine,
      async annotate(document, signal) {
        // Waiting for a thread is not the document's fault: its time counts from when it has one.
        const release = await turns()
        const late = AbortSignal.timeout(timeLimit)
        try {
          signal.throwIfAborted()
          return await pool.run(document, { signal: AbortSignal.any([signal, late]) })
        } catch (error) {
          if (late.aborted && !signal.aborted)
            throw new Error(`the annotation took longer than ${timeLimit / 1000} s`, { cause: error })
          throw error
        } finally {
          release()
        }
      },
      close: () => pool.destroy(),
    }
  } catch (error) {
    await pool.destroy()
    throw error
  }
}

/** At most `size` turns at once, first come, first served: waits for one, answers how to give it back. */
function createTurns(size: number): () => Promise<() => void> {
  const waiting: (() => void)[] = []
  let free = size
  const release = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return async () => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return release
  }
}
