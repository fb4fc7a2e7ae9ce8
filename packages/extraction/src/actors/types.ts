import type { EventPlace, Mention, MentionKind } from '@dateline/domain'

export type Gender = 'male' | 'female'

/** A mention of an actor or a place with where it stands in the tree. */
export interface ActorMention extends Mention {
  /** Index of its sentence */
  sentence: number
  /** Index of the token that the tree hangs it by: of a name its first word, of a nominal its noun */
  head: number
  /** Tokens of the mention, half open */
  from: number
  to: number
  gender: Gender | null
  plural: boolean
  /** The name of a country or a city that here is where, not who */
  asPlace: boolean
  /** ISO 3166-1 alpha-2 */
  country: string | null
  /** Id of the body that the actor belongs to, as far as this mention or an earlier one says */
  affiliation: string | null
  /** "president", "foreign minister", "spokesman": as far as this mention or an earlier one says */
  office: string | null
  /** An outlet that carries news: no speaker */
  media: boolean
}

export interface ActorInfo {
  id: string
  kind: MentionKind
  name: string
  /** Surface forms of the document, distinct, pronouns left out */
  aliases: string[]
  country: string | null
  gender: Gender | null
  plural: boolean
  media: boolean
  offices: { office: string; of: string | null }[]
}

/** Who and where the document speaks of. Token numbers are indices in their sentence. */
export interface Actors {
  mentions: ActorMention[]
  /** The mention that this token belongs to: to its words, its title or the noun before it. */
  at: (sentence: number, token: number) => ActorMention | null
  /**
   * The actor that the nominal headed by this token stands for: a name, a metonym, an office, a nominal, a pronoun.
   * "Thousands of protesters" gives the protesters. Conjuncts are mentions of their own. Null for what is no actor
   * here: a place, a thing.
   */
  actorOf: (sentence: number, token: number) => ActorMention | null
  /** The place that the nominal headed by this token names: "Astana", "the capital", "the country". */
  placeAt: (sentence: number, token: number) => EventPlace | null
  info: (id: string) => ActorInfo | undefined
  /** The country that the document is about: its date line, its title, what it names most. ISO 3166-1 alpha-2 */
  mainCountry: string | null
  /** "I" and "we" inside a quotation, by its index in `ParsedText.quotations`: they are its speaker. */
  firstPersons: (quotation: number) => { sentence: number; token: number }[]
}

export interface ActorContext {
  title?: string | undefined
  publishedAt?: string | undefined
}
