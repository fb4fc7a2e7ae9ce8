/** A message of a stream of Server-Sent Events, as the standard has a client read it. */
export interface Message {
  id: string
  event: string
  data: string
}

export interface Stream {
  status: number
  contentType: string | null
  messages: Message[]
  /** The last id, also one that came without data */
  lastId(): string
  comments(): number
  /** How it ended: by the server, or cut off */
  end: Promise<'ended' | 'cut'>
  close(): void
}

/** Opens a stream and reads it as it comes. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<Stream> {
  const abort = new AbortController()
  const response = await fetch(url, { headers, signal: abort.signal })
  const messages: Message[] = []
  let id = ''
  let comments = 0
  const read = async () => {
    let rest = ''
    for await (const part of response.body ?? []) {
      rest += Buffer.from(part).toString()
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
        )
        if (fields.has('')) comments += 1
        id = fields.get('id') ?? id
        const data = fields.get('data')
        if (data !== undefined) messages.push({ id, event: fields.get('event') ?? 'message', data })
      }
    }
  }
  const end = read().then(
    () => 'ended' as const,
    () => 'cut' as const,
  )
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    messages,
    lastId: () => id,
    comments: () => comments,
    end,
    close: () => abort.abort(),
  }
}
