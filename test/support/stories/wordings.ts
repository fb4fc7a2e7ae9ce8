import type { Kind, TrueEvent } from './truth.ts'

/** What a reporter knows: the day in words, and the toll as this source has it. */
export interface Told {
  event: TrueEvent
  /** "on Tuesday", "yesterday", "on 5 May" */
  when: string
  toll: number
}

const CAUSES = [
  'a rise in fuel prices',
  'plans to cut pensions',
  'a new tax on farmers',
  'the closing of two hospitals',
  'a disputed land law',
  'higher tuition fees',
]
const TARGETS = ['market', 'bus station', 'police post', 'hotel', 'railway station', 'shopping centre']
const OFFICES = ['finance', 'health', 'interior', 'transport', 'energy', 'education']
const CRIMES = ['embezzling public money', 'taking bribes', 'money laundering', 'tax fraud', 'smuggling arms']
const TOPICS = ['fishing rights', 'grain exports', 'border security', 'a gas pipeline', 'the return of refugees']
const QUOTES: readonly [string, string, string][] = [
  ['We will not send a single soldier across the border', 'whatever our neighbours may say', 'would send no soldiers'],
  ['The price of bread has doubled', 'and nobody in this government slept well this winter', 'was sorry about prices'],
  ['Our ports stay open to every ship', 'that pays its dues and flies an honest flag', 'would keep its ports open'],
  ['I have read the report of the commission twice', 'and I found not one honest page in it', 'rejected the report'],
  ['This treaty was written by tired men', 'and it has to be written again from the first line', 'wanted a new treaty'],
  ['Nobody will take this river from us', 'neither by law nor by a dam in the mountains', 'would defend the river'],
]

function of<T>(items: readonly T[], { detail }: TrueEvent): T {
  return items[detail % items.length]!
}

type Wording = (told: Told) => string

/** The sentence that tells an event, in the ways that news desks have. */
export const WORDINGS: Readonly<Record<Kind, readonly Wording[]>> = {
  bombing: [
    ({ event, when, toll }) =>
      `A bomb exploded at a ${of(TARGETS, event)} in ${event.town} ${when}, killing ${toll} people, police said.`,
    ({ event, when, toll }) =>
      `At least ${toll} people were killed ${when} when a bomb went off at a ${of(TARGETS, event)} in the ${event.country.adjective} city of ${event.town}.`,
    ({ event, when, toll }) =>
      `A bomb attack on a ${of(TARGETS, event)} in ${event.town}, ${event.country.name}, left ${toll} people dead ${when}.`,
    ({ event, when, toll }) =>
      `${toll} people died ${when} in the bombing of a crowded ${of(TARGETS, event)} in ${event.town}.`,
  ],
  protest: [
    ({ event, when }) =>
      `Thousands of people marched through ${event.town} ${when} in protest against ${of(CAUSES, event)}.`,
    ({ event, when }) =>
      `Demonstrators filled the streets of the ${event.country.adjective} city of ${event.town} ${when}, angry about ${of(CAUSES, event)}.`,
    ({ event, when, toll }) =>
      `Some ${toll * 100} people took part in a demonstration over ${of(CAUSES, event)} in ${event.town} ${when}, organisers said.`,
    ({ event, when }) => `Protesters rallied in the centre of ${event.town} ${when} over ${of(CAUSES, event)}.`,
  ],
  earthquake: [
    ({ event, when, toll }) => `A strong earthquake struck near ${event.town} ${when}, killing ${toll} people.`,
    ({ event, when, toll }) =>
      `At least ${toll} people died when an earthquake shook the ${event.country.adjective} city of ${event.town} ${when}.`,
    ({ event, when }) => `${event.town} in ${event.country.name} was hit by a powerful earthquake ${when}.`,
    ({ event, when, toll }) => `The earthquake in ${event.town} ${when} killed ${toll} people, rescuers said.`,
  ],
  resignation: [
    ({ event, when }) =>
      `${event.person}, the ${event.country.adjective} ${of(OFFICES, event)} minister, resigned ${when}.`,
    ({ event, when }) =>
      `${event.country.name}'s ${of(OFFICES, event)} minister ${event.person} stepped down ${when} after weeks of criticism.`,
    ({ event, when }) =>
      `The ${of(OFFICES, event)} minister of ${event.country.name}, ${event.person}, quit the government ${when}.`,
    ({ event, when }) =>
      `${event.person} has resigned as ${of(OFFICES, event)} minister of ${event.country.name}, the government announced ${when}.`,
  ],
  arrest: [
    ({ event, when }) =>
      `Police in ${event.town} arrested the businessman ${event.person} ${when} on suspicion of ${of(CRIMES, event)}.`,
    ({ event, when }) =>
      `The businessman ${event.person} was arrested in the ${event.country.adjective} city of ${event.town} ${when}.`,
    ({ event, when }) =>
      `${event.country.adjective} police have detained ${event.person}, a businessman accused of ${of(CRIMES, event)}, ${when}.`,
    ({ event, when }) =>
      `${event.person} was taken into custody ${when} in ${event.town}, where prosecutors suspect the businessman of ${of(CRIMES, event)}.`,
  ],
  verdict: [
    ({ event, when, toll }) =>
      `A court in ${event.town} sentenced ${event.person} to ${toll} months in prison ${when} for ${of(CRIMES, event)}.`,
    ({ event, when, toll }) =>
      `${event.person} was sentenced to ${toll} months in jail by a ${event.country.adjective} court ${when}.`,
    ({ event, when, toll }) =>
      `Judges in ${event.town}, ${event.country.name}, jailed ${event.person} for ${toll} months ${when}.`,
    ({ event, when, toll }) =>
      `${event.person}, accused of ${of(CRIMES, event)}, was given a sentence of ${toll} months by a court in ${event.town} ${when}.`,
  ],
  meeting: [
    ({ event, when }) =>
      `The presidents of ${event.country.name} and ${event.other.name} met in ${event.country.capital} ${when} to discuss ${of(TOPICS, event)}.`,
    ({ event, when }) =>
      `${event.country.adjective} President ${event.country.president} held talks with ${event.other.president}, the president of ${event.other.name}, ${when} in ${event.country.capital}.`,
    ({ event, when }) =>
      `President ${event.other.president} of ${event.other.name} met his ${event.country.adjective} counterpart, ${event.country.president}, ${when}.`,
    ({ event, when }) =>
      `${event.country.president} received the ${event.other.adjective} president, ${event.other.president}, in ${event.country.capital} ${when} for talks about ${of(TOPICS, event)}.`,
  ],
  agreement: [
    ({ event, when }) =>
      `${event.country.name} and ${event.other.name} signed an agreement on ${of(TOPICS, event)} ${when}.`,
    ({ event, when }) =>
      `An agreement on ${of(TOPICS, event)} was signed by ${event.country.name} and ${event.other.name} in ${event.country.capital} ${when}.`,
    ({ event, when }) =>
      `${event.other.name} signed a deal on ${of(TOPICS, event)} with ${event.country.name} ${when}.`,
    ({ event, when }) =>
      `Ministers of ${event.other.name} and ${event.country.name} ${when} signed the accord on ${of(TOPICS, event)} that both had sought for years.`,
  ],
  sanctions: [
    ({ event, when }) =>
      `${event.other.name} imposed sanctions on ${event.country.name} ${when} because of ${of(TOPICS, event)}.`,
    ({ event, when }) => `Sanctions were imposed on ${event.country.name} by ${event.other.name} ${when}.`,
    ({ event, when }) =>
      `The ${event.other.adjective} government ${when} imposed sanctions against ${event.country.name}, freezing the assets of its largest bank.`,
    ({ event, when }) =>
      `${event.country.name} was hit ${when} with sanctions by ${event.other.name} in their quarrel over ${of(TOPICS, event)}.`,
  ],
  election: [
    ({ event, when }) => `${event.country.name} held a parliamentary election ${when}.`,
    ({ event, when }) => `Voters in ${event.country.name} elected a new parliament ${when}.`,
    ({ event, when }) =>
      `The parliamentary election in ${event.country.name} took place ${when}, with turnout higher than four years ago.`,
    ({ event, when }) =>
      `${event.country.adjective} voters went to the polls ${when} in a parliamentary election that was seen as a test for President ${event.country.president}.`,
  ],
  statement: [
    ({ event, when }) =>
      `"${of(QUOTES, event)[0]}, ${of(QUOTES, event)[1]}," ${event.country.adjective} Foreign Minister ${event.country.foreignMinister} said ${when}.`,
    ({ event, when }) =>
      `${event.country.foreignMinister}, the foreign minister of ${event.country.name}, told reporters ${when}: "${of(QUOTES, event)[0]}, ${of(QUOTES, event)[1]}."`,
    ({ event, when }) =>
      `${event.country.name}'s foreign minister, ${event.country.foreignMinister}, said ${when}: "${of(QUOTES, event)[0]}."`,
    ({ event, when }) =>
      `Foreign Minister ${event.country.foreignMinister} of ${event.country.name} said ${when} that the country ${of(QUOTES, event)[2]}.`,
  ],
  shutdown: [
    ({ event, when }) => `The government of ${event.country.name} shut down the internet across the country ${when}.`,
    ({ event, when }) => `Internet access was cut throughout ${event.country.name} ${when}, a monitoring group said.`,
    ({ event, when }) => `${event.country.adjective} authorities blocked the internet ${when} as exams began.`,
    ({ event, when }) => `${event.country.name} was without internet ${when} after the authorities ordered a shutdown.`,
  ],
}

/** What follows in a report and tells nothing new. */
export const FILLERS: readonly string[] = [
  'Shops in the neighbourhood stayed closed for the rest of the day.',
  'Local radio carried the news within the hour.',
  'Further details were not available at first.',
  'The weather was mild for the season.',
  'Newspapers gave it their front pages.',
  'Traffic was back to normal by the evening.',
  'It was not clear what would happen next.',
]
