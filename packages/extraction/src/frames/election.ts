import type { Frame } from './types.ts'

export const election: Frame = {
  type: 'election',
  roles: { winner: '', loser: '', voters: '', organiser: '' },
  home: 'participants',
  verbs: [
    {
      words: 'win clinch secure claim sweep',
      needs: { obj: '@vote victory mandate re-election reelection second third fourth term' },
      unless: { obj: '@contest war case appeal', in: '@contest court', comp: '@contest' },
      roles: { winner: 'subj', loser: 'over against ahead_of' },
    },
    {
      words: 'win',
      needs: { in: '@vote' },
      unless: { obj: '@contest' },
      roles: { winner: 'subj', loser: 'over against ahead_of' },
    },
    { words: 're-elect reelect', roles: { winner: 'obj' } },
    {
      words: 'elect',
      some: { obj: '#person #organization #group @offices @people', subj: '#group #organization @people' },
      unless: { comp: '*' },
      roles: { winner: 'obj:!@bodies', voters: 'subj' },
    },
    {
      words: 'vote',
      needs: { in: '@vote' },
      unless: { in: 'parliament committee senate congress' },
      roles: { voters: 'subj' },
    },
    {
      words: 'go head flock return',
      needs: { to: 'poll polls ballot urn' },
      unless: { subj: 'dispute case' },
      roles: { voters: 'subj' },
    },
    { words: 'cast', needs: { obj: 'ballot vote' }, weak: true, roles: { voters: 'subj' } },
    {
      words: 'defeat beat oust unseat edge',
      some: { in: '@vote', obj: 'incumbent challenger rival candidate opponent', subj: 'candidate challenger' },
      unless: { in: '@contest war battle fighting', obj: 'bill motion proposal amendment rebel army' },
      roles: { winner: 'subj', loser: 'obj' },
    },
    {
      words: 'lose concede',
      needs: { obj: '@vote defeat re-election' },
      unless: { in: '@contest', obj: 'seat' },
      roles: { loser: 'subj', winner: 'to' },
    },
    {
      words: 'lose',
      needs: { in: 'election vote poll ballot runoff run-off by-election' },
      unless: { obj: '@contest life' },
      roles: { loser: 'subj', winner: 'to' },
    },
  ],
  nouns: [
    {
      words: 'election by-election runoff run-off re-election reelection',
      unless: {
        mod: 'campaign next upcoming future past previous earlier free fair democratic last-ditch general-election',
        support: 'observe monitor call schedule postpone cancel delay rig boycott contest demand win lose defeat',
      },
      roles: { winner: '', loser: '', voters: '', organiser: '' },
      weak: true,
    },
    {
      words: 'vote poll polls polling ballot voting balloting',
      some: {
        mod: 'presidential parliamentary legislative general snap early local municipal regional mayoral national federal',
        in: '#place',
        support: 'hold close open',
      },
      unless: {
        mod: 'opinion exit no-confidence confidence procedural online straw public',
        in: 'parliament senate congress council assembly committee house',
        on: '@laws resolution measure',
        of: 'confidence no-confidence',
        support: 'conduct publish',
      },
      weak: true,
    },
    {
      words: 'victory win triumph landslide',
      some: { in: '@vote', mod: 'election electoral landslide', at: 'poll polls' },
      unless: { mod: '@contest', in: '@contest war' },
      roles: { winner: 'subj', loser: 'over against ahead_of' },
    },
    {
      words: 'defeat',
      some: { in: '@vote', mod: 'election electoral', at: 'poll polls' },
      roles: { loser: 'subj of', winner: 'by' },
    },
  ],
  support: 'hold stage organise organize conduct win lose contest rig',
  values: {
    kind: {
      presidential: 'presidential president presidency',
      parliamentary: 'parliamentary legislative general parliament congress assembly senate federal midterm mid-term',
      local: 'local municipal mayoral regional provincial gubernatorial council mayor governor state',
      primary: 'primary primaries caucus nomination',
      runoff: 'runoff run-off',
    },
    early: { true: 'snap early' },
  },
}
