import { expect, test } from 'vitest'
import { caseOf, children, conjuncts, firstConjunct, headOf, isPassive, rootOf, span, subtree } from './tree.ts'
import type { Sentence } from './types.ts'

/** A sentence from `word:head:relation` triples. */
function sentence(text: string): Sentence {
  let at = 0
  const tokens = text.split(' ').map((part, index) => {
    const [word = '', head = '', deprel = ''] = part.split('/')
    const start = at
    at += word.length + 1
    const upos = deprel === 'punct' ? 'PUNCT' : 'X'
    return { index, start, end: at - 1, text: word, lemma: word, upos, xpos: '', head: Number(head), deprel }
  })
  return { start: 0, end: at - 1, paragraph: 0, tokens }
}

const words = (tokens: { text: string }[]): string => tokens.map((token) => token.text).join(' ')
const coup = sentence(
  'Soldiers/3/nsubj:pass and/2/cc police/0/conj,/x held/-1/root because/5/case of/4/fixed threats/3/obl ./3/punct'.replace(
    ',/x',
    '',
  ),
)

test('children by relation, with or without subtype', () => {
  expect(words(children(coup, 3))).toBe('Soldiers threats .')
  expect(words(children(coup, 3, 'nsubj'))).toBe('Soldiers')
  expect(children(coup, 3, 'nsubj:outer')).toEqual([])
  expect(words(children(coup, 3, 'obl', 'punct'))).toBe('threats .')
})

test('subtree and span', () => {
  const tree = sentence('The/1/det bank/2/nsubj fell/-1/root ,/2/punct they/2/parataxis ./2/punct')
  expect(words(subtree(tree, 1))).toBe('The bank')
  expect(span(tree, 2)).toEqual({ start: 0, end: 20 })
})

test('root, heads, conjuncts, passives and prepositions', () => {
  expect(rootOf(coup)?.text).toBe('held')
  expect(headOf(coup, coup.tokens[2]!)?.text).toBe('Soldiers')
  expect(headOf(coup, coup.tokens[3]!)).toBeUndefined()
  expect(words(conjuncts(coup, 0))).toBe('Soldiers police')
  expect(firstConjunct(coup, 2)).toBe(0)
  expect(isPassive(coup, 3)).toBe(true)
  expect(isPassive(coup, 0)).toBe(false)
})

test('a preposition of several words is joined', () => {
  const tree = sentence('left/-1/root because/3/case of/1/fixed rain/0/obl')
  expect(caseOf(tree, 3)).toBe('because of')
})
