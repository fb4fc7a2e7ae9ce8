import { hash } from 'node:crypto'
import type { Pool } from 'pg'
import { positions, type ServedBuild } from '../read.ts'

/** A page as one statement asks for it. */
export interface PageQuery {
  /** A SELECT of three texts `key`, `id`, `json` over the tables of the build that was assumed, in order */
  rows: string
  /** Its values */
  values: unknown[]
  /** An expression of one text that is answered besides, as of the actor that the page is about */
  about?: string | undefined
  /**
   * The same plan is good whatever the values are, so that Postgres may keep it (by a name, on every connection). Where
   * a value may be in most rows or in one, each is planned for itself.
   */
  steady: boolean
}

export interface PageRow {
  key: string
  id: string
  json: string
}

export interface ReadPage {
  build: ServedBuild
  about: string | null
  rows: PageRow[]
}

export interface PageReader {
  /**
   * A page and the build that it is from, of one moment, in one round trip. `ask` makes the statement for the build
   * that is thought to serve; where it turns out that another one does, or one that is `differs` so that the statement
   * would be another one, it is asked again. Null: nothing serves.
   */
  read(
    ask: (assumed: ServedBuild) => PageQuery,
    differs: (assumed: ServedBuild, build: ServedBuild) => boolean,
  ): Promise<ReadPage | null>
  /**
   * The build that serves, as it is after this was called. Whoever asks while an answer is under way shares the next
   * one. Null: nothing serves.
   */
  serving(): Promise<ServedBuild | null>
}

/** So many statements are prepared on a connection at most: each costs it some memory for as long as it lives. */
const MOST_PREPARED = 100

/** Statements get names as they come; later ones are planned each time. */
function createNames(): (text: string) => { name?: string } {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return { name: known }
    if (names.size >= MOST_PREPARED) return {}
    const name = `page ${names.size} ${hash('sha256', text, 'base64url').slice(0, 16)}`
    names.set(text, name)
    return { name }
  }
}

/** Reads pages of the view `timeline`; remembers which build serves, and never trusts it. */
export function createPageReader(pool: Pool): PageReader {
  let remembered: ServedBuild | null = null
  const nameOf = createNames()
  const serving = shared(async () => {
    remembered = (await positions(pool)).timeline ?? null
    return remembered
  })
  const page = async (asked: PageQuery): Promise<ReadPage | null> => {
    const text = `${HEAD.replace('ABOUT', asked.about ?? 'null')} UNION ALL (${asked.rows})`
    const name = asked.steady ? nameOf(text) : {}
    const { rows } = await pool.query<PageRow | HeadRow>({ ...name, text, values: asked.values })
    // The rows of the page are in their order; where the first one comes among them is Postgres's to choose.
    const at = rows.findIndex(({ key }) => key === null)
    const [head] = at < 0 ? [] : (rows.splice(at, 1) as [HeadRow])
    return head ? { build: buildOf(head.id), about: head.json, rows: rows as PageRow[] } : null
  }
  return {
    serving,
    async read(ask, differs) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const assumed = remembered ?? (await serving())
        if (assumed === null) return null
        const found = await page(ask(assumed)).catch((error: unknown) => {
          // The tables of a build that was replaced long ago are dropped.
          if (!isTablesGone(error) || tries > 0) throw error
          return null
        })
        remembered = found?.build ?? null
        if (found?.build.id === assumed.id && !differs(assumed, found.build)) return found
      }
      throw Object.assign(new Error('Another build served at each try.'), { code: SERIALIZATION_FAILURE })
    },
  }
}

const SERIALIZATION_FAILURE = '40001'

/** Switches are rare; so many of them while one request is answered do not happen. */
const MOST_TRIES = 4

interface HeadRow {
  key: null
  id: string
  json: string | null
}

/** One row, so that it costs no column of every row: what serves, in the place of the id. */
const HEAD = `
  SELECT NULL::text AS key, concat_ws(' ', b.id, b.version, c.position, b.schema_name) AS id, (ABOUT)::text AS json
  FROM projections.builds b JOIN projections.checkpoints c ON c.build_id = b.id
  WHERE b.projection = 'timeline' AND b.state = 'active'`

function buildOf(text: string): ServedBuild {
  const [id = '', version = '', position = '', schema = ''] = text.split(' ')
  return { id: BigInt(id), version: Number(version), position: BigInt(position), schema }
}

/** Whether a statement failed because its tables were dropped. */
export function isTablesGone(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return code === '42P01' || code === '3F000'
}

/** Runs `fn` once for all who ask while it runs: not the run that is under way, which may have looked already. */
function shared<T>(fn: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  const run = async (): Promise<T> => {
    const mine = fn()
    running = mine
    try {
      return await mine
    } finally {
      if (running === mine) running = null
    }
  }
  const runAfter = async (before: Promise<T>): Promise<T> => {
    await before.catch(() => undefined)
    next = null
    return run()
  }
  return () => {
    if (running === null) return run()
    next ??= runAfter(running)
    return next
  }
}
