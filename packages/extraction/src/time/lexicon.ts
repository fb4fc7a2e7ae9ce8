/**
 * The words of English time expressions, by class. Keys are lower case; an abbreviation stands with and without its
 * full stop. Values: months 1–12, weekdays 1 (Monday) – 7, units as ISO 8601 designators with `T` before clock units.
 */
export type Unit = 'TS' | 'TM' | 'TH' | 'D' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE' | 'WE'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type DayPart = 'MO' | 'AF' | 'EV' | 'NI' | 'MI' | 'DT'

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ')

const MONTH_ABBREVIATIONS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, i): [string, number] => [name, i + 1]),
  ...Object.entries(MONTH_ABBREVIATIONS).flatMap(([name, month]): [string, number][] => [
    [name, month],
    [`${name}.`, month],
  ]),
])

const WEEKDAY_NAMES = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const WEEKDAY_ABBREVIATIONS = ['mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun']

export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...WEEKDAY_NAMES.flatMap((name, i): [string, number][] => [
    [name, i + 1],
    [`${name}s`, i + 1],
  ]),
  ...WEEKDAY_ABBREVIATIONS.flatMap((name): [string, number][] => {
    const day = WEEKDAY_NAMES.findIndex((full) => full.startsWith(name)) + 1
    return [
      [name, day],
      [`${name}.`, day],
    ]
  }),
])

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['second', 'TS'],
  ['seconds', 'TS'],
  ['minute', 'TM'],
  ['minutes', 'TM'],
  ['mins', 'TM'],
  ['hour', 'TH'],
  ['hours', 'TH'],
  ['hrs', 'TH'],
  ['day', 'D'],
  ['days', 'D'],
  ['night', 'D'],
  ['nights', 'D'],
  ['week', 'W'],
  ['weeks', 'W'],
  ['fortnight', 'W'],
  ['fortnights', 'W'],
  ['month', 'M'],
  ['months', 'M'],
  ['quarter', 'Q'],
  ['quarters', 'Q'],
  ['year', 'Y'],
  ['years', 'Y'],
  ['yr', 'Y'],
  ['yrs', 'Y'],
  ['decade', 'DE'],
  ['decades', 'DE'],
  ['century', 'CE'],
  ['centuries', 'CE'],
  ['weekend', 'WE'],
  ['weekends', 'WE'],
])

export const SEASONS: ReadonlyMap<string, Season> = new Map<string, Season>([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
])

export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ['morning', 'MO'],
  ['mornings', 'MO'],
  ['dawn', 'MO'],
  ['sunrise', 'MO'],
  ['midmorning', 'MO'],
  ['afternoon', 'AF'],
  ['afternoons', 'AF'],
  ['evening', 'EV'],
  ['evenings', 'EV'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['nightfall', 'EV'],
  ['night', 'NI'],
  ['nights', 'NI'],
  ['overnight', 'NI'],
  ['lunchtime', 'MI'],
  ['daytime', 'DT'],
])

export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i): [string, number] => [word, i]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, 20 + 10 * i]),
])

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
])

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'
  )
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1]),
)

/** Decades by name: "the nineties". */
export const NAMED_DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
])

/** Adverbs and adjectives that repeat: ISO 8601 duration between two times. */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['fortnightly', 'P2W'],
  ['biweekly', 'P2W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P1Q'],
  ['annual', 'P1Y'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
  ['biannual', 'P6M'],
  ['biennial', 'P2Y'],
])

/** Vague references to the past, the present, the future. */
export const REFERENCES: ReadonlyMap<string, 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'> = new Map([
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['current', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['recent', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['formerly', 'PAST_REF'],
])

/** Time zones and clock names, with their ISO 8601 suffix; none where the place decides. */
export const ZONES: ReadonlyMap<string, string> = new Map([
  ['gmt', 'Z'],
  ['utc', 'Z'],
  ['bst', ''],
  ['cet', ''],
  ['cest', ''],
  ['est', ''],
  ['edt', ''],
  ['et', ''],
  ['cst', ''],
  ['cdt', ''],
  ['mst', ''],
  ['mdt', ''],
  ['pst', ''],
  ['pdt', ''],
  ['pt', ''],
  ['ist', ''],
  ['jst', ''],
  ['msk', ''],
])
