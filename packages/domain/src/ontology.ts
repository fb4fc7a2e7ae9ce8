/**
 * The 30 event types: what each is, the roles its participants may have, and the shape of its attributes.
 * Codings of other schemes (PLOVER, CAMEO, ACE, ACLED) are kept so that the log can be compared with theirs.
 *
 * An attribute's shape: `str`, `int`, `bool`, `pct` (0..100), `qty` (a Quantity), `edtf`, `iso` (ISO 8601 duration),
 * `actor` (a registry id), `place` (a registry id), `eventRef`, `enum` (an open word list), `x|y|z` (a closed one);
 * `[]` behind it means a list.
 */
export interface EventTypeSpec {
  definition: string
  roles: readonly string[]
  attributes: Readonly<Record<string, string>>
  codes: { plover: string | null; cameo: string | null; ace: string | null; acled: string | null }
}

export const ONTOLOGY = {
  election: {
    definition: 'a vote for public office or body is held or its result is known',
    roles: ['winner', 'loser', 'voters', 'organiser'],
    attributes: {
      office: 'str',
      kind: 'presidential|parliamentary|local|primary|runoff',
      early: 'bool',
      winner: 'actor',
      loser: 'actor[]',
      voteShare: 'pct',
      turnout: 'pct',
      termYears: 'int',
      termNumber: 'int',
    },
    codes: { plover: '(none; context election)', cameo: null, ace: 'Personnel:Elect', acled: null },
  },
  election_call: {
    definition: 'an election is scheduled, called, postponed or cancelled',
    roles: ['caller'],
    attributes: { office: 'str', kind: 'enum', early: 'bool', scheduledFor: 'edtf', action: 'call|postpone|cancel' },
    codes: { plover: 'AGREE ctx election', cameo: '034x', ace: 'Personnel:Nominate (near)', acled: null },
  },
  election_observation: {
    definition: 'observers monitor or assess a vote',
    roles: ['observer', 'inviter'],
    attributes: { election: 'eventRef', invitedBy: 'actor', verdict: 'positive|mixed|negative' },
    codes: { plover: 'COOPERATE ctx election', cameo: null, ace: null, acled: null },
  },
  referendum: {
    definition: 'a referendum / plebiscite vote',
    roles: ['organiser', 'voters'],
    attributes: { question: 'str', result: 'yes|no', share: 'pct' },
    codes: { plover: 'ctx election', cameo: null, ace: 'Personnel:Elect (near)', acled: null },
  },
  inauguration: {
    definition: 'a person is sworn into / takes up an office',
    roles: ['holder', 'administrator'],
    attributes: { office: 'str', holder: 'actor', termNumber: 'int', predecessor: 'actor' },
    codes: { plover: '(none)', cameo: null, ace: 'Personnel:Start-Position', acled: null },
  },
  appointment: {
    definition: 'a person is named or confirmed to a post',
    roles: ['holder', 'appointer'],
    attributes: { office: 'str', holder: 'actor', appointer: 'actor' },
    codes: { plover: '(none)', cameo: null, ace: 'Personnel:Start-Position/Nominate', acled: null },
  },
  resignation: {
    definition: 'a holder leaves office voluntarily (incl. step-down)',
    roles: ['holder'],
    attributes: { office: 'str', holder: 'actor', completeness: 'partial|complete', reason: 'str' },
    codes: { plover: 'RETREAT:resign', cameo: '0831/0341', ace: 'Personnel:End-Position', acled: null },
  },
  dismissal: {
    definition: 'a holder is removed, ousted or impeached',
    roles: ['holder', 'remover'],
    attributes: { office: 'str', holder: 'actor', by: 'actor', means: 'dismiss|impeach|coup|vote' },
    codes: { plover: 'RETREAT / COERCE', cameo: '0831', ace: 'Personnel:End-Position', acled: null },
  },
  coup: {
    definition: 'attempted or successful seizure of power',
    roles: ['perpetrator', 'target'],
    attributes: { outcome: 'success|failed|ongoing', leader: 'actor' },
    codes: { plover: 'ASSAULT / COERCE:seize', cameo: '195/196', ace: 'Conflict:Attack', acled: null },
  },
  protest: {
    definition: 'peaceful demonstration, strike, rally',
    roles: ['participants', 'target'],
    attributes: { form: 'demonstrate|strike|boycott|sit-in|march', size: 'qty', demand: 'str', cause: 'str' },
    codes: {
      plover: 'PROTEST:demo/strike/boycott',
      cameo: '14',
      ace: 'Conflict:Demonstrate',
      acled: 'Peaceful protest / with intervention',
    },
  },
  unrest: {
    definition: 'violent demonstration, riot, clashes',
    roles: ['participants', 'target'],
    attributes: { form: 'riot|clash|arson|looting', fatalities: 'qty', injured: 'qty', arrested: 'qty', cause: 'str' },
    codes: {
      plover: 'PROTEST:riot',
      cameo: '145',
      ace: 'Conflict:Demonstrate+Attack',
      acled: 'Violent demonstration / Mob violence',
    },
  },
  crackdown: {
    definition: 'repression: force, curfew, emergency, ban on dissent',
    roles: ['actor', 'target'],
    attributes: {
      means: 'force|curfew|emergency|ban|censorship',
      severity: 'enum',
      fatalities: 'qty',
      responseTo: 'eventRef',
    },
    codes: {
      plover: 'COERCE:restrict/curfew/martial-law',
      cameo: '175/17',
      ace: 'Justice:Arrest-Jail (near)',
      acled: 'Excessive force against protesters',
    },
  },
  arrest: {
    definition: 'persons detained, jailed or charged',
    roles: ['agent', 'detainee'],
    attributes: { count: 'qty', charge: 'str', detainee: 'actor[]' },
    codes: { plover: 'COERCE:arrest', cameo: '173', ace: 'Justice:Arrest-Jail', acled: 'Arrests' },
  },
  legal_action: {
    definition: 'trial, indictment, verdict, sentence, release, pardon',
    roles: ['defendant', 'court'],
    attributes: { stage: 'charge|trial|convict|sentence|acquit|release|pardon', penalty: 'str' },
    codes: { plover: 'COERCE / CONCEDE', cameo: '171/0841', ace: 'Justice:*', acled: null },
  },
  internet_shutdown: {
    definition: 'internet / platform / media blocking',
    roles: ['perpetrator', 'affected'],
    attributes: { scope: 'nationwide|region|platform', alleged: 'bool', duration: 'iso', purpose: 'str' },
    codes: { plover: 'COERCE:censor', cameo: '171', ace: null, acled: null },
  },
  attack: {
    definition: 'armed or terrorist attack on persons or property',
    roles: ['perpetrator', 'target', 'victim'],
    attributes: { weapon: 'enum', fatalities: 'qty', injured: 'qty', claimedBy: 'actor' },
    codes: {
      plover: 'ASSAULT:*',
      cameo: '18/19',
      ace: 'Conflict:Attack, Life:Die/Injure',
      acled: 'Attack, Bomb, Suicide bomb, Air strike',
    },
  },
  armed_conflict: {
    definition: 'battle, invasion, war phase',
    roles: ['attacker', 'defender'],
    attributes: { phase: 'invasion|battle|offensive|ongoing', fatalities: 'qty' },
    codes: { plover: 'ASSAULT:territory', cameo: '190/19', ace: 'Conflict:Attack', acled: 'Armed clash' },
  },
  military_deployment: {
    definition: 'troops sent, moved, withdrawn or exercises',
    roles: ['sender', 'host', 'force'],
    attributes: { force: 'str', size: 'qty', purpose: 'str', invited: 'bool', action: 'deploy|withdraw|exercise' },
    codes: {
      plover: 'MOBILIZE:troops / RETREAT:withdraw',
      cameo: '15/074/087',
      ace: 'Movement:Transport',
      acled: null,
    },
  },
  territorial_control: {
    definition: 'territory seized, annexed, ceded, regime takeover',
    roles: ['actor', 'loser'],
    attributes: { territory: 'place', to: 'actor', mode: 'seize|annex|cede|retake', from: 'actor' },
    codes: {
      plover: 'ASSAULT:territory / RETREAT',
      cameo: '190/087',
      ace: 'Transaction:Transfer-Ownership',
      acled: 'Gov. regains / Non-state actor overtakes territory',
    },
  },
  sanctions: {
    definition: 'sanction, embargo, asset freeze, lifted or imposed',
    roles: ['imposer', 'target'],
    attributes: { kind: 'economic|travel|arms|diplomatic', status: 'imposed|threatened|eased|lifted', reason: 'str' },
    codes: { plover: 'SANCTION:* / CONCEDE', cameo: '163/085', ace: null, acled: null },
  },
  diplomatic_meeting: {
    definition: 'visit, talks, summit, call',
    roles: ['party', 'host', 'guest'],
    attributes: { format: 'visit|summit|call|talks|mediation', topic: 'str' },
    codes: { plover: 'CONSULT:visit/phone/third-party', cameo: '04', ace: 'Contact:Meet/Phone-Write', acled: null },
  },
  agreement: {
    definition: 'treaty, deal, ceasefire, MoU signed or ended',
    roles: ['party', 'mediator'],
    attributes: { kind: 'peace|ceasefire|trade|alliance|energy|other', status: 'signed|announced|ratified|broken' },
    codes: { plover: 'AGREE / COOPERATE', cameo: '057/03', ace: null, acled: 'Agreement' },
  },
  diplomatic_relations: {
    definition: 'recognition, refusal to recognise, expulsion, recall, break or restoration of ties; alignment shift',
    roles: ['actor', 'target'],
    attributes: { action: 'recognise|refuse|expel|recall|break|restore|align' },
    codes: { plover: 'SUPPORT / REJECT / SANCTION:expel', cameo: '05/12/161', ace: null, acled: null },
  },
  aid: {
    definition: 'humanitarian, economic, military aid, incl. asylum',
    roles: ['donor', 'recipient'],
    attributes: { kind: 'humanitarian|economic|military|asylum', amount: 'qty' },
    codes: { plover: 'AID', cameo: '07', ace: 'Transaction:Transfer-Money/Ownership', acled: null },
  },
  arms_transfer: {
    definition: 'arms sale or supply started, stopped',
    roles: ['seller', 'buyer'],
    attributes: { item: 'str', status: 'start|stop', until: 'edtf' },
    codes: { plover: 'AID ctx military', cameo: '072', ace: 'Transaction:Transfer-Ownership', acled: null },
  },
  policy_change: {
    definition: 'law, decree, reform, price or tax change',
    roles: ['actor', 'affected'],
    attributes: {
      domain: 'str',
      instrument: 'law|decree|constitution|regulation|price',
      direction: 'adopt|repeal|lift|raise',
    },
    codes: { plover: 'AGREE/CONCEDE ctx', cameo: '034/083', ace: null, acled: null },
  },
  request: {
    definition: 'appeal for help, policy change, mediation or troops',
    roles: ['requester', 'recipient'],
    attributes: { what: 'str', of: 'actor' },
    codes: { plover: 'REQUEST:*', cameo: '02/10', ace: 'Contact (near)', acled: null },
  },
  threat: {
    definition: 'ultimatum or threat of force / sanction',
    roles: ['actor', 'target'],
    attributes: { what: 'str', condition: 'str' },
    codes: { plover: 'THREATEN:*', cameo: '13', ace: null, acled: null },
  },
  statement: {
    definition: 'attributed speech: verbatim or paraphrased',
    roles: ['speaker', 'target'],
    attributes: {
      speaker: 'actor',
      affiliation: 'str',
      mode: 'verbatim|partial|paraphrase',
      quote: 'str[] exact',
      about: 'eventRef|actor|topic',
      stance: 'positive|negative|mixed|neutral',
      act: 'comment|accuse|reject|praise|criticise|urge|announce|pledge|warn|concern',
      venue: 'str',
    },
    codes: {
      plover: 'ACCUSE / REJECT / SUPPORT / REQUEST / AGREE (CAMEO 01 dropped by PLOVER)',
      cameo: '01/05/11/12',
      ace: 'Contact:Broadcast',
      acled: null,
    },
  },
  disaster: {
    definition: 'natural or man-made disaster, epidemic, accident',
    roles: ['affected'],
    attributes: { kind: 'enum', fatalities: 'qty', displaced: 'qty' },
    codes: {
      plover: 'ctx disasters',
      cameo: null,
      ace: 'Life:Die',
      acled: '(CASE unseen: NATURAL_/MAN_MADE_DISASTER)',
    },
  },
} as const satisfies Record<string, EventTypeSpec>

export type EventType = keyof typeof ONTOLOGY

export const EVENT_TYPES = Object.keys(ONTOLOGY) as EventType[]

export function isEventType(name: string): name is EventType {
  return Object.hasOwn(ONTOLOGY, name)
}
