import type { EventPlace } from '@dateline/domain'
import type { ParsedText, Token } from '@dateline/english'
import type { Entity } from './entities.ts'
import { readDocument } from './reading.ts'
import type { ActorContext, ActorInfo, ActorMention, Actors } from './types.ts'

export type { Actors } from './types.ts'

/**
 * Finds who and where a text speaks of: names, offices, nominals, pronouns, under one id for each actor. Ids of known
 * states and organisations come from the knowledge tables, those of persons from their fullest name in the text; the
 * same text gives the same ids. Mentions are in text order and verbatim.
 */
export function findActors(parsed: ParsedText, context: ActorContext = {}): Actors {
  const { mentions, entities, covers, focus, nowhere, firstPersons } = readDocument(parsed, context)
  const at = (sentence: number, token: number) => covers[sentence]?.[token] ?? null
  const actorOf = (sentence: number, token: number): ActorMention | null => {
    const found = at(sentence, token) ?? standIn(parsed, covers, sentence, token)
    return found && found.kind !== 'place' && !found.asPlace ? found : null
  }
  return {
    mentions,
    at,
    actorOf,
    placeAt(sentence, token) {
      const mention = at(sentence, token)
      return mention && !nowhere.has(mention) ? placeOf(mention, entities) : null
    },
    info(id) {
      const entity = entities.get(id)
      return entity && publicInfo(entity)
    },
    mainCountry: focus.main,
    firstPersons: (quotation) => firstPersons.get(quotation) ?? [],
  }
}

function publicInfo({ id, kind, name, aliases, country, gender, plural, media, offices }: Entity): ActorInfo {
  return {
    id,
    kind,
    name,
    aliases,
    country,
    gender,
    plural,
    media,
    offices: offices.map(({ office, of }) => ({ office, of })),
  }
}

function placeOf(mention: ActorMention, entities: { get: (id: string) => Entity | undefined }): EventPlace | null {
  const place = mention.kind === 'place' ? entities.get(mention.id) : undefined
  if (place) return { id: place.id, name: place.name, country: place.country }
  // A state that acts is a place as well: "Russia's invasion of Ukraine" happened in Ukraine.
  return mention.id.startsWith('country:') ? { id: mention.id, name: mention.name, country: mention.country } : null
}

const PARTS = new Set(
  'dozen hundred thousand million score some many most several few all both half majority minority number group crowd part member rest one none each any lot handful couple two three four five six seven eight nine ten other another band mob wave convoy'.split(
    ' ',
  ),
)

/** "Dozens of protesters" is the protesters; "who" is whoever its clause describes. */
function standIn(
  parsed: ParsedText,
  covers: readonly (readonly (ActorMention | null)[])[],
  sentence: number,
  index: number,
): ActorMention | null {
  const tokens = parsed.sentences[sentence]?.tokens
  const token = tokens?.[index]
  if (!tokens || !token) return null
  const cover = covers[sentence] ?? []
  if (token.upos === 'NUM' || PARTS.has(token.lemma.toLowerCase()) || PARTS.has(token.text.toLowerCase())) {
    const inner = tokens.find((other) => other.head === index && other.index > index && other.deprel.startsWith('nmod'))
    return inner ? (cover[inner.index] ?? standIn(parsed, covers, sentence, inner.index)) : null
  }
  if (token.xpos === 'WP' || token.xpos === 'WDT' || token.text.toLowerCase() === 'that')
    return relativeOf(tokens, token, cover)
  return null
}

function relativeOf(
  tokens: readonly Token[],
  pronoun: Token,
  cover: readonly (ActorMention | null)[],
): ActorMention | null {
  const before = tokens[pronoun.index - 1]
  const nearest = cover[before?.text === ',' ? pronoun.index - 2 : pronoun.index - 1] ?? null
  // "Who" follows a person; the parser hangs some of its clauses elsewhere.
  if (pronoun.xpos === 'WP' && nearest?.kind === 'person') return nearest
  let clause = tokens[pronoun.head]
  for (let steps = 0; steps < 4 && clause; steps++) {
    if (clause.deprel.startsWith('acl')) return cover[clause.head] ?? null
    clause = tokens[clause.head]
  }
  return pronoun.xpos === 'WP' ? nearest : null
}
