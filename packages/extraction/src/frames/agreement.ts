import type { Frame } from './types.ts'

const PACT =
  'agreement accord pact treaty deal memorandum truce ceasefire cease-fire armistice protocol convention charter contract mou settlement declaration roadmap'

export const agreement: Frame = {
  type: 'agreement',
  home: 'domestic',
  roles: { party: 'subj,with,between,obj', mediator: '' },
  fillers: { party: '#government #organization #person #group', mediator: '#government #organization #person' },
  verbs: [
    {
      words: 'sign initial ink',
      needs: { obj: PACT },
      unless: { obj: 'law bill decree' },
      attributes: { status: 'signed' },
      roles: { party: 'subj,with,between' },
    },
    {
      words: 'reach strike conclude clinch seal secure negotiate finalise finalize',
      needs: { obj: PACT + ' compromise understanding consensus' },
      attributes: { status: 'announced' },
      roles: { party: 'subj,with,between' },
    },
    {
      words: 'broker mediate',
      needs: { obj: PACT + ' peace' },
      attributes: { status: 'announced' },
      roles: { mediator: 'subj', party: 'between' },
    },
    { words: 'ratify', needs: { obj: PACT }, attributes: { status: 'ratified' }, roles: { party: 'subj,with' } },
    {
      words: 'agree',
      unless: { comp: 'that say', with: 'view assessment', subj: 'expert analyst observer' },
      some: { comp: '*', to: '*', on: '*', upon: '*' },
      needs: {
        subj: '#government #organization #person #group @bodies side leader official rebel company country minister',
      },
      attributes: { status: 'announced' },
      roles: { party: 'subj,with' },
    },
    {
      words: 'agree',
      needs: { obj: PACT + ' bailout loan package plan' },
      attributes: { status: 'announced' },
      roles: { party: 'subj,with,from' },
    },
    {
      words: 'declare announce',
      needs: { obj: 'truce ceasefire cease-fire' },
      attributes: { kind: 'ceasefire', status: 'announced' },
      roles: { party: 'subj' },
    },
    {
      words: 'break violate breach',
      needs: { obj: 'truce ceasefire cease-fire ' + PACT },
      attributes: { status: 'broken' },
      roles: { party: 'subj' },
    },
    { words: 'withdraw', needs: { from: PACT }, attributes: { status: 'broken' }, roles: { party: 'subj' } },
    { words: 'pull', particle: 'out', needs: { of: PACT }, attributes: { status: 'broken' }, roles: { party: 'subj' } },
    {
      words: 'scrap abandon terminate denounce abrogate',
      needs: { obj: PACT },
      attributes: { status: 'broken' },
      roles: { party: 'subj' },
    },
    { words: 'join accede', needs: { to: PACT }, attributes: { status: 'signed' }, roles: { party: 'subj' } },
    {
      words: 'merge',
      needs: { with: '#organization' },
      weak: true,
      attributes: { status: 'announced' },
      roles: { party: 'subj,with' },
    },
    {
      words: 'make',
      needs: { obj: 'peace' },
      attributes: { kind: 'peace', status: 'announced' },
      roles: { party: 'subj,with' },
    },
  ],
  nouns: [
    {
      words: 'agreement accord pact treaty memorandum armistice',
      unless: { mod: 'general gentleman tacit', in: 'principle', support: 'violate demand seek issue reject' },
      roles: { party: 'between,with,of,subj,mod' },
      weak: true,
      attributes: { status: 'announced' },
    },
    {
      words: 'truce ceasefire cease-fire',
      roles: { party: 'between,with,by,subj' },
      weak: true,
      attributes: { kind: 'ceasefire', status: 'announced' },
    },
    {
      words: 'deal',
      unless: {
        mod: 'good great big raw record movie film recording',
        with: 'problem issue',
        of: 'day',
        support: 'reject',
      },
      some: {
        mod: 'peace trade nuclear arms energy gas oil ceasefire coalition grain bailout debt',
        between: '#government #organization #person side',
        with: '#government #organization',
        support: 'sign reach strike announce broker',
      },
      roles: { party: 'between,with,subj' },
      weak: true,
      attributes: { status: 'announced' },
    },
  ],
  support: 'sign reach strike broker announce negotiate conclude ratify seal break collapse',
  values: {
    kind: {
      ceasefire: 'ceasefire cease-fire truce armistice',
      peace: 'peace hostage-release prisoner',
      trade: 'trade free-trade commerce export import tariff',
      alliance: 'alliance defence defense military security cooperation',
      energy: 'energy gas oil nuclear pipeline electricity',
    },
    status: {
      signed: 'sign signing signed initial',
      ratified: 'ratify ratified',
      broken: 'break violate collapse withdraw scrap abandon breach',
    },
  },
  texts: { topic: 'on to' },
}
