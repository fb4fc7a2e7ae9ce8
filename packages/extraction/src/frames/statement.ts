import type { Frame } from './types.ts'

/**
 * Speech acts that stand without reported words: "rejected the proposal", "praised the decision". What is said in
 * words comes from the attributions; a verb that carries one of them is left to it.
 */
export const statement: Frame = {
  type: 'statement',
  roles: { speaker: 'subj', target: 'obj' },
  fillers: { speaker: '#person #organization #government #group', target: '#person #organization #government #group' },
  verbs: [
    {
      words: 'accuse blame',
      needs: { obj: '#person #organization #government #group @people' },
      unless: { subj: '@disasters' },
      attributes: { act: 'accuse', stance: 'negative' },
    },
    {
      words: 'blame',
      needs: { for: '*' },
      roles: { speaker: 'subj', target: 'obj on' },
      attributes: { act: 'accuse', stance: 'negative' },
    },
    {
      words:
        'condemn denounce criticise criticize slam decry deplore lambast lambaste blast rebuke chide castigate assail deride',
      unless: { to: 'death imprisonment year', subj: 'court judge' },
      roles: { speaker: 'subj', target: 'obj' },
      attributes: { act: 'criticise', stance: 'negative' },
    },
    {
      words: 'protest',
      needs: { obj: 'decision move arrest killing attack treatment result' },
      unless: { subj: 'thousand hundred' },
      roles: { speaker: 'subj', target: 'to' },
      attributes: { act: 'criticise', stance: 'negative' },
    },
    {
      words: 'praise hail welcome applaud commend congratulate laud salute thank endorse',
      unless: { obj: 'refugee guest visitor' },
      attributes: { act: 'praise', stance: 'positive' },
    },
    {
      words: 'reject dismiss rebuff refute spurn',
      needs: {
        obj: 'criticism claim allegation accusation charge report proposal offer demand call request suggestion plan deal notion idea statement appeal accord ultimatum invitation comment',
      },
      some: { subj: '#person #organization #government #group @people' },
      unless: { subj: 'court judge senate parliament congress voter' },
      roles: { speaker: 'subj', target: 'by of mod' },
      attributes: { act: 'reject', stance: 'negative' },
    },
    {
      words: 'deny',
      needs: { obj: 'allegation claim accusation report charge involvement responsibility wrongdoing any statement' },
      roles: { speaker: 'subj' },
      attributes: { act: 'reject', stance: 'negative' },
    },
    {
      words: 'urge exhort',
      needs: { obj: '#person #organization #government #group' },
      attributes: { act: 'urge', stance: 'neutral' },
    },
    {
      words: 'warn',
      needs: { obj: '#person #organization #government #group' },
      attributes: { act: 'warn', stance: 'negative' },
    },
    {
      words: 'voice express',
      needs: { obj: 'concern alarm fear regret dismay worry outrage' },
      roles: { speaker: 'subj' },
      attributes: { act: 'concern', stance: 'negative' },
    },
    {
      words: 'voice express',
      needs: {
        obj: 'support hope willingness readiness confidence satisfaction solidarity condolence sympathy gratitude',
      },
      roles: { speaker: 'subj', target: 'for to' },
      attributes: { act: 'comment', stance: 'positive' },
    },
    {
      words: 'pledge vow promise',
      needs: { comp: '*', subj: '#person #organization #government #group' },
      roles: { speaker: 'subj' },
      attributes: { act: 'pledge', stance: 'neutral' },
    },
    {
      words: 'describe',
      needs: { as: '*', subj: '#person #organization #government #group' },
      roles: { speaker: 'subj', target: 'obj' },
      attributes: { act: 'comment', stance: 'neutral' },
    },
    {
      words: 'recommend',
      needs: { comp: '*', subj: '#person #organization #government' },
      roles: { speaker: 'subj' },
      attributes: { act: 'urge', stance: 'neutral' },
    },
    {
      words: 'refuse',
      needs: { subj: '#organization #group #government #person', comp: 'meet accept agree' },
      roles: { speaker: 'subj' },
      attributes: { act: 'reject', stance: 'negative' },
    },
    {
      words: 'apologise apologize',
      needs: { subj: '#person #organization #government' },
      roles: { speaker: 'subj', target: 'to' },
      attributes: { act: 'comment', stance: 'neutral' },
    },
    {
      words: 'claim admit',
      needs: { obj: 'responsibility' },
      unless: { subj: 'one nobody' },
      roles: { speaker: 'subj' },
      attributes: { act: 'announce', stance: 'neutral' },
    },
    {
      words: 'support back oppose',
      needs: { obj: 'plan proposal bid call decision resolution sanction', subj: '#government #organization #person' },
      roles: { speaker: 'subj', target: 'of' },
      attributes: { act: 'comment', stance: 'positive' },
      weak: true,
    },
  ],
  nouns: [
    {
      words: 'condemnation criticism',
      needs: { from: '#person #organization #government #group' },
      roles: { speaker: 'from', target: 'of' },
      attributes: { act: 'criticise', stance: 'negative' },
    },
    {
      words: 'concern alarm',
      needs: { from: '#person #organization #government #group' },
      roles: { speaker: 'from' },
      attributes: { act: 'concern', stance: 'negative' },
    },
    {
      words: 'praise',
      needs: { from: '#person #organization #government #group' },
      roles: { speaker: 'from', target: 'for' },
      attributes: { act: 'praise', stance: 'positive' },
    },
    {
      words: 'promise pledge vow',
      some: { subj: '#person #organization #government', by: '#person #organization #government' },
      roles: { speaker: 'subj by' },
      attributes: { act: 'pledge', stance: 'neutral' },
    },
    {
      words: 'insistence',
      needs: { subj: '#person #organization #government' },
      roles: { speaker: 'subj' },
      attributes: { act: 'comment', stance: 'neutral' },
    },
  ],
}
