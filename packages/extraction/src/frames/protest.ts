import type { Frame } from './types.ts'

export const protest: Frame = {
  type: 'protest',
  home: 'participants',
  roles: { participants: 'subj by of mod', target: 'against against.subj against.of at' },
  fillers: { target: '#government #organization #person', participants: '#group #person #organization #government' },
  casualties: ['fatalities', 'injured'],
  verbs: [
    {
      words: 'stop shun halt refuse',
      needs: { obj: 'work' },
      some: { subj: '@people #group union' },
      attributes: { form: 'strike' },
    },
    {
      words: 'protest',
      unless: { obj: 'innocence', comp: 'that' },
      roles: { participants: 'subj', target: 'against obj against.subj against.of obj.subj obj.by to:#government at' },
      attributes: { form: 'demonstrate' },
    },
    {
      words: 'rally',
      some: { subj: '@people #group', in: '#place', outside: '*', against: '*' },
      unless: { subj: 'stock market share currency dollar euro price index', obj: '*' },
      attributes: { form: 'demonstrate' },
    },
    {
      words: 'demonstrate',
      unless: { obj: '*', comp: '*', subj: 'it this that which study result report' },
      attributes: { form: 'demonstrate' },
    },
    {
      words: 'march',
      some: { through: '*', in: '*', to: '*', against: '*', on: '*', for: '*', down: '*' },
      needs: { subj: '@people #group #person' },
      attributes: { form: 'march' },
    },
    {
      words: 'strike',
      unless: { obj: '*', at: '*', off: '*' },
      needs: { subj: 'worker union driver teacher miner nurse doctor staff employee pilot #group' },
      attributes: { form: 'strike' },
    },
    { words: 'go', needs: { on: 'strike rampage' }, attributes: { form: 'strike' } },
    {
      words: 'walk',
      particle: 'out off',
      needs: { subj: 'worker union driver teacher miner nurse doctor staff employee pilot #group' },
      attributes: { form: 'strike' },
    },
    { words: 'down', needs: { obj: 'tool' }, attributes: { form: 'strike' } },
    { words: 'take pour spill', needs: { to: 'street' }, attributes: { form: 'demonstrate' } },
    { words: 'pour spill flood', needs: { into: 'street square' }, attributes: { form: 'demonstrate' } },
    {
      words: 'fill flood pack throng crowd jam choke',
      needs: { obj: 'street square avenue boulevard plaza road' },
      some: { subj: 'protester demonstrator marcher crowd striker opponent supporter worker student people' },
      attributes: { form: 'demonstrate' },
    },
    {
      words: 'boycott',
      needs: { obj: '*' },
      roles: { participants: 'subj', target: 'obj' },
      attributes: { form: 'boycott' },
    },
    {
      words: 'block blockade barricade occupy',
      needs: { obj: 'road highway street square bridge railway port entrance parliament university campus building' },
      some: { subj: '@people #group' },
      unless: { subj: '@armed police' },
      attributes: { form: 'sit-in' },
    },
    {
      words: 'gather assemble congregate',
      needs: { subj: 'protester demonstrator' },
      attributes: { form: 'demonstrate' },
    },
    { words: 'picket', needs: { obj: '*' }, attributes: { form: 'demonstrate' } },
  ],
  nouns: [
    {
      words: 'protest demonstration',
      unless: {
        mod: 'practical product technology live',
        of: 'strength technology commitment product force',
        in: '@contest',
      },
      weak: true,
      attributes: { form: 'demonstrate' },
    },
    {
      words: 'rally',
      unless: {
        mod: 'campaign election stock market motor dakar price bond relief dollar monte',
        in: 'stock share market price bond',
      },
      weak: true,
      attributes: { form: 'demonstrate' },
    },
    {
      words: 'march',
      unless: { mod: '@contest', of: 'progress time' },
      some: {
        mod: 'protest peace million-man opposition',
        support: 'hold stage organise organize lead join take',
        against: '*',
        for: '*',
      },
      attributes: { form: 'march' },
    },
    {
      words: 'strike walkout stoppage',
      some: {
        mod: 'general hunger day-long one-day two-day 24-hour 48-hour work labor labour train rail transport teacher nationwide wildcat national indefinite union mine bus',
        by: 'worker union teacher driver miner nurse doctor employee staff student pilot',
        over: '*',
        support: 'plan hold announce end continue suspend cancel call stage join begin end go',
      },
      unless: { mod: 'air drone missile military rocket nuclear first preemptive pre-emptive lightning retaliatory' },
      attributes: { form: 'strike' },
    },
    {
      words: 'sit-in vigil picket blockade',
      some: { support: 'hold stage organise organize begin end', in: '#place', by: '#group', outside: '*' },
      attributes: { form: 'sit-in' },
    },
    { words: 'boycott', roles: { participants: 'subj by', target: 'of' }, weak: true, attributes: { form: 'boycott' } },
    { words: 'hunger-strike', attributes: { form: 'strike' } },
  ],
  support:
    'draw attract hold stage organise organize lead join call attend disperse plan spark trigger break erupt spread suppress',
  texts: { demand: 'comp for demanding', cause: 'over against about' },
  quantities: { size: 'participants subj by of' },
}
