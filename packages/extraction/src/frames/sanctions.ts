import type { Frame } from './types.ts'

const SANCTION = 'sanction sanctions embargo blockade boycott'

export const sanctions: Frame = {
  type: 'sanctions',
  roles: { imposer: 'subj', target: 'on:#state against:#state obj to:#state' },
  fillers: { imposer: '#government #organization #person', target: '#government #organization #person #group' },
  verbs: [
    {
      words: 'suspend halt cut freeze stop end reduce prohibit',
      needs: { obj: 'aid assistance program programme delivery' },
      some: { mod: 'aid military economic financial', obj: 'aid assistance' },
      unless: { subj: 'doctor hospital' },
      roles: { imposer: 'subj', target: 'to:#state for:#state' },
      attributes: { kind: 'economic', status: 'imposed' },
    },
    {
      words: 'suspend cut',
      needs: { obj: 'link flight trade cooperation' },
      some: { with: '#government', to: '#government #place' },
      roles: { imposer: 'subj', target: 'with:#state to:#state' },
      attributes: { status: 'imposed' },
    },
    {
      words: 'deny',
      needs: { obj: 'entry visa' },
      roles: { imposer: 'subj', target: 'iobj to' },
      attributes: { kind: 'travel', status: 'imposed' },
    },
    {
      words: 'sanction',
      needs: { obj: '#government #organization #person #group official company bank firm' },
      attributes: { status: 'imposed' },
    },
    { words: 'blacklist', attributes: { status: 'imposed' } },
    {
      words: 'hit slap slapped punish target',
      needs: { with: SANCTION },
      roles: { imposer: 'subj by', target: 'obj' },
      attributes: { status: 'imposed' },
    },
    {
      words: 'freeze unfreeze',
      needs: { obj: 'asset account fund property' },
      roles: { imposer: 'subj', target: 'of' },
      attributes: { kind: 'economic', status: 'imposed' },
    },
    {
      words: 'ban bar prohibit',
      needs: { obj: 'import export airline carrier flight oil arms trade vessel entry visa traffic' },
      unless: { obj: '@dissent' },
      attributes: { status: 'imposed' },
    },
    {
      words: 'ban bar',
      needs: { from: 'flying entering travel territory airspace entry' },
      attributes: { kind: 'travel', status: 'imposed' },
    },
    { words: 'embargo blockade', needs: { obj: '*' }, attributes: { status: 'imposed' } },
    {
      words: 'impose slap tighten toughen extend reimpose toughen levy renew',
      needs: { obj: SANCTION + ' restriction ban freeze tariff duty measure' },
      some: {
        on: '#government #organization #group #person airline carrier company official',
        against: '#government #organization #group #person',
        obj: SANCTION,
      },
      attributes: { status: 'imposed' },
    },
    {
      words: 'suspend halt cut',
      needs: { obj: 'aid assistance trade' },
      some: { to: '#government', with: '#government', off: '*' },
      unless: { obj: 'operation' },
      roles: { imposer: 'subj', target: 'to:#state with:#state' },
      attributes: { kind: 'economic', status: 'imposed' },
    },
    {
      words: 'lift remove end drop scrap revoke',
      needs: { obj: SANCTION + ' ban freeze embargo' },
      some: {
        on: '#government #organization #group airline carrier country export import arms',
        against: '#government #organization #group',
        obj: SANCTION,
        from: '#government #organization',
      },
      unless: { obj: 'curfew' },
      roles: { imposer: 'subj', target: 'on:#state against:#state from:#state to:#state' },
      attributes: { status: 'lifted' },
    },
    {
      words: 'ease relax loosen soften waive suspend',
      needs: { obj: SANCTION + ' embargo' },
      attributes: { status: 'eased' },
    },
    {
      words: 'remain stay',
      needs: { subj: SANCTION + ' ban', in: 'force place' },
      roles: { imposer: 'subj', target: 'on against' },
      attributes: { status: 'lifted' },
      realis: 'negated',
    },
  ],
  nouns: [
    {
      words: 'suspension',
      needs: { of: 'aid link flight trade cooperation assistance' },
      roles: { imposer: 'by subj', target: 'with:#state to:#state' },
      attributes: { status: 'imposed' },
    },
    {
      words: 'sanction sanctions embargo blacklist',
      unless: { support: 'threaten', mod: 'world' },
      roles: { imposer: 'by subj mod', target: 'on:#state against:#state to:#state patient' },
      weak: true,
      attributes: { status: 'imposed' },
    },
    {
      words: 'freeze',
      needs: { mod: 'asset assets' },
      roles: { imposer: 'by subj', target: 'on' },
      attributes: { kind: 'economic', status: 'imposed' },
    },
    {
      words: 'ban',
      some: {
        mod: 'travel visa export import flight flying arms trade oil grain',
        on: 'export import arms oil airline flight carrier travel trade',
      },
      roles: { imposer: 'by subj mod', target: 'on:#state against:#state to:#state patient' },
      weak: true,
      attributes: { status: 'imposed' },
    },
    {
      words: 'blockade',
      some: { mod: 'naval economic trade', of: '#government #place', on: '#government' },
      roles: { imposer: 'by subj', target: 'of:#state on:#state against' },
      attributes: { status: 'imposed' },
    },
  ],
  support: 'impose lift ease slap tighten threaten extend face reimpose suspend remove',
  texts: { reason: 'over for because_of due_to' },
  values: {
    kind: {
      arms: 'arms weapon',
      travel: 'travel visa flight flying airline air-carrier entry fly airspace carrier air aircraft',
      diplomatic: 'diplomatic',
      economic: 'economic trade oil financial asset export import bank tariff crippling',
    },
    status: {
      lifted: 'lift remove end drop revoke lifting removal',
      eased: 'ease relax soften loosen easing waive suspend',
      threatened: 'threaten threat threatened',
      imposed: 'impose slap',
    },
  },
}
