import { type Client, type Delivery, RequestRefused, type SigningSource } from '@dateline/client'
import { deliveryId, type Input, type Item } from './submit-inputs.ts'

/** What has become of the documents of an input. */
export interface Delivered {
  taken: { id: string; duplicate: boolean }[]
  /** `name: where what is wrong` */
  refused: string[]
}

/** The service takes 100 documents and 10 MiB at once. */
const MOST = { documents: 100, bytes: 8 * 1024 * 1024 }

/** Submits an input in as few deliveries as it takes; `told` after each. Throws what no document is to blame for. */
export async function* deliver(client: Client, source: SigningSource, input: Input): AsyncGenerator<Delivered> {
  if (input.kind === 'feed') {
    const id = deliveryId(source.name, input.text)
    yield await attempt(client.submitFeed(source, input.text, { id }), (pointer) => nameIn(pointer, input.name))
    return
  }
  for (const batch of batches(input.items)) {
    const documents = batch.map(({ document }) => document)
    const id = deliveryId(source.name, JSON.stringify(documents))
    // The service says what is wrong with them: they are checked there and nowhere else.
    const delivery = { documents } as unknown as Delivery
    yield await attempt(client.submit(source, delivery, { id }), (pointer) => {
      const [, list, index, ...rest] = pointer.split('/')
      const item = list === 'documents' ? batch[Number(index)] : undefined
      return item ? `${item.name}: ${rest.join('/') || 'the document'}` : `${batch[0]?.name ?? ''}: ${pointer}`
    })
  }
}

function nameIn(pointer: string, name: string): string {
  const [, list, index, ...rest] = pointer.split('/')
  return list === 'items' ? `${name}: item ${Number(index) + 1}: ${rest.join('/')}` : `${name}:`
}

async function attempt(
  submitted: ReturnType<Client['submit']>,
  where: (pointer: string) => string,
): Promise<Delivered> {
  const told = (errors: { pointer: string; message: string }[] = []) =>
    errors.map(({ pointer, message }) => `${where(pointer)} ${message}`)
  try {
    const { data, errors } = await submitted
    return { taken: data, refused: told(errors) }
  } catch (error) {
    if (error instanceof RequestRefused && error.status === 422)
      return { taken: [], refused: told(error.problem.errors) }
    throw error
  }
}

function* batches(items: readonly Item[]): Generator<Item[]> {
  let batch: Item[] = []
  let bytes = 0
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item.document))
    if (batch.length === MOST.documents || (batch.length > 0 && bytes + size > MOST.bytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(item)
    bytes += size
  }
  if (batch.length > 0) yield batch
}
