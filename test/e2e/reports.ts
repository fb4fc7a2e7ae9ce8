/** Short reports, each of another country and about one thing, so that what comes out can be told apart. */
const COUNTRIES = [
  ['Kenya', 'Nairobi'],
  ['Ghana', 'Accra'],
  ['Peru', 'Lima'],
  ['Chile', 'Santiago'],
  ['Nepal', 'Kathmandu'],
  ['Jordan', 'Amman'],
  ['Latvia', 'Riga'],
  ['Norway', 'Oslo'],
  ['Tunisia', 'Tunis'],
  ['Senegal', 'Dakar'],
] as const

export function report(number: number) {
  const [country, capital] = COUNTRIES[number % COUNTRIES.length]!
  const injured = 10 + number
  return {
    externalId: `report-${number}`,
    title: `Report ${number} from ${capital}`,
    publishedAt: '2026-03-04',
    body:
      `${capital.toUpperCase()} – Thousands of protesters clashed with police in ${capital} on Tuesday, injuring ${injured} people.\n\n` +
      `"We will not give up," said Anna Example${number}, a spokeswoman for the protesters.\n\n` +
      `The government of ${country} imposed a curfew in the capital.`,
  }
}

export const reports = (count: number) => Array.from({ length: count }, (_, number) => report(number))
