import type { DemoDocument } from './documents.ts'

const WIRE = `A bomb exploded in a crowded market in the central Nigerian city of Jos on Tuesday, killing 17 people and wounding more than 40, rescue workers said.

"There was smoke everywhere, and people were running in all directions," said Ladi Gyang, who sells cloth at the market.

Governor Simon Dakup condemned the attack and imposed a night-time curfew on the city.`

/**
 * One story told by five documents: two that disagree about the toll, a copy of the second with another headline, a
 * revision of the first, and a later report. Jos is a city; people, groups and what happens are invented.
 */
export const STORY_DOCUMENTS: DemoDocument[] = [
  {
    source: 'demo',
    externalId: 'jos-blast',
    title: 'Blast hits market in Jos',
    publishedAt: '2026-11-03T14:05:00Z',
    body: `JOS, Nov 3 – At least 12 people were killed when a bomb exploded at a market in the Nigerian city of Jos on Tuesday, police said.

"We have cordoned off the area," police spokesman Musa Pam told reporters.`,
  },
  {
    source: 'demo-wire',
    externalId: 'w-50210',
    title: 'Bomb kills 17 in central Nigeria',
    publishedAt: '2026-11-04T05:30:00Z',
    body: WIRE,
  },
  {
    source: 'demo-daily',
    externalId: 'nigeria-market',
    title: '“Smoke everywhere”: carnage at Jos market',
    publishedAt: '2026-11-04T08:15:00Z',
    body: `${WIRE}

Reporting by our correspondents.`,
  },
  {
    source: 'demo',
    externalId: 'jos-blast',
    title: 'Blast hits market in Jos, 15 dead',
    publishedAt: '2026-11-03T19:40:00Z',
    body: `JOS, Nov 3 – Fifteen people were killed when a bomb exploded at a market in the Nigerian city of Jos on Tuesday, police said.

"We have cordoned off the area," police spokesman Musa Pam told reporters.`,
  },
  {
    source: 'demo',
    externalId: 'jos-claim',
    title: 'Militants say they bombed Jos market',
    publishedAt: '2026-11-06T10:00:00Z',
    body: `The militant group Sons of the Savannah said on Friday that it had bombed the market in Jos.

The bombing on Tuesday killed 17 people and was the deadliest attack in Nigeria this year. President Amina Bello promised to bring the attackers to justice.`,
  },
]
