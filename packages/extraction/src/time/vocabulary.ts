import {
  CARDINALS,
  DAY_PARTS,
  FREQUENCIES,
  MONTHS,
  NAMED_DECADES,
  ORDINALS,
  REFERENCES,
  SCALES,
  SEASONS,
  UNITS,
  WEEKDAYS,
  ZONES,
} from './lexicon.ts'
import type { Vocabulary } from './pattern.ts'

const unitsOf = (test: (word: string, unit: string) => boolean): string[] =>
  [...UNITS].filter(([word, unit]) => test(word, unit)).map(([word]) => word)

const isPlural = (word: string): boolean => word.endsWith('s')

/** Words and phrases that the rules of the time grammar share. */
export const VOCABULARY: Vocabulary = {
  classes: {
    month: [...MONTHS.keys()],
    weekday: [...WEEKDAYS.keys()].filter((word) => !word.endsWith('days')),
    weekdays: [...WEEKDAYS.keys()].filter((word) => word.endsWith('days')),
    /** Units of a day and more, in the singular */
    period: unitsOf((word, unit) => !isPlural(word) && !unit.startsWith('T') && word !== 'night'),
    unit: unitsOf((word) => word !== 'second'),
    units: unitsOf((word) => isPlural(word)),
    season: [...SEASONS.keys()],
    daypart: [...DAY_PARTS.keys()].filter((word) => word !== 'overnight' && !isPlural(word)),
    dayparts: ['mornings', 'afternoons', 'evenings', 'nights'],
    cardinal: [...CARDINALS.keys()],
    scale: [...SCALES.keys()],
    ordinal: [...ORDINALS.keys(), '#ordinal'],
    decadename: [...NAMED_DECADES.keys()],
    frequency: [...FREQUENCIES.keys()],
    reference: [...REFERENCES.keys()],
    zone: [...ZONES.keys()],
    before: ['last', 'past', 'previous', 'preceding'],
    after: ['next', 'coming', 'following', 'upcoming', 'subsequent'],
    dash: ['-', '–', '—'],
    open: ['(', '['],
    possessive: ['my', 'our', 'his', 'her', 'its', 'their', 'your', "'s"],
    in: [
      'in',
      'since',
      'during',
      'until',
      'till',
      'by',
      'before',
      'after',
      'through',
      'throughout',
      'from',
      'of',
      'between',
    ],
    stretched: [
      'consecutive',
      'straight',
      'successive',
      'full',
      'whole',
      'more',
      'long',
      'further',
      'additional',
      'other',
    ],
    kind: ['trading', 'business', 'working', 'calendar', 'financial', 'fiscal', 'academic', 'parliamentary'],
    /** What is called by a date: "the 26th of July Movement", "14 February Coalition" */
    namesake: [
      'movement',
      'brigade',
      'brigades',
      'front',
      'coalition',
      'square',
      'street',
      'avenue',
      'bridge',
      'university',
      'stadium',
      'airport',
      'alliance',
      'party',
      'club',
      'group',
      'organization',
      'organisation',
      'committee',
      'hospital',
      'dam',
    ],
    relation: ['ago', 'earlier', 'later', 'before', 'after', 'previously', 'hence', 'afterwards', 'afterward'],
  },
  macros: {
    digits: '#day | #int | #number | #year',
    count:
      '%digits $scale ? | $cardinal ( - ? $cardinal ) ? ( and a half ) ? $scale ? | ( a | one | two ) hundred' +
      ' | half ( a | an ) | a dozen | dozens of | a couple ( of ) ? | couple of | a good few | a few | few | several' +
      ' | many | a number of | some | a | an',
    approx:
      'about | around | nearly | almost | over | roughly | approximately | some | more than | less than | at least | up to' +
      ' | at most | just over | just under | well over | fewer than | as many as | no more than | only | another',
    /** Early, middle or late part of what follows */
    part:
      '(?<early> early | the ? very ? ( beginning | start | opening | outset | dawn ) of ) in ?' +
      ' | (?<mid> mid -  | mid | the ? middle of )' +
      ' | (?<late> late | the ? very ? ( end | close | closing | latter part ) of ) in ?' +
      ' | (?<before> earlier in ? ) | (?<after> later in ? )',
    year: '#year | #yy',
    /** "of last year", "this year", "of the year before" after a month or season */
    ofyear:
      ',? of ? (?<year> #year ) | of ? (?<which> this | last | next | the same | that ) year | of ? the year before',
  },
}
