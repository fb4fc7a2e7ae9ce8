import { EVENT_TYPES } from '@dateline/domain'
import { expect, it } from 'vitest'
import { titleOf } from './title.ts'
import type { Titled } from './title-words.ts'

const ruritania = { id: 'country:RU', name: 'Ruritania', country: 'RU' }

function event(
  type: Titled['type'],
  who: Record<string, string | string[]> = {},
  attributes: Record<string, unknown> = {},
  more: Partial<Titled> = {},
): Titled {
  const participants = Object.entries(who).flatMap(([role, names]) =>
    [names].flat().map((name) => ({ role, actor: { id: `person:${name}`, name, kind: 'person' as const } })),
  )
  return { type, realis: 'actual', place: ruritania, participants, attributes, ...more }
}

const nowhere = { place: null }

it.each<[string, Titled]>([
  ['Presidential election in Ruritania', event('election', { winner: 'Ann' }, { kind: 'presidential' })],
  ['Run-off election in Ruritania (planned)', event('election', {}, { kind: 'runoff' }, { realis: 'future' })],
  [
    'Parliamentary election in Ruritania postponed',
    event('election_call', {}, { kind: 'parliamentary', action: 'postpone' }),
  ],
  ['Election observation by the OSCE in Ruritania', event('election_observation', { observer: 'the OSCE' })],
  ['Referendum in Ruritania on the calendar', event('referendum', {}, { question: 'the calendar' })],
  ['Inauguration of Ann as president in Ruritania', event('inauguration', { holder: 'Ann' }, { office: 'president' })],
  ['Ann appointed judge by Bo', event('appointment', { holder: 'Ann', appointer: 'Bo' }, { office: 'judge' })],
  ['Ann resigns as mayor', event('resignation', { holder: 'Ann' }, { office: 'mayor' })],
  ['Ann impeached by parliament', event('dismissal', { holder: 'Ann', remover: 'parliament' }, { means: 'impeach' })],
  ['Failed coup against Ann in Ruritania', event('coup', { target: 'Ann' }, { outcome: 'failed' })],
  [
    'Strike by teachers against the ministry in Ruritania',
    event('protest', { participants: 'teachers', target: 'the ministry' }, { form: 'strike' }),
  ],
  ['Riots in Ruritania', event('unrest', {}, { form: ['riot', 'arson'] })],
  [
    'State of emergency in Ruritania',
    event('crackdown', { actor: 'Ann', target: 'the press' }, { means: 'emergency' }),
  ],
  [
    'Crackdown on the press in Ruritania',
    event('crackdown', { actor: 'Ann', target: 'the press' }, { means: 'force' }),
  ],
  ['Arrest of 12 people in Ruritania', event('arrest', {}, { count: { value: 12, qualifier: '=', unit: 'person' } })],
  ['Ann convicted in Ruritania', event('legal_action', { defendant: 'Ann' }, { stage: 'convict' })],
  ['Internet shutdown in Ruritania (alleged)', event('internet_shutdown', {}, {}, { realis: 'alleged' })],
  [
    'Bomb attack on a market by rebels in Ruritania',
    event('attack', { target: 'a market', perpetrator: 'rebels' }, { weapon: 'bomb' }),
  ],
  [
    'Fighting between A and B in Ruritania',
    event('armed_conflict', { attacker: 'A', defender: 'B' }, { phase: 'battle' }),
  ],
  [
    'Withdrawal of the guard from Ruritania',
    event('military_deployment', { sender: 'A', force: 'the guard' }, { action: 'withdraw' }),
  ],
  ['Ann annexes Ruritania', event('territorial_control', { actor: 'Ann' }, { mode: 'annex' })],
  [
    'A lifts economic sanctions on B',
    event('sanctions', { imposer: 'A', target: 'B' }, { kind: 'economic', status: 'lifted' }),
  ],
  [
    'Talks of A, B and others in Ruritania',
    event('diplomatic_meeting', { party: ['A', 'B', 'C'] }, { format: 'talks' }),
  ],
  ['Visit of Ann to Bo', event('diplomatic_meeting', { guest: 'Ann', host: 'Bo' }, { format: 'visit' })],
  [
    'Ceasefire of A and B broken in Ruritania',
    event('agreement', { party: ['A', 'B'] }, { kind: 'ceasefire', status: 'broken' }),
  ],
  ['A recalls its ambassador from B', event('diplomatic_relations', { actor: 'A', target: 'B' }, { action: 'recall' })],
  ['Humanitarian aid from A to B', event('aid', { donor: 'A', recipient: 'B' }, { kind: 'humanitarian' })],
  ['End of arms transfers from A to B', event('arms_transfer', { seller: 'A', buyer: 'B' }, { status: 'stop' })],
  [
    'Fuel: price change raised by A',
    event('policy_change', { actor: 'A' }, { domain: 'fuel', instrument: 'price', direction: 'raise' }),
  ],
  ['Request by A to B: troops', event('request', { requester: 'A', recipient: 'B' }, { what: 'troops' })],
  ['Threat by A against B', event('threat', { actor: 'A', target: 'B' })],
  [
    'Ann warns Bo: “We will not wait.”',
    event('statement', { speaker: 'Ann', target: 'Bo' }, { act: 'warn', quote: ['We will not wait.'] }),
  ],
  [
    'Ann voices concern: She fears the worst.',
    event('statement', { speaker: 'Ann' }, { act: 'concern' }, { told: 'She fears the worst.' }),
  ],
  ['Earthquake in Ruritania', event('disaster', {}, { kind: 'earthquake' })],
])('%s', (title, described) => {
  expect(titleOf(described)).toBe(title)
})

it.each(EVENT_TYPES)('says something of a bare %s, without gaps', (type) => {
  for (const realis of ['actual', 'negated'] as const) {
    const title = titleOf(event(type, {}, {}, { ...nowhere, realis }))
    expect(title).toMatch(/^[A-Z][^\s]*( [^\s]+)*$/)
    expect(title).not.toMatch(/undefined|null/)
  }
})

it('cuts long quotations between words', () => {
  const quote = 'word '.repeat(60).trim()
  const title = titleOf(event('statement', { speaker: 'Ann' }, { act: 'comment', quote }))
  expect(title.length).toBeLessThan(130)
  expect(title).toMatch(/ word…”$/)
})
