const list = (words: string): Set<string> => new Set(words.split(' '))

// Always followed by what they belong to: a full stop after them ends no sentence.
const TITLES = list(
  'Mr Mrs Ms Messrs Mx Dr Prof St Ste Gen Lt Col Maj Capt Cpl Sgt Cmdr Adm Brig Gov Sen Sens Rep Reps Rev Hon Pres Supt Det Insp Amb Fr Sr Mt Ft vs v ed eds cf e.g i.e approx Pte Pvt Cllr',
)
const OTHERS = list(
  'Jr Inc Corp Co Cos Ltd Bros Assn Dept Dist Univ etc al Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ave Blvd Rd Hwy Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo ca est pp Esq Pty Plc Mass Que Ont Alta',
)
const MONTH_OR_DAY = list('Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tue Tues Wed Thu Thur Thurs Fri')

// Words of their own, and abbreviations only where a number follows: "No. 10", "c. 1850".
const BEFORE_NUMBER = list('No Nos no nos c ca p pp Art Sec Fig fig Vol vol Ch ch')

/**
 * Whether `word` with a full stop behind it is one token: a title, a shortened word or an initial. `after` is the text
 * behind the full stop, two characters or more.
 */
export function isAbbreviation(word: string, after: string): boolean {
  if (BEFORE_NUMBER.has(word)) return /^ ?\d/.test(after)
  return TITLES.has(word) || OTHERS.has(word) || /^\p{Lu}$/u.test(word)
}

/** Whether the token (`Mr.`, `J.`, `Sept.`) is never the last of its sentence when something follows it. */
export function bindsForward(token: string): boolean {
  const word = token.slice(0, -1)
  return (
    TITLES.has(word) ||
    BEFORE_NUMBER.has(word) ||
    MONTH_OR_DAY.has(word) ||
    (/^\p{Lu}\.$/u.test(token) && token !== 'I.')
  )
}
