import { Agent, get } from 'node:http'

export interface Latencies {
  /** Milliseconds from when a request was due, not from when it could be sent */
  p50: number
  p99: number
  failed: number
  /** Bytes of the first answer */
  bytes: number
}

/**
 * Asks at a steady rate whatever the answers take: who waits does not spare the server the next request, as users do not.
 * The paths are taken in turns.
 */
export async function askSteadily(
  url: string,
  paths: readonly string[],
  { rate, seconds, connections = 16 }: { rate: number; seconds: number; connections?: number },
): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const due = performance.now() + 20
  let failed = 0
  let bytes = 0
  const asked = Array.from({ length: Math.round(rate * seconds) }, async (_, n) => {
    const at = due + (n * 1000) / rate
    await new Promise((resolve) => setTimeout(resolve, at - performance.now()))
    const { status, length } = await fetchOnce(agent, `${url}${paths[n % paths.length] ?? ''}`)
    if (status !== 200) failed += 1
    if (n === 0) bytes = length
    return performance.now() - at
  })
  const took = (await Promise.all(asked)).sort((a, b) => a - b)
  agent.destroy()
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), failed, bytes }
}

function fetchOnce(agent: Agent, url: string): Promise<{ status: number; length: number }> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let length = 0
      response.on('data', (chunk: Buffer) => (length += chunk.length))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, length }))
    }).on('error', reject)
  })
}
