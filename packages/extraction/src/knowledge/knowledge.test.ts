import { describe, expect, it } from 'vitest'
import { isCommonWord } from './common-words.ts'
import { COUNTRIES } from './country-table.ts'
import { figureOf } from './figures.ts'
import { fold, slug } from './fold.ts'
import { gazetteer } from './gazetteer.ts'
import { genderOfGivenName, isGivenName } from './given-names.ts'
import { ARMED, MEDIA_TABLE, NATIONAL_BODIES, ORGANISATION_TABLE, SEATS_OF_POWER } from './organisation-table.ts'
import { pieces } from './pieces.ts'

const { longest, lookup, country, organisation } = gazetteer()
const idsOf = (name: string) => lookup(name).map(({ id }) => id)

describe('gazetteer', () => {
  it('gives states under all of their names, adjectives and peoples', () => {
    for (const name of ['Côte d’Ivoire', 'Ivory Coast', "Cote d'Ivoire"]) expect(idsOf(name)).toContain('country:CI')
    expect(lookup('Salvadoran').map(({ type, country: code }) => [type, code])).toContainEqual(['adjective', 'SV'])
    expect(lookup('Poles').map(({ type, country: code }) => [type, code])).toContainEqual(['people', 'PL'])
    expect(idsOf('USSR')).toContain('country:SU')
  })

  it('gives organisations under acronym and name', () => {
    for (const name of ['OSCE', 'Organization for Security and Co-operation in Europe'])
      expect(idsOf(name)).toEqual(['org:osce'])
    expect(idsOf('al-Shabab')).toEqual(['org:al-shabaab'])
  })

  it('takes the longest name and keeps every sense of it', () => {
    const parts = pieces('Republic of the Congo said')
    expect(longest(parts, 0)).toMatchObject({ length: 4 })
    expect(idsOf('Georgia')).toEqual(expect.arrayContaining(['country:GE', 'place:US/georgia']))
  })

  it('keeps cities with their country under one id for old and new names', () => {
    expect(idsOf('Kiev')).toContain('place:UA/kyiv')
    expect(idsOf('Kyiv')).toContain('place:UA/kyiv')
    expect(idsOf('Bogotá')).toContain('place:CO/bogota')
  })

  it('has no name for what is none', () => {
    expect(lookup('')).toEqual([])
    expect(longest([], 0)).toBeNull()
    expect(country('ZZ')).toBeUndefined()
    expect(organisation('org:nobody')).toBeUndefined()
  })
})

describe('tables', () => {
  it('name each state once', () => {
    const codes = COUNTRIES.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, name } of COUNTRIES)
      expect([code, name]).toEqual([expect.stringMatching(/^[A-Z]{2}$/u), expect.stringMatching(/\p{Lu}/u)])
  })

  it('name each organisation once, in a state that there is', () => {
    const rows = `${ORGANISATION_TABLE}${MEDIA_TABLE}`
      .trim()
      .split(/\n+/u)
      .map((row) => row.split('|'))
    const keys = rows.map(([key]) => key)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    expect(rows.filter((row) => row.length !== 4)).toEqual([])
    expect(rows.filter(([, , , code]) => code && !country(code))).toEqual([])
  })

  it('speak only of organisations that they have', () => {
    const ids = [...ARMED, ...SEATS_OF_POWER].map((key) => `org:${key}`).concat(...NATIONAL_BODIES.values())
    expect(ids.filter((id) => !organisation(id))).toEqual([])
  })
})

describe('figures', () => {
  it('are told apart by the year', () => {
    expect(figureOf('Bush', 1990)?.name).toBe('George H. W. Bush')
    expect(figureOf('Bush', 2005)?.name).toBe('George W. Bush')
    expect(figureOf('Merkel', null)?.of).toBe('country:DE')
    expect(figureOf('Nobody', 2005)).toBeNull()
  })
})

describe('given names', () => {
  it('know the gender of common names of many cultures', () => {
    expect(['Anastasiya', 'Fatima', 'Robin', 'Giulia'].map(genderOfGivenName)).toEqual([
      'female',
      'female',
      null,
      'female',
    ])
    expect(['Ömer', 'Volodymyr', 'Kwame', 'Jean'].map(genderOfGivenName)).toEqual(['male', 'male', 'male', null])
  })

  it('leave out what is a word or a place first', () => {
    expect(['May', 'Paris', 'General'].some(isGivenName)).toBe(false)
  })
})

describe('words', () => {
  it('are folded to one form', () => {
    expect(fold('Çelik’s ŁÓDŹ')).toBe("celik's lodz")
    expect(slug('Kassym-Jomart Tokayev')).toBe('kassym-jomart-tokayev')
    expect(slug('"…"')).toBe('')
  })

  it('are known in any form, names are not', () => {
    expect(['wounded', 'talks', 'guerrillas'].every(isCommonWord)).toBe(true)
    expect(['barco', 'manuel', 'huila'].some(isCommonWord)).toBe(false)
  })
})
