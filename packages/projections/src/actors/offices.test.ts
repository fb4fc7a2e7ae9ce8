import { expect, it } from 'vitest'
import { type OfficeRow, termsOf } from './offices.ts'

function row(begins: boolean, edtf: string, office: string | null): OfficeRow {
  return { actorId: 'a', eventId: edtf, office, country: 'RU', begins, edtf, sortDate: edtf }
}

const of = 'country:RU'

it.each<[string, OfficeRow[], object[]]>([
  [
    'a beginning and an end are one term',
    [row(true, '2001-02-03', 'president'), row(false, '2005-02-03', 'President')],
    [{ office: 'president', of, from: '2001-02-03', to: '2005-02-03' }],
  ],
  [
    'an appointment and the inauguration begin one term',
    [row(true, '2001-01', 'judge'), row(true, '2001-02', 'judge')],
    [{ office: 'judge', of, from: '2001-01', to: null }],
  ],
  [
    'two terms with an end between them are two',
    [row(true, '2001', 'mayor'), row(false, '2005', 'mayor'), row(true, '2009', 'mayor')],
    [
      { office: 'mayor', of, from: '2001', to: '2005' },
      { office: 'mayor', of, from: '2009', to: null },
    ],
  ],
  [
    'an end that names no office ends the only open one',
    [row(true, '2001', 'mayor'), row(false, '2005', null)],
    [{ office: 'mayor', of, from: '2001', to: '2005' }],
  ],
  [
    'an end that names no office ends none of two',
    [row(true, '2001', 'mayor'), row(true, '2002', 'senator'), row(false, '2005', null)],
    [
      { office: 'mayor', of, from: '2001', to: null },
      { office: 'senator', of, from: '2002', to: null },
    ],
  ],
  [
    'an end alone is known by its end',
    [row(false, '2005', 'mayor')],
    [{ office: 'mayor', of, from: null, to: '2005' }],
  ],
  [
    'an unknown date is none',
    [row(true, 'unknown', 'mayor'), row(true, '2001', 'mayor')],
    [{ office: 'mayor', of, from: '2001', to: null }],
  ],
])('%s', (_, rows, terms) => {
  expect(termsOf(rows)).toEqual(terms)
})
