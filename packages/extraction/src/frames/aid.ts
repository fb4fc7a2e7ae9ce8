import type { Frame } from './types.ts'

export const aid: Frame = {
  type: 'aid',
  home: 'domestic',
  roles: { donor: 'subj', recipient: 'to:#state iobj for:#state' },
  fillers: { donor: '#government #organization #person #group', recipient: '#government #organization #person #group' },
  verbs: [
    { words: 'hand', particle: 'over', needs: { obj: '@relief kg ton tonne' }, unless: { obj: 'weapon' } },
    { words: 'donate', unless: { obj: 'blood organ' } },
    {
      words: 'send ship deliver airlift distribute fly dispatch rush supply provide',
      needs: { obj: '@relief ton tonne' },
      unless: { obj: '@forces weapon arms', mod: 'military', comp: 'monitor observe investigate inspect' },
    },
    {
      words:
        'provide give grant offer pledge extend lend allocate earmark approve disburse release commit disburse contribute',
      needs: { obj: '@economic euro dollar @relief billion million' },
      unless: {
        obj: 'support view evidence information cash-prize',
        subj: 'bookmaker',
        mod: 'austerity tax reform budget law',
      },
      weak: true,
    },
    {
      words: 'provide',
      needs: { with: '@economic @relief dollar euro infrastructure equipment worth' },
      roles: { donor: 'subj', recipient: 'obj' },
    },
    {
      words: 'provide give',
      needs: { iobj: '#government #organization #group authority' },
      some: { obj: '*', with: '*' },
      roles: { donor: 'subj', recipient: 'iobj' },
    },
    {
      words: 'lend',
      needs: { iobj: '#government #organization' },
      roles: { donor: 'subj', recipient: 'iobj' },
      attributes: { kind: 'economic' },
    },
    { words: 'bail', particle: 'out', roles: { donor: 'subj', recipient: 'obj' }, attributes: { kind: 'economic' } },
    {
      words: 'grant give offer',
      needs: { obj: 'asylum refuge sanctuary' },
      roles: { donor: 'subj', recipient: 'to iobj' },
      attributes: { kind: 'asylum' },
    },
    {
      words: 'resettle shelter',
      needs: { obj: 'refugee migrant people family' },
      roles: { donor: 'subj', recipient: 'obj' },
      attributes: { kind: 'asylum' },
    },
    {
      words: 'evacuate rescue',
      needs: { obj: 'survivor people resident villager' },
      roles: { donor: 'subj', recipient: 'obj' },
      weak: true,
      attributes: { kind: 'humanitarian' },
    },
    {
      words: 'finance fund bankroll',
      needs: { obj: 'reconstruction programme program project' },
      some: { subj: '#government #organization' },
    },
    {
      words: 'vaccinate treat',
      needs: { obj: 'child people patient refugee survivor' },
      some: { subj: '#organization doctor' },
      attributes: { kind: 'humanitarian' },
    },
  ],
  nouns: [
    {
      words: 'aid assistance',
      some: {
        mod: 'humanitarian food emergency military economic financial development foreign relief medical #government',
        to: '#government #organization #group refugee victim country',
        for: 'refugee victim #government',
        support: 'send deliver provide pledge suspend receive',
      },
      unless: { mod: 'legal first hearing visual band', support: 'seek request' },
      roles: { donor: 'subj from by mod', recipient: 'to:#state for:#state' },
      weak: true,
    },
    {
      words: 'bailout',
      roles: { donor: 'from by', recipient: 'of for' },
      weak: true,
      attributes: { kind: 'economic' },
    },
    {
      words: 'loan grant',
      some: { to: '#government #organization', from: '#government #organization', for: '#government' },
      unless: { mod: 'student bank car home mortgage' },
      roles: { donor: 'subj from by mod', recipient: 'to:#state for:#state' },
      weak: true,
      attributes: { kind: 'economic' },
    },
    {
      words: 'airlift',
      some: { of: '@relief', to: '#place' },
      roles: { donor: 'subj by' },
      attributes: { kind: 'humanitarian' },
    },
    {
      words: 'asylum',
      needs: { support: 'grant give offer receive' },
      roles: { donor: 'subj in', recipient: 'to' },
      attributes: { kind: 'asylum' },
    },
    {
      words: 'donation',
      some: { from: '#government #organization', to: '*', of: '*' },
      roles: { donor: 'from subj by', recipient: 'to' },
      weak: true,
    },
  ],
  support: 'send deliver provide pledge suspend give grant offer promise receive approve',
  quantities: { amount: 'obj of mod' },
  values: {
    kind: {
      military: 'military security defence defense border weapon training army',
      humanitarian:
        'humanitarian food relief emergency medical medicine tent blanket refugee survivor victim rice doctor rescue water',
      asylum: 'asylum refuge sanctuary',
      economic:
        'economic loan bailout financial money credit development budget fund euro dollar debt billion million lend',
    },
  },
}
