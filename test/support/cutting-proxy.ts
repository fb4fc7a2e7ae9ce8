import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface CuttingProxy {
  /** The database's URL by way of the proxy */
  url: string
  /** The next answer of the server to whoever says this is not let through: both sides lose the connection */
  cutAnswerTo(words: string): void
  /** How many answers were cut */
  cuts(): number
  close(): Promise<void>
}

/** A proxy before Postgres that drops a connection when the server has answered and before the client hears it. */
export async function startCuttingProxy(url: string): Promise<CuttingProxy> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let words: string | undefined
  let count = 0
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let armed = false
    sockets.add(client).add(upstream)
    client.on('data', (data) => {
      if (words !== undefined && data.includes(words)) {
        armed = true
        words = undefined
      }
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      if (armed) {
        count++
        client.destroy()
        upstream.destroy()
      } else client.write(data)
    })
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    cutAnswerTo(said) {
      words = said
    },
    cuts: () => count,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
