import type { Frame } from './types.ts'

export const unrest: Frame = {
  type: 'unrest',
  home: 'participants',
  roles: {
    participants: 'subj:!@security by:!@security between:!@security of:!@security with:!@security',
    target: 'obj with against subj:@security between:@security',
  },
  casualties: ['fatalities', 'injured'],
  verbs: [
    { words: 'riot', attributes: { form: 'riot' } },
    { words: 'rampage', attributes: { form: 'riot' } },
    { words: 'go', needs: { on: 'rampage' }, attributes: { form: 'riot' } },
    {
      words: 'clash battle scuffle fight brawl',
      some: {
        subj: 'protester demonstrator rioter student youth striker crowd mob fan supporter farmer villager',
        with: 'protester demonstrator rioter student youth striker crowd mob police fan supporter villager',
        obj: 'protester demonstrator rioter youth',
      },
      unless: { with: 'rebel insurgent militant guerrilla troop army soldier view opinion', over: 'budget' },
      attributes: { form: 'clash' },
    },
    {
      words: 'hurl throw pelt lob',
      some: { obj: 'stone rock bottle petrol molotov cocktail brick firebomb', with: 'stone rock bottle egg' },
      unless: { subj: 'police' },
      attributes: { form: 'riot' },
    },
    {
      words: 'hurl throw pelt lob',
      needs: { obj: 'bomb' },
      some: { mod: 'petrol', subj: 'youth protester rioter demonstrator student' },
      attributes: { form: 'riot' },
    },
    { words: 'loot ransack pillage', unless: { subj: 'soldier troop rebel army' }, attributes: { form: 'looting' } },
    { words: 'smash', needs: { obj: 'window shop car store storefront' }, attributes: { form: 'looting' } },
    {
      words: 'torch burn',
      needs: { obj: 'car building bus shop tyre tire store house church mosque' },
      some: { subj: 'protester demonstrator rioter youth mob crowd student' },
      attributes: { form: 'arson' },
    },
    {
      words: 'set',
      needs: { obj: 'fire car building bus shop tyre barricade' },
      some: { subj: 'protester demonstrator rioter youth mob crowd student' },
      attributes: { form: 'arson' },
    },
    {
      words: 'storm attack target vandalise vandalize damage ransack torch besiege',
      needs: {
        subj: 'protester demonstrator rioter youth youngster mob crowd hooligan striker anarchist communist student',
        obj: '*',
      },
      roles: { participants: 'subj', target: 'obj' },
      attributes: { form: 'riot' },
    },
    { words: 'lynch', attributes: { form: 'riot' } },
  ],
  nouns: [
    {
      words: 'riot rioting rampage',
      unless: { mod: 'police gear squad shield act' },
      attributes: { form: 'riot' },
      weak: true,
    },
    {
      words: 'unrest turmoil disturbance disorder uprising revolt rebellion upheaval insurrection',
      unless: { mod: 'market financial economic stomach mental personality eating', in: 'market' },
      weak: true,
      attributes: { form: 'riot' },
    },
    {
      words: 'clash scuffle skirmish brawl',
      some: {
        between: 'police protester demonstrator student youth supporter fan villager',
        with: 'police protester demonstrator riot student youth',
        mod: 'street violent communal sectarian ethnic tribal running pitched full-scale',
        of: 'police protester',
      },
      unless: {
        between: 'army troop force rebel soldier guerrilla',
        with: 'rebel insurgent army militant troop',
        of: 'culture civilization personality',
      },
      attributes: { form: 'clash' },
    },
    {
      words: 'battle',
      needs: { mod: 'pitched running street' },
      some: {
        with: 'police protester demonstrator youth',
        between: 'police protester youth demonstrator',
        support: 'fight',
      },
      attributes: { form: 'clash' },
    },
    {
      words: 'violence',
      some: {
        mod: 'communal ethnic sectarian mob street post-election religious political intercommunal election election-related tribal xenophobic',
      },
      unless: { mod: 'domestic sexual' },
      weak: true,
      attributes: { form: 'riot' },
    },
    {
      words: 'violence',
      needs: { support: 'erupt flare spread break subside grip' },
      unless: { mod: 'domestic sexual' },
      attributes: { form: 'riot' },
      weak: true,
    },
    { words: 'looting arson', attributes: { form: 'looting' }, weak: true },
    { words: 'lynching', attributes: { form: 'riot' }, weak: true },
  ],
  support: 'break erupt spread spark trigger unleash quell flare rock fight provoke',
  texts: { cause: 'over against spark_by' },
}
