import { expect, test } from 'vitest'
import { lemma } from './lemma.ts'

test.each(
  (
    'was=be held=hold fought=fight said=say shot=shoot led=lead laid=lay died=die stopped=stop hoped=hope hopped=hop staged=stage ' +
    'targeted=target tied=tie denied=deny seized=seize travelled=travel livestreamed=livestream decarbonised=decarbonise going=go'
  ).split(' '),
)('verb %s', (pair) => {
  const [form = '', base = ''] = pair.split('=')
  expect(lemma(form, 'VERB', 'VBD')).toBe(base)
})

test.each(
  (
    'crises=crisis buses=bus bases=base parties=party wives=wife women=woman spokesmen=spokesman losses=loss votes=vote ' +
    'police=police headquarters=headquarters authorities=authority talks=talk churches=church heroes=hero movies=movie'
  ).split(' '),
)('noun %s', (pair) => {
  const [form = '', base = ''] = pair.split('=')
  expect(lemma(form, 'NOUN', 'NNS')).toBe(base)
})

test('adjectives, function words and names', () => {
  expect(['larger', 'happiest', 'worse'].map((word) => lemma(word, 'ADJ', 'JJR'))).toEqual(['large', 'happy', 'bad'])
  expect([lemma("n't", 'PART', 'RB'), lemma('wo', 'AUX', 'MD'), lemma('’s', 'AUX', 'VBZ')]).toEqual([
    'not',
    'will',
    'be',
  ])
  expect(lemma('Nations', 'PROPN', 'NNPS')).toBe('Nations')
})
