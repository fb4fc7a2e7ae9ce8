import type { Act, Stance } from './types.ts'

/**
 * What a cue word takes as content.
 *
 * - `clause`: a finite clause, with or without "that"; also a quotation
 * - `aside`: it may also stand behind or inside its content ("The plan failed, he said, ...")
 * - `infinitive`: "vowed to resign"
 * - `gerund`: "proposed cutting the tax"
 * - `object`: a nominal: "condemned the attack"
 * - `addressee`: its object is whom the words are said to: "told reporters that", "urged the army to"
 * - `predicate`: an object with what is said of it: "called the vote a sham", "described him as brave"
 * - prepositions: `about`, `of`, `for`, `on`, `against`, `to`, `with`, `out` …: the content stands behind them
 */
export interface Cue {
  frames: ReadonlySet<string>
  /** How many words the cue has; one if not said */
  words?: number
  spoken: boolean
  act: Act
  stance: Stance
}

/** `[words, frames, act, stance]`; unspoken cues are in a table of their own. */
type Row = readonly [words: string, frames: string, act?: Act, stance?: Stance]

const SPOKEN: readonly Row[] = [
  ['say', 'clause aside object of about'],
  [
    'add continue reply respond answer retort counter remark comment quip joke muse opine interject chime intone elaborate exclaim recount reminisce deadpan gush enthuse summarise summarize',
    'clause aside',
  ],
  ['tell inform assure remind notify advise brief teach reassure', 'clause aside addressee infinitive of about'],
  [
    'note observe explain state argue report write tweet retweet post blog reiterate repeat affirm underscore underline stress emphasise emphasize recall relate clarify specify testify mention reckon posit',
    'clause aside object',
  ],
  [
    'conclude contend maintain assert claim hypothesise hypothesize theorise theorize speculate imply hint signal indicate attest',
    'clause aside object',
  ],
  [
    'show reveal find demonstrate document illustrate estimate predict forecast project calculate rule determine',
    'clause aside',
  ],
  ['suggest', 'clause aside gerund object'],
  ['point', 'clause aside to'],
  ['announce declare proclaim confirm disclose unveil report decree', 'clause aside object', 'announce'],
  ['acknowledge admit concede confess', 'clause aside gerund object to', 'comment', 'mixed'],
  ['insist swear vouch', 'clause aside on', 'comment'],
  ['vow pledge promise guarantee undertake', 'clause aside infinitive', 'pledge'],
  ['warn caution alert', 'clause aside addressee infinitive of against about', 'warn', 'negative'],
  ['threaten', 'infinitive', 'warn', 'negative'],
  ['predict foresee', 'clause aside object'],
  ['ask inquire query', 'clause aside addressee infinitive about for'],
  ['wonder', 'clause aside about'],
  ['question', 'clause aside object', 'criticise', 'negative'],
  ['demand', 'clause aside infinitive object', 'urge'],
  ['urge exhort implore beg beseech entreat', 'clause aside addressee infinitive object', 'urge'],
  ['encourage', 'addressee infinitive object', 'urge', 'positive'],
  ['propose recommend advocate', 'clause aside infinitive gerund object', 'urge'],
  ['request', 'clause infinitive', 'urge'],
  ['call', 'clause predicate for on', 'comment'],
  ['appeal plead', 'clause aside for to', 'urge'],
  ['order instruct', 'clause addressee infinitive', 'urge'],
  ['accuse', 'addressee of', 'accuse', 'negative'],
  ['allege charge', 'clause aside', 'accuse', 'negative'],
  ['blame fault', 'object for on', 'accuse', 'negative'],
  [
    'criticise criticize condemn denounce slam blast decry deplore lambast lambaste rebuke chide castigate chastise assail deride mock ridicule bash rip berate scold lament bemoan protest disparage belittle skewer attack',
    'clause object',
    'criticise',
    'negative',
  ],
  ['complain grumble gripe fume rail', 'clause aside about of against', 'criticise', 'negative'],
  ['object', 'clause to', 'reject', 'negative'],
  ['deny dispute refute rebut', 'clause aside gerund object', 'reject', 'negative'],
  ['reject dismiss rebuff', 'object', 'reject', 'negative'],
  ['decline', 'infinitive', 'reject', 'neutral'],
  ['praise hail applaud laud commend salute compliment extol congratulate tout', 'clause object', 'praise', 'positive'],
  ['endorse', 'object', 'praise', 'positive'],
  ['thank', 'object for', 'praise', 'positive'],
  ['boast brag', 'clause aside about of', 'comment', 'positive'],
  ['describe portray depict characterise characterize paint liken label brand dub term deem', 'predicate object'],
  ['cite quote reference invoke', 'object'],
  ['discuss debate address highlight outline detail', 'object'],
  ['express voice', 'object'],
  ['speak talk', 'about of against out'],
  ['refer', 'to'],
  [
    'shout yell cry scream whisper murmur mutter chant sob sigh laugh smile shrug snap bark growl shriek roar bellow thunder moan groan',
    'quote',
  ],
  ['read begin start end sign go chorus sing', 'quote'],
  ['agree', 'clause aside infinitive'],
  ['lash', 'at', 'criticise', 'negative'],
  ['apologise apologize', 'for', 'comment'],
  ['echo', 'object'],
]

const UNSPOKEN: readonly Row[] = [
  ['think believe know understand realise realize suspect doubt assume figure guess reckon feel sense', 'clause'],
  ['hope', 'clause infinitive', 'comment', 'positive'],
  ['expect anticipate', 'clause infinitive object'],
  ['want plan intend refuse wish prefer', 'clause infinitive'],
  ['oppose', 'object', 'comment', 'negative'],
  ['back defend favour favor', 'object', 'comment', 'positive'],
  ['downplay ignore', 'object'],
  ['see', 'predicate'],
  ['consider', 'predicate'],
  ['fear worry', 'clause about', 'concern', 'negative'],
  ['dream imagine', 'clause'],
  ['learn discover hear remember forget', 'clause'],
  ['view regard perceive', 'predicate'],
  ['love like admire', 'object', 'comment', 'positive'],
  ['despise detest', 'object', 'comment', 'negative'],
  ['accept recognize recognise', 'clause'],
  ['decide vote', 'clause infinitive'],
]

const cue = ([, frames, act = 'comment', stance = 'neutral']: Row, spoken: boolean): Cue => ({
  frames: new Set(frames.split(' ')),
  spoken,
  act,
  stance,
})

const entries = (rows: readonly Row[], spoken: boolean): [string, Cue][] =>
  rows.flatMap((row) => row[0].split(' ').map((word): [string, Cue] => [word, cue(row, spoken)]))

/** Verbs that introduce content, by lemma; of a word in several rows the first one counts. */
export const VERB_CUES: ReadonlyMap<string, Cue> = new Map(
  [...entries(UNSPOKEN, false), ...entries(SPOKEN, true)].reverse(),
)

/** Adjectives of a copula with a clause: "is concerned that …". */
export const ADJECTIVE_CUES: ReadonlyMap<string, Cue> = new Map([
  ...entries([['concerned worried afraid fearful alarmed anxious wary', 'clause', 'concern', 'negative']], false),
  ...entries(
    [
      [
        'confident sure certain convinced hopeful optimistic adamant aware satisfied disappointed pleased proud doubtful sceptical skeptical unsure glad sorry clear unclear frustrated angry upset thrilled',
        'clause',
      ],
      ['determined reluctant eager unwilling', 'infinitive'],
    ],
    false,
  ),
])

/** Nouns whose clause is content ("the claim that …", "his promise to …"), with the verb that they stand for. */
export const NOUN_CUES: ReadonlyMap<string, Cue> = new Map([
  ...entries(
    [
      ['claim assertion suggestion argument contention insistence notion idea belief view', 'clause'],
      ['statement announcement declaration report remark comment', 'clause', 'announce'],
      ['warning caution', 'clause', 'warn', 'negative'],
      ['allegation accusation charge', 'clause of', 'accuse', 'negative'],
      ['promise pledge vow', 'clause infinitive', 'pledge'],
      ['demand request appeal plea proposal', 'clause infinitive', 'urge'],
      ['complaint criticism', 'clause', 'criticise', 'negative'],
      ['denial', 'clause', 'reject', 'negative'],
      ['fear concern worry', 'clause', 'concern', 'negative'],
      ['prediction hope expectation acknowledgment acknowledgement admission', 'clause'],
      ['call', 'for', 'urge'],
      ['message conclusion', 'clause'],
    ],
    true,
  ),
  ...entries(
    [
      ['decision determination willingness intention commitment desire', 'clause infinitive'],
      ['recognition thought wish conviction suspicion doubt', 'clause'],
    ],
    false,
  ),
])
