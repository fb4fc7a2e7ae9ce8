import type { DocumentInput, Submitted as SubmittedSchema } from '@dateline/contract'
import type { z } from 'zod'
import { send, type SendOptions } from './send.ts'
import { signDelivery } from './sign.ts'
import { followStream, type StreamMessage, type StreamOptions } from './stream.ts'
import type { AnswerOf, Arguments, GetPath, ItemOf, ListPath, OptionsOf, PathOf, PostPath } from './types.ts'
import { urlOf } from './url.ts'

export interface ClientOptions {
  /** Where the service is: `http://127.0.0.1:8080` */
  url: string
  /** A key, for what needs one */
  key?: string
  /** In place of the global one */
  fetch?: typeof fetch
  /** How often what may be repeated without harm is tried again while the service is away or busy; 3 unless told */
  retries?: number
  /** Milliseconds for an answer to begin; 30,000 unless told */
  timeout?: number
  now?: () => Date
  newId?: () => string
}

/** A source of documents and its webhook secret. */
export interface SigningSource {
  name: string
  secret: string
}

type Document = z.input<typeof DocumentInput>
type Submitted = z.output<typeof SubmittedSchema>

/** A document, or up to 100 of them. */
export type Delivery = Document | { documents: Document[] }

export interface Client {
  /** Reads one resource or one page. Throws `RequestRefused` with the problem, or `NoAnswer`. */
  get<Path extends GetPath>(path: Path, ...options: Arguments<OptionsOf<'get', Path>>): Promise<AnswerOf<'get', Path>>
  post<Path extends PostPath>(
    path: Path,
    ...options: Arguments<OptionsOf<'post', Path>>
  ): Promise<AnswerOf<'post', Path>>
  patch<Path extends PathOf<'patch'>>(
    path: Path,
    ...options: Arguments<OptionsOf<'patch', Path>>
  ): Promise<AnswerOf<'patch', Path>>
  delete<Path extends PathOf<'delete'>>(path: Path, ...options: Arguments<OptionsOf<'delete', Path>>): Promise<void>
  /** Walks a list page by page to its end, all of them of the moment that the first one shows. */
  pages<Path extends ListPath>(
    path: Path,
    ...options: Arguments<OptionsOf<'get', Path>>
  ): AsyncGenerator<AnswerOf<'get', Path>, void, undefined>
  /** Walks a list item by item to its end. */
  items<Path extends ListPath>(
    path: Path,
    ...options: Arguments<OptionsOf<'get', Path>>
  ): AsyncGenerator<ItemOf<Path>, void, undefined>
  /** Follows changes as they come, over broken connections, until the signal is aborted. */
  stream(
    filters?: Omit<NonNullable<OptionsOf<'get', '/v1/stream'>['query']>, 'lastEventId'>,
    options?: StreamOptions,
  ): AsyncGenerator<StreamMessage, void, undefined>
  /**
   * Submits a document or a batch, signed. Sent again where no answer came, under the same delivery id, so that it is
   * taken once.
   */
  submit(source: SigningSource, delivery: Delivery, options?: DeliveryOptions): Promise<Submitted>
  /** Submits an RSS, Atom or JSON feed as it is, signed. */
  submitFeed(source: SigningSource, feed: string, options?: DeliveryOptions): Promise<Submitted>
}

export interface DeliveryOptions {
  /** The delivery's id: the same one again is answered the same */
  id?: string
  signal?: AbortSignal
}

interface AnyOptions {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal
}

/** A client of the interface, its types those of the schemas by which the service parses. Runs in browsers too. */
export function createClient(options: ClientOptions): Client {
  const { url, key, timeout = 30_000, now = () => new Date(), newId = () => crypto.randomUUID() } = options
  const sending: SendOptions = { fetch: options.fetch ?? fetch, retries: options.retries ?? 3, timeout }
  const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }

  async function call(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    { params, query, body, signal }: AnyOptions,
  ): Promise<unknown> {
    const response = await send(
      sending,
      urlOf(url, path, params, query),
      {
        method,
        headers: { accept: 'application/json', ...authorization, ...(body === undefined ? {} : JSON_BODY) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      },
      method === 'GET',
    )
    return response.status === 204 ? undefined : response.json()
  }

  async function deliver(
    path: string,
    { name, secret }: SigningSource,
    body: string,
    type: string,
    more: DeliveryOptions,
  ) {
    const id = more.id ?? newId()
    const signed = await signDelivery(secret, id, now(), body)
    const init = {
      method: 'POST',
      headers: { ...signed, 'content-type': type },
      body,
      ...(more.signal ? { signal: more.signal } : {}),
    }
    const response = await send(sending, urlOf(url, path, { source: name }), init, true)
    return (await response.json()) as Submitted
  }

  async function* pages(path: string, { query, ...rest }: AnyOptions = {}): AsyncGenerator<Page, void, undefined> {
    let cursor: string | null | undefined
    do {
      const page = (await call('GET', path, { ...rest, query: cursor ? { ...query, cursor } : (query ?? {}) })) as Page
      yield page
      cursor = page.page.next
    } while (cursor !== null)
  }

  async function* items(path: string, more?: AnyOptions): AsyncGenerator<unknown, void, undefined> {
    for await (const { data } of pages(path, more)) yield* data
  }

  // What is answered is what the schemas say: the service's tests hold it to them.
  return {
    get: (path: string, more: AnyOptions = {}) => call('GET', path, more),
    post: (path: string, more: AnyOptions = {}) => call('POST', path, more),
    patch: (path: string, more: AnyOptions = {}) => call('PATCH', path, more),
    delete: (path: string, more: AnyOptions = {}) => call('DELETE', path, more),
    pages,
    items,
    stream: (filters: Record<string, unknown> = {}, more: StreamOptions = {}) =>
      followStream(sending, urlOf(url, '/v1/stream', {}, filters), authorization, more),
    submit: (source: SigningSource, delivery: Delivery, more: DeliveryOptions = {}) =>
      deliver('/v1/webhooks/{source}/documents', source, JSON.stringify(delivery), JSON_BODY['content-type'], more),
    submitFeed: (source: SigningSource, feed: string, more: DeliveryOptions = {}) =>
      deliver('/v1/webhooks/{source}/feed', source, feed, feedType(feed), more),
  } as unknown as Client
}

interface Page {
  data: unknown[]
  page: { next: string | null }
}

function feedType(feed: string): string {
  return feed.trimStart().startsWith('{') ? 'application/feed+json' : 'application/xml'
}

const JSON_BODY = { 'content-type': 'application/json' } as const
