import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

export interface ServedApi {
  /** `http://127.0.0.1:8080` */
  url: string
  server: Server
  /** Takes no more connections, lets the requests in hand end, and ends those that take too long. */
  close(): Promise<void>
}

/** How long a request may take to arrive, in milliseconds: a slow sender holds no connection for ever. */
const REQUEST_MS = 60_000
const HEADERS_MS = 15_000
/** How long requests in hand may take to end. */
const GRACE_MS = 8_000

/** Listens; rejects if it cannot, as when the port is taken. */
export async function serve(app: Express, { host, port }: { host: string; port: number }): Promise<ServedApi> {
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, keepAliveTimeout: 30_000, maxHeaderSize: 32 * 1024 },
    app,
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { address, port: bound, family } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    server,
    async close() {
      app.emit('close')
      await close(server)
    },
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(late)
}
