import { fold, slug } from './fold.ts'
import { COUNTRIES } from './country-table.ts'
import { ARMED, MEDIA_TABLE, ORGANISATION_TABLE, SEATS_OF_POWER } from './organisation-table.ts'
import { BLOCS, PLACE_TABLE, WORLD_REGIONS } from './place-table.ts'
import { pieces } from './pieces.ts'
import placeData from './data/places.json' with { type: 'json' }
import { indexWords, type WordIndex } from './word-index.ts'

/** What a name of the gazetteer stands for. One name may stand for several things. */
export type KnownName = Known & Spelled
type Known = CountryName | DemonymName | OrganisationName | PlaceName | RegionName

interface Named {
  id: string
  name: string
  /** ISO 3166-1 alpha-2, null for what belongs to no country */
  country: string | null
}

/** How one of the names of something is written. */
interface Spelled {
  /** The name is an acronym: only its capitals match */
  acronym: boolean
  /** The name begins with a small letter: `al-Qaeda` */
  opensSmall: boolean
  /** Its last word does: "Medellin cartel" */
  endsSmall: boolean
}
interface CountryName extends Named {
  type: 'country'
  country: string
  historic: boolean
  /** One of its other names */
  alias: boolean
}
/** An adjective ("Kazakh"), or what people of a country are called ("Kazakhs") */
interface DemonymName extends Named {
  type: 'adjective' | 'people'
}
interface OrganisationName extends Named {
  type: 'organisation'
  kind: 'organization' | 'group'
  media: boolean
  /** A building that stands for who works there */
  seat: boolean
  alias: boolean
}
interface PlaceName extends Named {
  type: 'place'
  /** Thousands of inhabitants; 0 for what is no city */
  thousands: number
  /** It is in the project's own list: known far beyond its country */
  listed: boolean
  /** The country whose government the city stands for */
  seatOf: string | null
}
interface RegionName extends Named {
  type: 'region' | 'regionAdjective' | 'bloc'
}

export interface Match {
  /** How many pieces of the text it takes */
  length: number
  entries: readonly KnownName[]
}

export interface Gazetteer {
  /** The longest name that begins at `pieces[at]`, with all that it may stand for. Pieces are folded. */
  longest: (pieces: readonly string[], at: number) => Match | null
  lookup: (name: string) => readonly KnownName[]
  country: (code: string) => CountryName | undefined
  organisation: (id: string) => OrganisationName | undefined
}

/** Everything that has a name of its own: some 40,000 names. Built once, at the first use. */
export function gazetteer(): Gazetteer {
  built ??= build()
  return built
}
let built: Gazetteer | undefined

function build(): Gazetteer {
  const names = new Map<string, KnownName[]>()
  /** Pieces of the longest name that begins with a piece, where that is more than one */
  const longestByFirst = new Map<string, number>()
  const note = (first: string, length: number) => {
    if (length > (longestByFirst.get(first) ?? 1)) longestByFirst.set(first, length)
  }
  const add = (surface: string, what: Known) => {
    const parts = pieces(surface)
    const key = parts.join(' ')
    const known = names.get(key)
    const entry = { ...what, ...spelling(surface) }
    if (!known) names.set(key, [entry])
    else if (!known.some((other) => other.type === entry.type && other.id === entry.id)) known.push(entry)
    note(parts[0] ?? '', parts.length)
  }
  const packed = readPlaces(note)
  const unpacked = new Set<string>()
  const find = (key: string): readonly KnownName[] | undefined => {
    const line = unpacked.has(key) ? undefined : packed.line(key)
    if (line !== undefined) {
      unpacked.add(key)
      for (const place of unpack(line)) add(place.name, place)
    }
    return names.get(key)
  }
  const countries = addCountries(add)
  const organisations = addOrganisations(add)
  addPlaces(add)
  return {
    longest(at, from) {
      const most = Math.min(longestByFirst.get(at[from] ?? '') ?? 1, at.length - from)
      let found: Match | null = null
      let key = ''
      for (let length = 1; length <= most; length++) {
        key = length === 1 ? (at[from] ?? '') : `${key} ${at[from + length - 1]}`
        const entries = find(key)
        if (entries) found = { length, entries }
      }
      return found
    },
    lookup: (name) => find(pieces(name).join(' ')) ?? [],
    country: (code) => countries.get(code),
    organisation: (id) => organisations.get(id),
  }
}

type Add = (surface: string, what: Known) => void

function addCountries(add: Add): Map<string, CountryName> {
  const byCode = new Map<string, CountryName>()
  for (const { code, name, names, adjectives, people, historic } of COUNTRIES) {
    const base = { id: `country:${code}`, name, country: code }
    for (const surface of names) {
      const entry = {
        ...base,
        type: 'country' as const,
        historic,
        alias: surface !== name,
      }
      if (surface === name) byCode.set(code, entry)
      add(surface.replace(/^the /u, ''), entry)
    }
    for (const surface of adjectives) add(surface, { ...base, type: 'adjective' })
    for (const surface of people) add(surface, { ...base, type: 'people' })
  }
  return byCode
}

function addOrganisations(add: Add): Map<string, OrganisationName> {
  const byId = new Map<string, OrganisationName>()
  const rows = [...ORGANISATION_TABLE.trim().split('\n'), ...MEDIA_TABLE.trim().split('\n')]
  const firstOutlet = ORGANISATION_TABLE.trim().split('\n').length
  rows.forEach((row, index) => {
    const [key = '', name = '', aliases = '', country = ''] = row.split('|')
    const entry = {
      type: 'organisation' as const,
      id: `org:${key}`,
      name: name.replace(/^the /u, ''),
      country: country || null,
      kind: ARMED.has(key) ? ('group' as const) : ('organization' as const),
      media: index >= firstOutlet,
      seat: SEATS_OF_POWER.has(key),
    }
    byId.set(entry.id, { ...entry, alias: false })
    for (const surface of [name, ...aliases.split(';')].filter(Boolean)) {
      add(surface.replace(/^the |^The (?=\p{Lu}\p{Ll}+ )/u, ''), {
        ...entry,
        alias: surface !== name,
      })
      if (surface.startsWith('The ')) add(surface, { ...entry, alias: false })
    }
  })
  return byId
}

const SEATS = new Map(
  COUNTRIES.filter(({ historic }) => !historic).flatMap(({ code, seats }) =>
    seats.map((name) => [`${code} ${fold(name)}`, code] as const),
  ),
)

function place(country: string, name: string, thousands: number): PlaceName {
  return {
    type: 'place',
    id: `place:${country}/${slug(name)}`,
    name,
    country,
    thousands,
    listed: false,
    seatOf: SEATS.get(`${country} ${fold(name)}`) ?? null,
  }
}

/** The lines of the place data by their key, unread: most are never asked for. */
function readPlaces(note: (first: string, length: number) => void): WordIndex {
  const { names } = placeData
  for (let at = 0; at < names.length;) {
    const key = names.slice(at, names.indexOf('|', at))
    let length = 1
    for (let blank = key.indexOf(' '); blank > 0; blank = key.indexOf(' ', blank + 1)) length++
    if (length > 1) note(key.slice(0, key.indexOf(' ')), length)
    const end = names.indexOf('\n', at)
    at = end < 0 ? names.length : end + 1
  }
  return indexWords(names, '\n', '|')
}

function unpack(line: string): PlaceName[] {
  return line
    .split('|')
    .slice(1)
    .map((sense) => {
      const [country = '', thousands = '', name = ''] = sense.split(':')
      return place(country, name, Number(thousands))
    })
}

function addPlaces(add: Add): void {
  for (const line of PLACE_TABLE.trim().split('\n')) {
    const [country = '', fullName = '', aliases = ''] = line.split('|')
    const name = fullName.replace(/ \(.*/u, '')
    const all = [name, ...aliases.split(';')].filter(Boolean)
    const seatOf = all.map((surface) => SEATS.get(`${country} ${fold(surface)}`)).find(Boolean) ?? null
    for (const surface of all)
      add(surface.replace(/^the /u, ''), {
        ...place(country, name, 100),
        listed: true,
        seatOf,
      })
  }
  for (const { code, seats, historic } of COUNTRIES)
    if (!historic) for (const name of seats) add(name, place(code, name, 500))
  for (const line of WORLD_REGIONS.trim().split('\n')) {
    const [name = '', adjective = ''] = line.split('|')
    const region = { id: `region:${slug(name)}`, name, country: null }
    add(name, { ...region, type: 'region' })
    if (adjective) add(adjective, { ...region, type: 'regionAdjective' })
  }
  for (const [name, adjective] of BLOCS) {
    const bloc = { id: `group:${slug(name)}`, name, country: null }
    add(name, { ...bloc, type: 'bloc' })
    if (adjective) add(adjective, { ...bloc, type: 'regionAdjective' })
  }
}

function spelling(surface: string): Spelled {
  return {
    acronym: isAcronym(surface),
    opensSmall: /^\p{Ll}/u.test(surface),
    endsSmall: /\s\p{Ll}[^\s]*$/u.test(surface),
  }
}

/** `UN`, `U.S.`, `M-19`: capitals without a small letter, or mixed as in `AfD`; at most eight characters. */
function isAcronym(surface: string): boolean {
  return (
    surface.length <= 8 && !/\s/u.test(surface) && !/\p{Ll}{2}/u.test(surface) && /\p{Lu}.*[\p{Lu}\d]/u.test(surface)
  )
}
