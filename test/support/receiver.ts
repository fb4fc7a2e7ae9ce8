import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
  id: string
  message: { type: string; timestamp: string; subscription: string; data: { position: string; n: number }[] }
}

/** What the endpoint does with a delivery: a status, or what it likes. */
export type Behaviour = (received: Received, response: ServerResponse) => number | void | Promise<number | void>

export interface Receiver extends AsyncDisposable {
  url: string
  received: Received[]
  /** `position-n` of every change that came, in the order it came */
  changes(): string[]
  /** From now on; 204 without one */
  answer(behaviour: Behaviour): void
}

/** A real endpoint on loopback. */
export async function openReceiver(behaviour: Behaviour = () => 204): Promise<Receiver> {
  const received: Received[] = []
  let behave = behaviour
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    const one: Received = {
      path: request.url ?? '',
      headers: request.headers,
      body,
      id: String(request.headers['webhook-id']),
      message: JSON.parse(body) as Received['message'],
    }
    received.push(one)
    const status = await behave(one, response)
    if (typeof status === 'number') response.writeHead(status).end()
  }
  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    changes: () => received.flatMap(({ message }) => message.data.map(({ position, n }) => `${position}-${n}`)),
    answer(next) {
      behave = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
