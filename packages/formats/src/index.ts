import { atom } from './atom.ts'
import { csv } from './csv.ts'
import { geojson } from './geojson.ts'
import type { Format } from './format.ts'
import { icalendar } from './icalendar.ts'
import { jsonld } from './jsonld.ts'
import { ndjson } from './ndjson.ts'
import { timelinejs } from './timelinejs.ts'

export type { Context, Format } from './format.ts'

/** All formats of a list of events besides JSON itself. */
export const FORMATS: readonly Format[] = [ndjson, csv, icalendar, atom, geojson, jsonld, timelinejs]
