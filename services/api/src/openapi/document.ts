import { openApiDocument } from '@dateline/contract'
import manifest from '../../package.json' with { type: 'json' }

/** The OpenAPI document as it is checked in. */
export function documentText(): string {
  return `${JSON.stringify(openApiDocument(manifest.version), null, 2)}\n`
}
