import type { Frame } from './types.ts'

export const disaster: Frame = {
  type: 'disaster',
  home: 'document',
  roles: { affected: '' },
  casualties: ['fatalities', 'injured', 'displaced'],
  verbs: [
    {
      words: 'crash',
      needs: { subj: '@vehicles airline airlines airway airways' },
      unless: { subj: 'market' },
      attributes: { kind: 'accident' },
    },
    { words: 'derail', needs: { subj: 'train tram carriage' }, attributes: { kind: 'accident' } },
    { words: 'derail', needs: { obj: 'train tram carriage' }, attributes: { kind: 'accident' } },
    {
      words: 'sink capsize',
      needs: { subj: 'ferry boat ship vessel trawler dinghy' },
      attributes: { kind: 'accident' },
    },
    { words: 'collide', needs: { subj: '@vehicles' }, attributes: { kind: 'accident' } },
    {
      words: 'collapse',
      needs: { subj: 'building bridge mine roof dam tower block factory' },
      attributes: { kind: 'accident' },
    },
    { words: 'erupt', needs: { subj: 'volcano mount' }, attributes: { kind: 'volcano' } },
    { words: 'drown', weak: true, attributes: { kind: 'accident' } },
  ],
  nouns: [
    {
      words: 'earthquake quake tremor aftershock',
      unless: { mod: 'political' },
      weak: true,
      attributes: { kind: 'earthquake' },
    },
    { words: 'tsunami', weak: true, attributes: { kind: 'tsunami' } },
    {
      words: 'flood flooding floods',
      unless: { of: 'refugee call complaint migrant import' },
      weak: true,
      attributes: { kind: 'flood' },
    },
    { words: 'hurricane typhoon cyclone tornado blizzard', weak: true, attributes: { kind: 'storm' } },
    {
      words: 'storm',
      unless: { of: 'protest criticism controversy', mod: 'political perfect desert' },
      weak: true,
      attributes: { kind: 'storm' },
    },
    { words: 'drought famine', weak: true, attributes: { kind: 'drought' } },
    {
      words: 'landslide mudslide avalanche',
      unless: { mod: 'election electoral', in: '@vote', of: 'vote' },
      some: { support: 'kill bury hit sweep destroy trigger cause', in: '#place', after: '*', mod: 'rain' },
      attributes: { kind: 'landslide' },
    },
    { words: 'eruption', some: { of: 'volcano mount #place', mod: 'volcanic' }, attributes: { kind: 'volcano' } },
    { words: 'wildfire bushfire', weak: true, attributes: { kind: 'fire' } },
    {
      words: 'fire blaze inferno',
      unless: {
        mod: 'tear cease gun small-arms mortar rocket sniper artillery friendly crossfire machinegun enemy return machine',
        support: 'open return cease exchange hold',
        under: '*',
        from: '#group',
      },
      some: {
        support: 'kill break destroy sweep start rage engulf gut spread',
        at: '@buildings factory plant',
        in: '@buildings factory plant nightclub',
        mod: 'forest factory house building',
      },
      attributes: { kind: 'fire' },
    },
    {
      words: 'crash collision derailment',
      unless: { mod: 'market stock financial computer' },
      weak: true,
      attributes: { kind: 'accident' },
    },
    {
      words: 'accident stampede shipwreck sinking capsizing crush',
      unless: { by: '*' },
      weak: true,
      attributes: { kind: 'accident' },
    },
    {
      words: 'outbreak',
      needs: {
        of: 'cholera ebola measles flu virus disease fever polio plague covid malaria diarrhea influenza meningitis coronavirus mpox dengue',
      },
      attributes: { kind: 'epidemic' },
    },
    { words: 'epidemic pandemic', weak: true, unless: { of: 'crime violence' }, attributes: { kind: 'epidemic' } },
    {
      words: 'spill leak meltdown',
      some: { mod: 'oil chemical gas nuclear radiation toxic', of: 'oil chemical gas' },
      attributes: { kind: 'industrial' },
    },
    {
      words: 'explosion blast',
      some: { mod: 'gas mine factory boiler methane', in: 'mine factory plant', at: 'mine factory plant refinery' },
      attributes: { kind: 'industrial' },
    },
    {
      words: 'disaster catastrophe',
      unless: { mod: 'political financial economic public' },
      weak: true,
      attributes: { kind: 'disaster' },
    },
    { words: 'rain rains', some: { support: 'kill trigger cause sweep flood' }, attributes: { kind: 'flood' } },
    {
      words: 'loss',
      needs: { of: 'flight plane aircraft ship ferry vessel airliner' },
      attributes: { kind: 'accident' },
    },
  ],
  support:
    'kill hit strike devastate destroy injure trigger cause claim leave flatten sweep shake rock batter displace ravage bury slam pound lash pummel tear rip roar barrel inundate submerge swamp jolt rattle damage uproot engulf force',
}
