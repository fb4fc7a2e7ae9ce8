import type { Frame } from './types.ts'

const ELECTION = 'election vote poll polls ballot runoff run-off by-election referendum plebiscite'

export const electionCall: Frame = {
  type: 'election_call',
  roles: { caller: 'subj' },
  home: 'participants',
  verbs: [
    { words: 'call', needs: { obj: ELECTION }, attributes: { action: 'call' } },
    {
      words: 'call',
      needs: { for: ELECTION },
      some: { subj: 'president premier minister king monarch #government #leader' },
      unless: { subj: 'opposition protester group activist demonstrator party leader envoy @people' },
      attributes: { action: 'call' },
    },
    {
      words: 'announce schedule set fix convoke',
      needs: { obj: ELECTION },
      unless: { obj: 'result' },
      attributes: { action: 'call' },
    },
    { words: 'set fix', needs: { obj: 'date' }, some: { for: ELECTION }, attributes: { action: 'call' } },
    { words: 'postpone delay defer reschedule suspend', needs: { obj: ELECTION }, attributes: { action: 'postpone' } },
    { words: 'put push', particle: 'off back', needs: { obj: ELECTION }, attributes: { action: 'postpone' } },
    {
      words: 'cancel annul scrap void invalidate nullify',
      needs: { obj: ELECTION + ' result' },
      attributes: { action: 'cancel' },
    },
    { words: 'call', particle: 'off', needs: { obj: ELECTION }, attributes: { action: 'cancel' } },
    { words: 'bring move', particle: 'forward', needs: { obj: ELECTION }, attributes: { action: 'call', early: true } },
    {
      words: 'dissolve',
      needs: { obj: 'parliament assembly congress duma knesset house legislature' },
      attributes: { action: 'call' },
    },
  ],
  nouns: [
    { words: 'postponement delay deferral', needs: { of: ELECTION }, attributes: { action: 'postpone' } },
    { words: 'cancellation annulment', needs: { of: ELECTION }, attributes: { action: 'cancel' } },
    {
      words: 'dissolution',
      needs: { of: 'parliament assembly congress duma knesset house legislature' },
      attributes: { action: 'call' },
    },
  ],
  values: {
    kind: {
      presidential: 'presidential president presidency',
      parliamentary: 'parliamentary legislative general parliament congress assembly federal',
      local: 'local municipal mayoral regional provincial',
      referendum: 'referendum plebiscite',
    },
    early: { true: 'snap early' },
  },
}
