import type { Frame } from './types.ts'

export const armsTransfer: Frame = {
  type: 'arms_transfer',
  home: 'domestic',
  roles: { seller: 'subj', buyer: 'to:#state iobj' },
  fillers: { seller: '#government #organization #group', buyer: '#government #organization #group' },
  verbs: [
    {
      words: 'sell supply export deliver provide ship send transfer smuggle give donate',
      needs: { obj: '@weapons' },
      some: {
        to: '#government #organization #group',
        iobj: '#government #organization',
        obj: 'weapon arm arms ammunition munition missile tank weaponry',
      },
      unless: { obj: 'gun-control', to: 'police', into: 'space', subj: 'troop' },
      attributes: { status: 'start' },
    },
    {
      words: 'supply arm equip',
      needs: { with: '@weapons' },
      roles: { seller: 'subj', buyer: 'obj' },
      attributes: { status: 'start' },
    },
    {
      words: 'arm',
      needs: { obj: '#organization #group #government rebel militia opposition' },
      roles: { seller: 'subj', buyer: 'obj' },
      attributes: { status: 'start' },
    },
    {
      words: 'buy purchase order acquire',
      needs: { obj: '@weapons' },
      some: { from: '#government #organization #place', subj: '#government ministry army navy military force' },
      roles: { seller: 'from:#state', buyer: 'subj' },
      attributes: { status: 'start' },
    },
    {
      words: 'halt stop suspend',
      needs: { obj: 'sale shipment delivery supply export' },
      some: { of: '@weapons arms', mod: '@weapons arms military' },
      roles: { seller: 'subj', buyer: 'to:#state' },
      attributes: { status: 'stop' },
    },
  ],
  nouns: [
    {
      words: 'sale shipment delivery supply transfer export',
      some: { of: '@weapons arms weaponry', mod: 'arms arm weapon weapons missile tank' },
      unless: { mod: 'car retail', support: 'plan propose' },
      roles: { seller: 'subj by from mod', buyer: 'to:#state' },
      attributes: { status: 'start' },
    },
  ],
  support: 'halt suspend approve stop resume announce cancel',
  texts: { item: 'obj of' },
}
