import { expect, test } from 'vitest'
import { annotate } from '../annotate.ts'

/** `role=id` of the first event of a type, in the order of the text's roles. */
function sidesOf(type: string, body: string): string[] {
  const event = annotate({ id: 'doc', body, publishedAt: '2024-05-16' }).events.find((one) => one.type === type)
  return (event?.participants ?? []).map(({ role, actor }) => `${role}=${actor}`).toSorted()
}

test.each([
  [
    'unrest',
    'Riot police fought running battles with students in Dhaka on Monday.',
    ['participants=group:bd/students', 'target=org:bd/police'],
  ],
  [
    'unrest',
    'Clashes between police and protesters broke out in Chile on Sunday.',
    ['participants=group:cl/protesters', 'target=org:cl/police'],
  ],
])('those who riot are the participants and police the target: %s: %s', (type, body, sides) => {
  expect(sidesOf(type, body)).toEqual(sides)
})

test.each([
  [
    'request',
    'Kenya demanded that Somalia withdraw its troops from the border on Friday.',
    ['recipient=country:SO', 'requester=country:KE'],
  ],
  ['threat', 'Iran threatened to attack Israel on Monday.', ['actor=country:IR', 'target=country:IL']],
  [
    'diplomatic_relations',
    'Peru has been moving closer to Brazil and Chile.',
    ['actor=country:PE', 'target=country:BR', 'target=country:CL'],
  ],
  [
    'military_deployment',
    'President Joyce Banda called in Kenyan troops in May.',
    ['force=org:ke/armed-forces', 'host=person:joyce-banda', 'sender=country:KE'],
  ],
])('the other side is found behind the words of the trigger: %s: %s', (type, body, sides) => {
  expect(sidesOf(type, body)).toEqual(sides)
})

test.each([
  ['arms_transfer', 'France sent weapons to Chad last year.', ['buyer=country:TD', 'seller=country:FR']],
  ['aid', 'Japan gave Mali 30 million dollars in aid on Monday.', ['donor=country:JP', 'recipient=country:ML']],
  [
    'diplomatic_meeting',
    'The M-5 and Trade Minister Karin Holm met in Lima on Monday.',
    ['party=org:m-5', 'party=person:karin-holm'],
  ],
  [
    'attack',
    'The killing of a farmer by soldiers angered the village.',
    ['perpetrator=org:armed-forces', 'victim=person:unnamed/farmer'],
  ],
  [
    'legal_action',
    'Police said Erik Halloran gave himself up and was charged with murder.',
    ['defendant=person:erik-halloran'],
  ],
  [
    'sanctions',
    'The European Union imposed sanctions on the Belarusian carrier Belavia on Monday.',
    ['imposer=org:eu', 'target=org:belavia'],
  ],
])('slips of the parser cost no side: %s: %s', (type, body, sides) => {
  expect(sidesOf(type, body)).toEqual(sides)
})

test('what is done in a body is done by it', () => {
  expect(sidesOf('policy_change', 'The bill was rejected in the Senate of Mexico on Tuesday.')).toEqual([
    'actor=org:mx/senate',
  ])
})
