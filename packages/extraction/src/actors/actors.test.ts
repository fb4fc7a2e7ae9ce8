import { loadModel, parse } from '@dateline/english'
import { describe, expect, it } from 'vitest'
import { findActors } from './actors.ts'
import type { ActorMention, Actors } from './types.ts'

const model = loadModel()

function read(
  text: string,
  title?: string,
): { actors: Actors; said: (words: string, nth?: number) => ActorMention | null } {
  const parsed = parse(text, model)
  const actors = findActors(parsed, { title, publishedAt: '2024-05-14' })
  return {
    actors,
    /** The actor that the nth occurrence of the words stands for, by their last word. */
    said(words, nth = 0) {
      let start = -1
      for (let found = 0; found <= nth; found++) {
        do start = text.indexOf(words, start + 1)
        while (start > 0 && /\p{L}/u.test(text[start - 1] ?? ''))
      }
      if (start < 0) throw new Error(`"${words}" is not in the text`)
      const end = start + words.length
      for (const [index, sentence] of parsed.sentences.entries())
        for (const token of sentence.tokens) if (token.end === end) return actors.at(index, token.index)
      return null
    },
  }
}

const idsOf = ({ mentions }: Actors, kind: string) => [
  ...new Set(mentions.filter((m) => m.kind === kind).map((m) => m.id)),
]

describe('persons', () => {
  it('go by one id from the full name to the surname and the pronoun', () => {
    const { said } = read(
      'Prime Minister Renata Kovalenko opened the bridge on Tuesday. Kovalenko said the work had taken nine years. She thanked the engineers.',
    )
    for (const words of ['Renata Kovalenko', 'Kovalenko', 'She'])
      expect(said(words)?.id).toBe('person:renata-kovalenko')
  })

  it('keep their office and the body that they speak for', () => {
    const { said } = read(
      'Foreign Ministry spokesman Pavel Dorn rejected the claim. Lucía Ferrer, a researcher at the Delta Water Institute, called it odd.',
    )
    expect(said('Pavel Dorn')).toMatchObject({ office: 'spokesman', affiliation: 'org:foreign-ministry' })
    expect(said('Lucía Ferrer')).toMatchObject({ office: 'researcher', affiliation: 'org:delta-water-institute' })
    expect(said('a researcher')?.id).toBe('person:lucia-ferrer')
  })

  it('are who a definite office names', () => {
    const { said } = read(
      'Malawian President Grace Phiri met miners in Lilongwe. The president promised higher wages, and her spokesman said the talks went well.',
    )
    expect(said('The president')?.id).toBe('person:grace-phiri')
    expect(said('her')?.id).toBe('person:grace-phiri')
  })

  it('hold the office that they are sworn in to or that is said of them', () => {
    const { actors } = read(
      'Tomas Havelka was sworn in as president of Slovakia on Friday. Ana Reis is the mayor of Porto.',
    )
    expect(actors.info('person:tomas-havelka')?.offices).toContainEqual({ office: 'president', of: 'country:SK' })
    expect(actors.info('person:ana-reis')?.offices[0]?.office).toBe('mayor')
  })

  it('with one surname are told apart by their titles', () => {
    const { said } = read(
      'Daniel Okafor and Ruth Okafor run the clinic in Enugu. Mr. Okafor treats children. Mrs. Okafor keeps the books.',
    )
    expect(said('Mr. Okafor')?.id).toBe('person:daniel-okafor')
    expect(said('Mrs. Okafor')?.id).toBe('person:ruth-okafor')
  })

  it('stay apart where a phrase speaks of two offices', () => {
    const { actors } = read('President Ivo Lang of Estonia met President Marta Ozola of Latvia. Lang praised Ozola.')
    expect(idsOf(actors, 'person')).toEqual(['person:ivo-lang', 'person:marta-ozola'])
  })

  it('of world news have their full id from the surname', () => {
    const { said } = read('The sanctions hit companies close to Putin, officials in London said.')
    expect(said('Putin')).toMatchObject({ id: 'person:vladimir-putin', country: 'RU', gender: 'male' })
  })

  it('who are not named are kept by what they are', () => {
    const { said } = read('A Western diplomat said the deal was near. The diplomat spoke on condition of anonymity.')
    expect(said('A Western diplomat')).toMatchObject({ kind: 'person', id: 'person:unnamed/western-diplomat' })
    expect(said('The diplomat')?.id).toBe('person:unnamed/western-diplomat')
  })

  it('may bear the name of a country, a city or a thing', () => {
    const { actors } = read('Michael Jordan of Leeds and Charlotte Hughes won. Mr. Bread lost. Jordan smiled.')
    expect(idsOf(actors, 'person')).toEqual(['person:michael-jordan', 'person:charlotte-hughes', 'person:bread'])
    expect(idsOf(actors, 'government')).toEqual([])
  })

  it('keep hyphens, accents, particles and inserted names', () => {
    const { actors } = read(
      'Kim Jong-un met Ömer Çelik and Ludwig van der Berg. President [Ali] Bakarov left with Moussa Ag Hamid.',
    )
    expect(idsOf(actors, 'person')).toEqual(
      expect.arrayContaining([
        'person:kim-jong-un',
        'person:omer-celik',
        'person:ludwig-van-der-berg',
        'person:ali-bakarov',
      ]),
    )
  })
})

describe('organisations', () => {
  it('are what a group is called, whatever the words mean besides', () => {
    const { said, actors } = read(
      'The militant group Sons of the Savannah said it had burned the post. The group Friends of Mali met in Bamako. Sons of miners marched.',
    )
    expect(said('Savannah')?.id).toBe('org:sons-of-the-savannah')
    expect(idsOf(actors, 'organization')).toEqual(['org:sons-of-the-savannah', 'org:friends-of-mali'])
  })

  it('go by one id under name, acronym and noun', () => {
    const { said } = read(
      'The Organization for Security and Cooperation in Europe (OSCE) sent forty monitors. The OSCE will report on Monday. The organisation had been invited.',
    )
    for (const words of ['Cooperation in Europe', 'The OSCE', 'The organisation'])
      expect(said(words)?.id).toBe('org:osce')
  })

  it('of a state go by the state and what they are', () => {
    const { said } = read(
      'Georgian police and the Foreign Ministry in Tbilisi gave no details. The ministry promised a report.',
    )
    expect(said('police')?.id).toBe('org:ge/police')
    expect(said('Foreign Ministry')?.id).toBe('org:ge/foreign-ministry')
    expect(said('The ministry')?.id).toBe('org:ge/foreign-ministry')
  })

  it('that carry news are marked as media', () => {
    const { said } = read('The miners told Reuters and the Harbour Gazette newspaper that they would stay.')
    expect(said('Reuters')).toMatchObject({ id: 'org:reuters', media: true })
  })

  it('that bear arms are groups, and "the rebels" are the one the text names', () => {
    const { said } = read('The M23 took the town of Sake in Congo. The rebels then cut the road.')
    expect(said('The M23')).toMatchObject({ id: 'org:m23', kind: 'group' })
    expect(said('The rebels')?.id).toBe('org:m23')
  })
})

describe('governments and places', () => {
  it('are told apart by what the name does in the sentence', () => {
    const { said } = read('Chile recalled its ambassador on Monday. Thousands marched in Chile.')
    expect(said('Chile')).toMatchObject({ kind: 'government', id: 'country:CL', asPlace: false })
    expect(said('in Chile')).toMatchObject({ kind: 'place', id: 'country:CL', asPlace: true })
  })

  it('a capital acts for its government, and is a place after "in"', () => {
    const { said } = read('Ankara accused Athens of lying. A conference opened in Ankara.')
    expect(said('Ankara')).toMatchObject({ id: 'country:TR', via: 'metonym', kind: 'government' })
    expect(said('Athens')?.id).toBe('country:GR')
    expect(said('in Ankara')).toMatchObject({ id: 'place:TR/ankara', kind: 'place' })
  })

  it('seats of power stand for who works there', () => {
    const { said } = read('The Kremlin denied the report. Brussels and the White House said nothing.')
    expect(said('The Kremlin')?.id).toBe('country:RU')
    expect(said('Brussels')?.id).toBe('org:eu')
    expect(said('the White House')?.id).toBe('country:US')
  })

  it('"the government" and "the country" are those of the country in focus', () => {
    const { actors, said } = read(
      'Peruvian miners blocked roads near Cusco. The government sent troops. Half of the country had no fuel.',
    )
    expect(actors.mainCountry).toBe('PE')
    expect(said('The government')?.id).toBe('country:PE')
    expect(said('troops')?.id).toBe('org:pe/armed-forces')
    expect(said('the country')?.id).toBe('country:PE')
  })

  it('places carry their country, also ambiguous ones, also states that are no more', () => {
    const { actors, said } = read('Floods reached Valencia in Spain. He was born in the Soviet Union.')
    expect(said('Valencia')?.id).toBe('place:ES/valencia')
    expect(actors.placeAt(0, 2)).toEqual({ id: 'place:ES/valencia', name: 'Valencia', country: 'ES' })
    expect(said('Soviet Union')?.id).toBe('country:SU')
  })
})

describe('groups', () => {
  it('go by country and kind', () => {
    const { said } = read('Kenyan opposition groups and Russian soldiers left Nairobi. International observers stayed.')
    expect(said('opposition groups')?.id).toBe('group:ke/opposition-groups')
    expect(said('Russian soldiers')?.id).toBe('org:ru/armed-forces')
    expect(said('International observers')?.id).toBe('group:international-observers')
  })

  it('are who a quantity counts, and who a relative pronoun means', () => {
    const text = 'Thousands of protesters who had camped in Dhaka went home.'
    const parsed = parse(text, model)
    const actors = findActors(parsed)
    expect(actors.actorOf(0, 0)?.id).toBe('group:bd/protesters')
    expect(actors.actorOf(0, 3)?.id).toBe('group:bd/protesters')
  })
})

describe('texts in capitals', () => {
  it('still have names', () => {
    const { actors, said } = read(
      'LIMA, 3 MAY 88 (EFE) -- PRESIDENT OSCAR TELLEZ RUMI SAID TODAY THAT THE ARMY WILL STAY IN AYACUCHO. RUMI ACCUSED THE SHINING PATH OF MURDER.',
    )
    expect(idsOf(actors, 'person')).toEqual(['person:oscar-tellez-rumi'])
    expect(said('RUMI', 1)?.id).toBe('person:oscar-tellez-rumi')
    expect(said('SHINING PATH')?.id).toBe('org:shining-path')
    expect(said('THE ARMY')?.id).toBe('org:pe/armed-forces')
  })
})

describe('first persons', () => {
  it('of a quotation are given by its index', () => {
    const text = '"We will leave and I am glad," the captain said.'
    const parsed = parse(text, model)
    const words = findActors(parsed)
      .firstPersons(0)
      .map(({ sentence, token }) => parsed.sentences[sentence]?.tokens[token]?.text)
    expect(words).toEqual(['We', 'I'])
  })
})
