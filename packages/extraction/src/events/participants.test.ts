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
    'legal_action',
    'The driver accused of hitting a nurse appeared in court on Friday.',
    ['defendant=person:unnamed/driver'],
  ],
  [
    'armed_conflict',
    'Fighting between the Ethiopian army and Eritrean soldiers resumed on Wednesday.',
    ['attacker=org:er/armed-forces', 'attacker=org:et/armed-forces'],
  ],
  [
    'appointment',
    'The king appointed Omar Alaoui prime minister on Monday.',
    ['appointer=person:unnamed/king', 'holder=person:omar-alaoui'],
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

test('the house of somebody is attacked to hit him', () => {
  expect(sidesOf('attack', 'Gunmen attacked the house of Judge Pedro Rivas in Lima on Monday.')).toContain(
    'target=person:pedro-rivas',
  )
})

test('the wounded are victims as the dead are', () => {
  expect(sidesOf('attack', 'A car bomb exploded in Mosul on Sunday, wounding three nurses.')).toContain(
    'victim=group:iq/nurses',
  )
})

test('who claims responsibility is the perpetrator', () => {
  expect(
    sidesOf('attack', 'The Islamic State claimed responsibility for the bombing, which killed five guards in Kabul.'),
  ).toEqual(['perpetrator=org:islamic-state', 'victim=group:af/guards'])
})

test('who is charged with a murder is its perpetrator, the court that charges is not', () => {
  expect(sidesOf('attack', 'Erik Halloran was charged with the murder of Anna Brandt by a court in Leeds.')).toEqual([
    'perpetrator=person:erik-halloran',
    'victim=person:anna-brandt',
  ])
})

test.each([
  ['Rioters attacked two banks and three shops in Nairobi on Monday.', 'target'],
  ['A terrorist attack killed nine shoppers in Nairobi on Monday.', 'perpetrator'],
])('buildings and kinds of deeds are no sides: %s', (body, role) => {
  const events = annotate({ id: 'doc', body, publishedAt: '2024-05-16' }).events
  expect(events.flatMap(({ participants }) => participants.filter((one) => one.role === role))).toEqual([])
})

test('who takes part in talks may be said by the clause around them', () => {
  expect(sidesOf('diplomatic_meeting', 'After talks with President Maria Santos, the rebels laid down arms.')).toEqual([
    'party=group:rebels',
    'party=person:maria-santos',
  ])
})

test('a suspect goes by the name that follows', () => {
  expect(sidesOf('arrest', 'The suspect, identified as Karim Hadji, was arrested in Lyon on Monday.')).toEqual([
    'detainee=person:karim-hadji',
  ])
})

test.each([
  ['The army foiled an attack on a barracks in Gao on Monday.', 'attack', 'perpetrator'],
  ['Police in Lagos quelled a riot on Friday.', 'unrest', 'participants'],
])('who suffers or stops what a noun says has not done it: %s', (body, type, role) => {
  expect(sidesOf(type, body).filter((side) => side.startsWith(role))).toEqual([])
})

test.each([
  [
    'A gunman killed two nurses in Graz on Friday. Karl Brenner fired at the nurses from a car, police said.',
    'perpetrator=person:karl-brenner',
  ],
  [
    'Protesters threw stones in Lima on Monday. One protester threw a petrol bomb in Lima on Monday.',
    'participants=group:pe/protesters',
  ],
])('a side that sentences call by several names is one: %s', (body, side) => {
  const [event] = annotate({ id: 'doc', body, publishedAt: '2024-05-16' }).events.filter(
    ({ type }) => type !== 'statement',
  )
  const role = side.split('=')[0]
  const found = event?.participants.filter((one) => one.role === role).map((one) => `${one.role}=${one.actor}`)
  expect(found).toEqual([side])
})

test.each([
  ['Turkish jets bombed a rebel base in Iraq, the ministry said.', 'attack', 'perpetrator=country:TR'],
  ['GUERRILLAS OF THE FMLN KILLED SEVEN SOLDIERS IN SAN MIGUEL, A SPOKESMAN SAID.', 'attack', 'perpetrator=org:fmln'],
  ['Boeing signed a deal worth $2 billion with Qatar Airways on Monday.', 'agreement', 'party=org:boeing'],
  [
    'Karim Hadji was sentenced to death for the bombing of a market in Sousse.',
    'attack',
    'perpetrator=person:karim-hadji',
  ],
  [
    'Secretary of State John Kerry will visit Cairo next week to meet the king.',
    'diplomatic_meeting',
    'guest=person:john-kerry',
  ],
])('who acts is found where the parser lost it: %s', (body, type, side) => {
  expect(sidesOf(type, body)).toContain(side)
})

test('names of a list that the parser did not join are all charged', () => {
  expect(
    sidesOf(
      'legal_action',
      'Lawmaker Juan Requena, Colonel Pedro Zamora, the National Guard (GNX) Division General Alberto Paredes and Jose Blanco were all indicted on Monday.',
    ),
  ).toEqual([
    'defendant=person:alberto-paredes',
    'defendant=person:jose-blanco',
    'defendant=person:juan-requena',
    'defendant=person:pedro-zamora',
  ])
})

test('a brigade general is a person and no brigade', () => {
  expect(sidesOf('arrest', 'GNX Brigade General Hector Paredes was detained on Monday.')).toEqual([
    'detainee=person:hector-paredes',
  ])
})
