import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { learn, newPerson, type Person, type Told } from './person.ts'

const told = (slug: string, more: Partial<Told> = {}): Told => ({
  id: `person:${slug}`,
  documentId: `of ${slug}`,
  name: slug,
  gender: null,
  countries: [],
  offices: [],
  home: null,
  company: [],
  namesake: false,
  ...more,
})

let since = 0n
const person = (slug: string, more: Partial<Told> = {}): Person =>
  newPerson(`person:${slug}`, told(slug, { documentId: 'another', ...more }), (since += 1n))

const ruritania = { countries: ['RT'], offices: ['president|country:RT'], home: 'RT' }
const story = ['person:harka', 'person:voss', 'org:rt/court', 'place:RT/zenda', 'person:brandt']

const many = (prefix: string, length: number) => Array.from({ length }, (_, n) => `org:${prefix}${n}`)

describe('is one person', () => {
  it.each<[string, Told, Person]>([
    ['of the same name', told('mira-kolarova'), person('mira-kolarova')],
    [
      'by a fuller name, in a story',
      told('mira-b-kolarova', { company: story }),
      person('mira-kolarova', { company: story }),
    ],
    [
      'by a title that was taken for a name',
      told('judge-mira-kolarova', { home: 'RT', company: story }),
      person('mira-kolarova', { home: 'RT', company: story.slice(0, 1) }),
    ],
    [
      'in another transliteration, of the same office',
      told('aslan-kadirin', ruritania),
      person('aslan-kadyrin', ruritania),
    ],
    [
      'by a middle initial, in one country',
      told('aslan-b-kadyrin', { home: 'RT' }),
      person('aslan-kadyrin', { home: 'RT' }),
    ],
    ['by an initial, of the same office', told('a-kadyrin', ruritania), person('aslan-kadyrin', ruritania)],
    ['by the last name, of the same office', told('kadyrin', ruritania), person('aslan-kadyrin', ruritania)],
    [
      'by the last name, in a story',
      told('kadyrin', { home: 'RT', company: story }),
      person('aslan-kadyrin', { home: 'RT', company: story }),
    ],
    [
      'of a name with a slip, in a story',
      told('jermaine-tillman', { home: 'RT', company: story }),
      person('jeremaine-tillman', { home: 'RT', company: story }),
    ],
    ['of a common name, in one country', told('john-smith', { home: 'RT' }), person('john-smith', { home: 'RT' })],
    [
      'of one name, where its gender was misread',
      told('robin-kolarova', { gender: 'male', home: 'RT' }),
      person('robin-kolarova', { gender: 'female', home: 'RT' }),
    ],
    [
      'who went to another office in the same country',
      told('mira-kolarova', { countries: ['RT'], offices: ['envoy|country:RT'] }),
      person('mira-kolarova', ruritania),
    ],
  ])('%s', (_, one, other) => {
    expect(decide(one, [other])).toMatchObject({ status: 'one', person: { id: other.id } })
  })
})

describe('are two persons', () => {
  const zenda = { countries: ['ZE'], offices: ['president|country:ZE'], home: 'ZE' }
  it.each<[string, Told, Person]>([
    [
      'ministers of one name in two countries',
      told('lee', { countries: ['KR'], offices: ['minister|country:KR'], home: 'KR' }),
      person('lee', { countries: ['SG'], offices: ['minister|country:SG'], home: 'SG' }),
    ],
    [
      'those of one full name who are of two countries',
      told('tomas-lee', { ...ruritania }),
      person('tomas-lee', zenda),
    ],
    [
      'those of a common name who have nothing in common',
      told('john-smith', { home: 'RT' }),
      person('john-smith', { home: 'ZE' }),
    ],
    ['a last name alone, and no country', told('kadyrin'), person('aslan-kadyrin', ruritania)],
    ['a last name alone, and only the country', told('kadyrin', { home: 'RT' }), person('aslan-kadyrin', ruritania)],
    [
      'a last name alone, and company that everybody has',
      told('kadyrin', { home: 'RT', company: [...story.slice(0, 3), ...many('a', 12)] }),
      person('aslan-kadyrin', { home: 'RT', company: [...story, ...many('b', 12)] }),
    ],
    [
      'a common name with a middle initial, and only the country',
      told('john-b-smith', { home: 'RT' }),
      person('john-smith', { home: 'RT' }),
    ],
    [
      'single names that are not written alike',
      told('michele', { home: 'RT', offices: ['wife|'] }),
      person('michelle', { home: 'RT', offices: ['wife|'] }),
    ],
    ['other given names', told('zara-kadyrin', ruritania), person('aslan-kadyrin', ruritania)],
    ['father and son', told('paul-tarn-jr', ruritania), person('paul-tarn-sr', ruritania)],
    [
      'a man and a woman of one initial',
      told('a-kadyrin', { ...ruritania, gender: 'female' }),
      person('aslan-kadyrin', { ...ruritania, gender: 'male' }),
    ],
    ['an initial, and nothing but the country', told('a-kadyrin', { home: 'RT' }), person('aslan-kadyrin', ruritania)],
    [
      'a last name that the document gives two',
      told('kadyrin', { ...ruritania, company: story, namesake: true }),
      person('aslan-kadyrin', ruritania),
    ],
  ])('%s', (_, one, other) => {
    expect(decide(one, [other])).toEqual({ status: 'new' })
  })

  it('a last name that fits two alike', () => {
    const two = [person('aslan-kadyrin', ruritania), person('zara-kadyrin', ruritania)]
    expect(decide(told('kadyrin', ruritania), two)).toEqual({ status: 'new' })
  })

  it('whom a document names under two names, unless one is the other with a title', () => {
    const known = person('paul-tarn', { company: story })
    const taken = new Map([['person:paul-tarn', known.id]])
    expect(decide(told('paul-b-tarn', { company: story }), [known], taken)).toEqual({ status: 'new' })
    expect(decide(told('judge-paul-tarn', { company: story }), [known], taken)).toMatchObject({ status: 'one' })
  })

  it('a name that one of the names of theirs excludes', () => {
    const known = learn(person('a-kadyrin', ruritania), told('aslan-kadyrin'), { since: 9n, reasons: [] })
    expect(decide(told('anna-kadyrin', { ...ruritania, company: story }), [known])).toEqual({ status: 'new' })
  })
})

it('takes the nearest name, then what has most in common, then whom it has known for longest', () => {
  const [old, near, exact] = [
    person('p-tarn', ruritania),
    person('paul-tarn', ruritania),
    person('paul-tarn', { company: story }),
  ]
  const all = [{ ...exact, id: 'person:paul-tarn~2' }, near, old]
  expect(decide(told('paul-tarn', { company: story }), all)).toMatchObject({ person: { id: 'person:paul-tarn~2' } })
  expect(decide(told('paul-tarn'), all)).toMatchObject({ person: { id: near.id } })
})

it('says why', () => {
  const decision = decide(told('kadyrin', ruritania), [person('aslan-kadyrin', ruritania)])
  expect(decision).toMatchObject({
    reasons: ['the same last name', 'the same office: president', 'the same country: RT'],
  })
})
