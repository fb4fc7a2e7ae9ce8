import { createServer } from 'node:http'
import { once } from 'node:events'

export interface HealthPort {
  close(): Promise<void>
}

/**
 * For processes without an interface of their own: answers 200 on any path as long as the process turns over, which is
 * all that a supervisor needs to know. Nothing is opened where no port is set.
 */
export async function serveHealth({
  host,
  healthPort,
}: {
  host: string
  healthPort: number | undefined
}): Promise<HealthPort> {
  if (healthPort === undefined) return { close: () => Promise.resolve() }
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/plain').end('ok\n'))
  server.listen(healthPort, host)
  await once(server, 'listening')
  return {
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
