import type { Pool } from 'pg'

/** What is asked for under one name, in turns. */
export interface Case {
  name: string
  paths: string[]
  /** Not the first page, but one behind this day */
  behind?: string
}

/** Reads of every kind, with values that are in most events, in some and in hardly any. */
export async function readCases(pool: Pool, schema: string): Promise<Case[]> {
  const { rows } = await pool.query<{ country: string }>(
    `SELECT c AS country FROM ${schema}.events TABLESAMPLE SYSTEM (5), unnest(countries) c GROUP BY c ORDER BY count(*) DESC`,
  )
  const countries = rows.map(({ country }) => country)
  const actors = async (condition: string, order: string, limit: number) =>
    (
      await pool.query<{ id: string }>(
        `SELECT actor_id AS id FROM ${schema}.actors WHERE ${condition} ORDER BY ${order} LIMIT ${limit}`,
      )
    ).rows.map(({ id }) => id)
  const famous = await actors(`kind = 'person'`, 'events DESC', 10)
  const known = await actors(`kind = 'person' AND events BETWEEN 40 AND 400`, 'md5(actor_id)', 100)
  const rare = await actors(`kind = 'person' AND events < 4`, 'md5(actor_id)', 100)
  const states = await actors(`kind = 'government'`, 'events DESC', 5)
  const words = async (years: string) =>
    (
      await pool.query<{ word: string }>(
        `SELECT word FROM ts_stat($$
           SELECT fts FROM ${schema}.events TABLESAMPLE SYSTEM (2) WHERE sort_date ${years}$$) ORDER BY ndoc DESC`,
      )
    ).rows.map(({ word }) => word)
  const everyday = await words(`< '2010-01-01'`)
  const late = (await words(`BETWEEN '2023-01-01' AND '2023-12-31'`)).filter(
    (word) => !everyday.slice(0, 500).includes(word),
  )
  const { rows: pairs } = await pool.query<{ one: string; other: string }>(
    `SELECT actors[1] AS one, actors[2] AS other FROM ${schema}.events TABLESAMPLE SYSTEM (0.5)
     WHERE actors && $1 AND cardinality(actors) > 1 LIMIT 50`,
    [states],
  )
  const position = Number(
    (await pool.query<{ p: bigint }>(`SELECT max(position) AS p FROM ${schema}.events`)).rows[0]?.p,
  )
  const { rows: places } = await pool.query<{ place: string }>(
    `SELECT p AS place FROM ${schema}.events TABLESAMPLE SYSTEM (1), unnest(places) p WHERE p LIKE 'place:%'
     GROUP BY p ORDER BY count(*) DESC`,
  )
  const timeline = (name: string, ...queries: string[]): Case => ({
    name,
    paths: queries.map((query) => `/v1/timeline?${query}`),
  })
  const each = (values: readonly string[], name: string, rest = '') =>
    values.map((value) => `${name}=${encodeURIComponent(value)}${rest}`)
  const [common = '', second = ''] = countries
  const seldom = countries.slice(-20)
  const of = (id: string) => `/v1/actors/${encodeURIComponent(id)}`
  return [
    timeline('nothing', 'order=asc', 'order=desc'),
    timeline('country, common', `country=${common}`, `country=${second}&order=desc`),
    timeline('country, rare', ...each(seldom, 'country')),
    timeline('type', 'type=statement', 'type=coup', 'type=resignation&order=desc'),
    timeline('three types', 'type=coup,resignation,disaster', 'type=coup,election&order=desc'),
    timeline('country and type', `country=${common}&type=coup`, `country=${countries[30]}&type=election`),
    timeline('country, rare, and type', ...each(seldom, 'country', '&type=attack')),
    timeline('from and to: a day', ...['1999-03-04', '2012-07-20', '2024-05-05'].map((day) => `from=${day}&to=${day}`)),
    timeline('from and to: a year', 'from=1995&to=1995', 'from=2021&to=2021&order=desc'),
    timeline('from', 'from=2019-05-05', 'from=2024-02', 'from=1990&order=desc'),
    timeline('to', 'to=1990', 'to=2005-05-05&order=desc', 'to=2022-02-02&order=desc'),
    timeline(
      'a day and a country',
      `from=2012-07-20&to=2012-07-20&country=${common}`,
      `from=2019-07-20&to=2019-07-20&country=${countries[60]}`,
    ),
    timeline('a month and an actor', ...each(famous, 'actor', '&from=2022-03&to=2022-03')),
    timeline('from and a type', 'from=2023&type=coup', 'from=2010-05&type=attack&order=desc'),
    timeline('undated', 'undated=only', 'undated=only&order=desc'),
    timeline('actor, a state', ...each(states, 'actor'), ...each(states, 'actor', '&order=desc')),
    timeline('actor, famous', ...each(famous, 'actor'), ...each(famous, 'actor', '&order=desc')),
    timeline('actor, rare', ...each(rare, 'actor')),
    timeline('two actors', ...pairs.map(({ one, other }) => `actor=${one}&actor=${other}`)),
    timeline(
      'two famous, who never met',
      `actor=${famous[0]}&actor=${famous[1]}`,
      `actor=${states[0]}&actor=${rare[0]}`,
    ),
    timeline('any of two actors', `actor=${famous[0]},${famous[5]}&match=any`, `actor=${rare[0]},${rare[1]}&match=any`),
    timeline('role', 'role=speaker', 'role=mediator'),
    timeline('role nobody has', 'role=winner', 'role=coach&order=desc'),
    timeline('actor in a role', ...each(famous, 'actor', '&role=target'), ...each(states, 'actor', '&role=target')),
    timeline('q, common', ...each(everyday.slice(0, 5), 'q')),
    timeline('q, common in one year', ...each(late.slice(0, 5), 'q'), ...each(late.slice(0, 5), 'q', '&order=desc')),
    timeline('q, rare', ...each(everyday.slice(-50), 'q')),
    timeline('q, two common words', ...each(everyday.slice(2, 7), 'q', `+${everyday[40]}`)),
    timeline('q, two words of one year', ...each(late.slice(2, 7), 'q', `+${late[8]}`)),
    timeline('q, words of different years', ...each(late.slice(2, 7), 'q', `+${everyday[600]}`)),
    timeline('q, a phrase', `q=%22${everyday[1]}+${everyday[2]}%22`, `q=%22${late[1]}+${late[2]}%22`),
    timeline('q and a country', ...each(late.slice(0, 5), 'q', `&country=${common}`)),
    timeline(
      'place, common',
      ...each(
        places.slice(0, 5).map(({ place }) => place),
        'place',
      ),
    ),
    timeline(
      'place, rare',
      ...each(
        places.slice(-20).map(({ place }) => place),
        'place',
      ),
    ),
    timeline('source', 'source=paper-7', 'source=paper-1&order=desc'),
    timeline('source, unknown', 'source=nobody'),
    timeline('minSources', 'minSources=2', 'minSources=5'),
    timeline('minSources, rare', 'minSources=50', 'minSources=300', 'minSources=9999'),
    timeline('minConfidence', 'minConfidence=0.5', 'minConfidence=0.9', 'minConfidence=1'),
    timeline('realis', 'realis=alleged', 'realis=future', 'realis=actual'),
    timeline(
      'realis, rare, and a country',
      ...each(seldom, 'country', '&realis=hypothetical'),
      `realis=negated&country=${common}`,
    ),
    timeline('asOf', ...[0.2, 0.5, 0.9].map((share) => `asOf=${Math.round(position * share)}`)),
    timeline('asOf, an actor', ...each(famous, 'actor', `&asOf=${Math.round(position / 2)}`)),
    timeline(
      'asOf, a country',
      `country=${common}&asOf=${Math.round(position / 2)}`,
      `country=${seldom[3]}&asOf=${Math.round(position / 3)}`,
    ),
    timeline('asOf, words', ...each(late.slice(0, 5), 'q', `&asOf=${Math.round(position * 0.9)}`)),
    { ...timeline('a page far inside', 'limit=50', 'limit=50&order=desc'), behind: '2016-05-05' },
    { ...timeline('far inside, a country', `country=${common}`, `country=${seldom[3]}`), behind: '2016-05-05' },
    { ...timeline('far inside, of the past', `asOf=${Math.round(position / 2)}`), behind: '2016-05-05' },
    { name: 'an actor’s timeline', paths: [...known, ...famous, ...states, ...rare].map((id) => `${of(id)}/timeline`) },
    {
      name: 'an actor’s statements',
      paths: [...known, ...famous, ...states, ...rare].map((id) => `${of(id)}/statements`),
    },
    { name: 'an actor', paths: [...known, ...rare].map((id) => of(id)) },
    { name: 'actors by name', paths: known.map((id) => `/v1/actors?q=${id.split(':')[1]?.split('-')[1]}`) },
    {
      name: 'actors by a bad name',
      paths: known.map((id) => `/v1/actors?q=${id.split(':')[1]?.replace('-', '+').replace('k', 'g')}`),
    },
    { name: 'actors', paths: ['/v1/actors', '/v1/actors?kind=person', `/v1/actors?country=${common}`] },
    {
      name: 'changes',
      paths: ['/v1/changes', `/v1/changes?after=${Math.round(position / 2)}`, `/v1/changes?after=${position - 10}`],
    },
    {
      name: 'counts of a country',
      paths: each(seldom, 'country').map((query) => `/v1/timeline/counts?interval=year&${query}`),
    },
  ]
}

/** What adds up all there is: asked one after the other. */
export const SUMS: readonly Case[] = [
  { name: 'counts of all, by year', paths: ['/v1/timeline/counts?interval=year'] },
  { name: 'counts of all, by month', paths: ['/v1/timeline/counts?interval=month'] },
  { name: 'counts of a period', paths: ['/v1/timeline/counts?interval=day&from=2022-02&to=2022-03'] },
]
