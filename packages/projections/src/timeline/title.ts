import type { EventType, Realis } from '@dateline/domain'
import { titleOfStatement } from './title-statement.ts'
import { attribute, names, shorten, type Titled, where } from './title-words.ts'

/** The event in a few words: "Presidential election in Kazakhstan". The same event, the same title. */
export function titleOf(event: Titled): string {
  const title = TEMPLATES[event.type](event).replace(/\s+/g, ' ').trim()
  const qualified = `${title}${event.type === 'statement' ? '' : REMARKS[event.realis]}`
  return qualified.slice(0, 1).toUpperCase() + qualified.slice(1)
}

const REMARKS: Readonly<Record<Realis, string>> = {
  actual: '',
  ongoing: '',
  alleged: ' (alleged)',
  future: ' (planned)',
  hypothetical: ' (hypothetical)',
  negated: ' (did not happen)',
}

type Template = (event: Titled) => string

const TEMPLATES: Readonly<Record<EventType, Template>> = {
  election: (e) => `${electionKind(e)}${where(e)}`,
  election_call: (e) =>
    `${electionKind(e)}${where(e)} ${{ postpone: 'postponed', cancel: 'cancelled' }[attribute(e, 'action') ?? ''] ?? 'called'}`,
  election_observation: (e) => `Election observation${names(e, ['observer'], ' by ')}${where(e)}`,
  referendum: (e) =>
    `Referendum${where(e)}${attribute(e, 'question') ? ` on ${shorten(attribute(e, 'question') ?? '', 80)}` : ''}`,
  inauguration: (e) => `Inauguration${names(e, ['holder'], ' of ')}${office(e, ' as ')}${where(e)}`,
  appointment: (e) =>
    names(e, ['holder'])
      ? `${names(e, ['holder'])} appointed${office(e, ' ')}${names(e, ['appointer'], ' by ')}`
      : `Appointment${office(e, ' of a ')}${names(e, ['appointer'], ' by ')}${where(e)}`,
  resignation: (e) =>
    names(e, ['holder'])
      ? `${names(e, ['holder'])} resigns${office(e, ' as ')}`
      : `Resignation${office(e, ' of the ')}${where(e)}`,
  dismissal: (e) => {
    const done = { impeach: 'impeached', coup: 'ousted', vote: 'voted out' }[attribute(e, 'means') ?? ''] ?? 'dismissed'
    return names(e, ['holder'])
      ? `${names(e, ['holder'])} ${done}${office(e, ' as ')}${names(e, ['remover'], ' by ')}`
      : `Dismissal${office(e, ' of the ')}${names(e, ['remover'], ' by ')}${where(e)}`
  },
  coup: (e) =>
    `${attribute(e, 'outcome') === 'failed' ? 'Failed coup' : 'Coup'}${names(e, ['target'], ' against ')}${where(e)}`,
  protest: (e) =>
    `${PROTESTS[attribute(e, 'form') ?? ''] ?? 'Protest'}${names(e, ['participants'], ' by ')}${names(e, ['target'], ' against ')}${where(e)}`,
  unrest: (e) =>
    `${{ riot: 'Riots', clash: 'Clashes', arson: 'Arson', looting: 'Looting' }[attribute(e, 'form') ?? ''] ?? 'Unrest'}${where(e) || names(e, ['participants'], ' by ')}`,
  crackdown: (e) =>
    `${CRACKDOWNS[attribute(e, 'means') ?? ''] ?? 'Crackdown'}${attribute(e, 'means') === 'curfew' || attribute(e, 'means') === 'emergency' ? '' : names(e, ['target'], ' on ')}${where(e) || names(e, ['actor'], ' by ')}`,
  arrest: (e) => `Arrest${names(e, ['detainee'], ' of ') || count(e, 'count', ' of ')}${where(e)}`,
  legal_action: (e) => {
    const stage = STAGES[attribute(e, 'stage') ?? '']
    const defendant = names(e, ['defendant'])
    return defendant ? `${defendant} ${stage ?? 'before the court'}${where(e)}` : `Court case${where(e)}`
  },
  internet_shutdown: (e) => `Internet shutdown${where(e) || names(e, ['perpetrator'], ' by ')}`,
  attack: (e) => {
    const weapon = attribute(e, 'weapon')
    return `${weapon ? `${weapon} attack` : 'attack'}${names(e, ['target', 'victim'], ' on ')}${names(e, ['perpetrator'], ' by ')}${where(e)}`
  },
  armed_conflict: (e) => {
    const [attacker, defender] = [names(e, ['attacker']), names(e, ['defender'])]
    switch (attribute(e, 'phase') ?? 'ongoing') {
      case 'invasion':
        return `Invasion${defender ? ` of ${defender}` : where(e)}${attacker ? ` by ${attacker}` : ''}`
      case 'offensive':
        return `Offensive${attacker ? ` by ${attacker}` : ''}${defender ? ` against ${defender}` : ''}${where(e)}`
      case 'battle':
        return `Fighting${between([attacker, defender])}${where(e)}`
      default:
        return `War${between([attacker, defender])}${where(e)}`
    }
  },
  military_deployment: (e) => {
    const force = names(e, ['force']) || names(e, ['sender'])
    switch (attribute(e, 'action') ?? 'deploy') {
      case 'withdraw':
        return `Withdrawal of ${force || 'troops'}${where(e, ' from ') || names(e, ['host'], ' from ')}`
      case 'exercise':
        return `Military exercise${force ? ` of ${force}` : ''}${where(e)}`
      default:
        return `Deployment of ${force || 'troops'}${where(e, ' to ') || names(e, ['host'], ' to ')}`
    }
  },
  territorial_control: (e) => {
    const [actor, loser] = [names(e, ['actor']), names(e, ['loser'])]
    const [act, noun] = TERRITORY[attribute(e, 'mode') ?? ''] ?? ['takes', 'Takeover']
    const what = e.place?.name || (loser ? `territory of ${loser}` : 'territory')
    return actor ? `${actor} ${act} ${what}` : `${noun} of ${what}${loser && e.place ? ` from ${loser}` : ''}`
  },
  sanctions: (e) => {
    const [imposer, target] = [names(e, ['imposer']), names(e, ['target'])]
    const status = attribute(e, 'status') ?? 'imposed'
    const kind = attribute(e, 'kind') ? `${attribute(e, 'kind')} sanctions` : 'sanctions'
    const act = { threatened: 'threatens', eased: 'eases', lifted: 'lifts' }[status] ?? 'imposes'
    return imposer ? `${imposer} ${act} ${kind}${on(target)}` : `${kind} ${status}${on(target)}`
  },
  diplomatic_meeting: (e) => {
    const [host, guest] = [names(e, ['host']), names(e, ['guest'])]
    const format = attribute(e, 'format')
    if (format === 'visit' && guest) return `Visit of ${guest}${host ? ` to ${host}` : where(e, ' to ')}`
    const noun = { summit: 'Summit', call: 'Call', talks: 'Talks', mediation: 'Mediation', visit: 'Visit' }[
      format ?? ''
    ]
    return `${noun ?? 'Meeting'}${names(e, ['party', 'host', 'guest'], ' of ')}${where(e)}`
  },
  agreement: (e) => {
    const kind = attribute(e, 'kind')
    const noun = kind === 'ceasefire' ? 'Ceasefire' : kind && kind !== 'other' ? `${kind} agreement` : 'Agreement'
    const status = { broken: ' broken', ratified: ' ratified' }[attribute(e, 'status') ?? ''] ?? ''
    return `${noun}${names(e, ['party'], ' of ')}${status}${where(e)}`
  },
  diplomatic_relations: (e) => {
    const act = RELATIONS[attribute(e, 'action') ?? ''] ?? 'changes relations with'
    const [actor, target] = [names(e, ['actor']), names(e, ['target'])]
    return actor
      ? `${actor} ${act} ${target || 'another state'}`
      : `Diplomatic relations${target ? ` with ${target}` : ''}`
  },
  aid: (e) =>
    attribute(e, 'kind') === 'asylum'
      ? `Asylum${names(e, ['recipient'], ' for ')}${names(e, ['donor'], ' from ')}`
      : `${attribute(e, 'kind') ?? ''} aid${names(e, ['donor'], ' from ')}${names(e, ['recipient'], ' to ') || where(e, ' to ')}`,
  arms_transfer: (e) =>
    `${attribute(e, 'status') === 'stop' ? 'End of arms transfers' : 'Arms transfer'}${names(e, ['seller'], ' from ')}${names(e, ['buyer'], ' to ')}`,
  policy_change: (e) => {
    const instrument =
      {
        law: 'law',
        decree: 'decree',
        constitution: 'constitutional change',
        regulation: 'rule',
        price: 'price change',
      }[attribute(e, 'instrument') ?? ''] ?? 'policy change'
    const done = { repeal: ' repealed', lift: ' lifted', raise: ' raised' }[attribute(e, 'direction') ?? ''] ?? ''
    const domain = attribute(e, 'domain')
    return `${domain ? `${shorten(domain, 80)}: ` : ''}${instrument}${done}${names(e, ['actor'], ' by ') || where(e)}`
  },
  request: (e) =>
    `Request${names(e, ['requester'], ' by ')}${names(e, ['recipient'], ' to ')}${attribute(e, 'what') ? `: ${shorten(attribute(e, 'what') ?? '', 80)}` : ''}`,
  threat: (e) =>
    `Threat${names(e, ['actor'], ' by ')}${names(e, ['target'], ' against ')}${attribute(e, 'what') ? `: ${shorten(attribute(e, 'what') ?? '', 80)}` : ''}`,
  statement: titleOfStatement,
  disaster: (e) =>
    `${attribute(e, 'kind')?.replaceAll('_', ' ') ?? 'Disaster'}${where(e) || names(e, ['affected'], ': ')}`,
}

const PROTESTS: Readonly<Record<string, string>> = {
  strike: 'Strike',
  boycott: 'Boycott',
  'sit-in': 'Sit-in',
  march: 'March',
}

const CRACKDOWNS: Readonly<Record<string, string>> = {
  curfew: 'Curfew',
  emergency: 'State of emergency',
  ban: 'Ban',
  censorship: 'Censorship',
}

const STAGES: Readonly<Record<string, string>> = {
  charge: 'charged',
  trial: 'on trial',
  convict: 'convicted',
  sentence: 'sentenced',
  acquit: 'acquitted',
  release: 'released',
  pardon: 'pardoned',
}

const TERRITORY: Readonly<Record<string, [act: string, noun: string]>> = {
  seize: ['seizes', 'Seizure'],
  annex: ['annexes', 'Annexation'],
  cede: ['cedes', 'Cession'],
  retake: ['retakes', 'Recapture'],
}

const RELATIONS: Readonly<Record<string, string>> = {
  recognise: 'recognises',
  refuse: 'refuses to recognise',
  expel: 'expels diplomats of',
  recall: 'recalls its ambassador from',
  break: 'breaks off relations with',
  restore: 'restores relations with',
  align: 'moves closer to',
}

function electionKind(event: Titled): string {
  const kind = attribute(event, 'kind')
  return kind === 'runoff' ? 'Run-off election' : kind ? `${kind} election` : 'Election'
}

function office(event: Titled, before: string): string {
  const name = attribute(event, 'office')
  return name ? `${before}${shorten(name, 60)}` : ''
}

function count(event: Titled, name: string, before: string): string {
  const quantity = event.attributes[name]
  if (typeof quantity !== 'object' || quantity === null || !('value' in quantity)) return ''
  return `${before}${String(quantity.value)} people`
}

function between(parties: readonly string[]): string {
  const named = parties.filter((name) => name !== '')
  return named.length === 2 ? ` between ${named.join(' and ')}` : named.length === 1 ? ` involving ${named[0]}` : ''
}

function on(target: string): string {
  return target ? ` on ${target}` : ''
}
