import type { Format } from './format.ts'

/** One event a line, as the JSON list has it. */
export const ndjson: Format = {
  suffix: 'ndjson',
  mediaType: 'application/x-ndjson',
  render: (items) => items.map((item) => `${item}\n`).join(''),
}
