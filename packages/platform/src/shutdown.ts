import closeWithGrace from 'close-with-grace'
import type { Logger } from './logging.ts'

/** How long what is in hand may take to end, in milliseconds. */
const GRACE = 20_000

/**
 * Calls `close` once: at SIGINT or SIGTERM, at an error nobody caught, or when the answered function is called; then
 * the process ends. A second signal, or the end of the grace, ends it at once.
 */
export function onShutdown(logger: Logger, close: () => Promise<void>): () => void {
  const handle = closeWithGrace({ delay: GRACE, logger }, async ({ err, signal }) => {
    if (err) logger.fatal({ err }, 'closing after an error that nobody caught')
    else logger.info({ signal }, 'closing')
    await close()
  })
  return () => handle.close()
}
