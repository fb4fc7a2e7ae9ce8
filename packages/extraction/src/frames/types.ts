import type { EventType, Realis } from '@dateline/domain'

/**
 * Frames are data: which words tell of an event of a type, and where in the sentence its participants stand.
 *
 * Words are lemmas separated by spaces. A slot names a place in the argument structure of a trigger (arguments.ts):
 *   `subj`    who does it: active subject, "by" phrase of a passive or of a noun, possessor, subject of a support verb
 *   `obj`     to whom or what it is done: direct object, subject of a passive
 *   `iobj`    indirect object
 *   `mod`     what stands before a noun: compounds and adjectives ("Russian troops")
 *   `comp`    a complement clause or infinitive (its verb)
 *   `own`     the preposition in front of a noun ("without internet")
 *   `patient` who is or suffers it ("the country was without internet", "faces sanctions")
 *   `support` the verb that a noun hangs on as subject or object ("hold an election")
 *   any preposition: its object ("against", "prior to")
 *
 * A test fills a slot with alternatives, separated by spaces: a lemma, `@class` (words.ts), `#kind` of a resolved
 * actor (`#person #organization #government #group`), `#leader` (who heads a state or a government), `#place`,
 * `#number`, or `*` for anything.
 */
export type Tests = Readonly<Record<string, string>>

/**
 * Role → slots in order of preference; slots joined by a comma are all taken. A slot may say after a colon what must
 * stand in it, or with `!` what must not, alternatives separated by a bar: `with:!@police`, `in:#state|court`. For
 * `#state` a country serves though it stands there as a place ("troops to Chad").
 */
export type RolePaths = Readonly<Record<string, string>>

export interface Trigger {
  words: string
  /** A particle or adverb that must stand with the verb: "down" of "step down" */
  particle?: string
  /** Each of these slots must be filled so */
  needs?: Tests
  /** One of these slots must be filled so */
  some?: Tests
  /** None of these slots may be filled so */
  unless?: Tests
  /** Where the words are also used in other senses: some participant, date or place must stand with it */
  weak?: boolean
  /** Instead of the frame's */
  roles?: RolePaths
  /** What the words themselves say of the event */
  attributes?: Readonly<Record<string, unknown>>
  /** The realis that the words carry: "planned", "thwart" */
  realis?: Realis
  /** What refusing it says: "refused to recognise" is an act of its own, with these attributes */
  refused?: Readonly<Record<string, unknown>>
}

export interface Frame {
  type: EventType
  verbs?: readonly Trigger[]
  nouns?: readonly Trigger[]
  adjectives?: readonly Trigger[]
  roles: RolePaths
  /** Role → what may fill it, as a test; without it any actor may */
  fillers?: Tests
  /** Verbs that carry a noun of the frame, besides the usual ones (words.ts, `support`) */
  support?: string
  /** Attribute → slots whose words are its text */
  texts?: RolePaths
  /** Attribute → value → lemmas near the trigger that say so */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Attribute → slots or roles whose number it is */
  quantities?: RolePaths
  /** Attributes that are the dead, wounded or homeless of the event */
  casualties?: readonly ('fatalities' | 'injured' | 'displaced')[]
  /**
   * Where the event is if no place is said: in its participants' country, in the country that the document is about,
   * or, for types that may lie between countries, in the one that all of its participants are of.
   */
  home?: 'participants' | 'document' | 'domestic'
}
