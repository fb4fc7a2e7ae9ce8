import type { Frame } from './types.ts'

const NET =
  'internet web network website facebook twitter youtube telegram whatsapp instagram platform service access connection media site app wi-fi broadband tiktok signal wikipedia google'

export const internetShutdown: Frame = {
  type: 'internet_shutdown',
  roles: { perpetrator: 'subj', affected: 'for in' },
  fillers: { perpetrator: '#government #organization #person', affected: '#group #organization #government' },
  home: 'participants',
  verbs: [
    {
      words: 'block shut cut disconnect throttle restrict suspend disable jam unplug',
      needs: { obj: NET },
      some: {
        obj: 'internet facebook twitter youtube telegram whatsapp instagram website tiktok wikipedia google network web',
        to: NET,
        mod: 'internet social',
      },
    },
    {
      words: 'leave',
      needs: { without: 'internet access connection service' },
      some: { without: 'internet', mod: 'internet' },
      roles: { affected: 'obj:#state obj' },
    },
    {
      words: 'lose',
      needs: { obj: 'internet access connection' },
      some: { obj: 'internet', mod: 'internet', to: 'internet' },
      roles: { affected: 'subj:#state subj' },
    },
    { words: 'block restrict cut', needs: { obj: 'access' }, some: { to: NET } },
    {
      words: 'unblock restore',
      needs: { obj: NET },
      some: { to: NET, mod: 'internet' },
      weak: true,
      realis: 'negated',
    },
  ],
  nouns: [
    { words: 'shutdown blackout outage cutoff blocking restriction disruption', some: { mod: NET, of: NET, on: NET } },
    {
      words: 'internet',
      needs: { own: 'without' },
      roles: { affected: 'patient:#state patient' },
      weak: true,
      realis: 'actual',
    },
    {
      words: 'access connection service',
      needs: { own: 'without', mod: 'internet' },
      roles: { affected: 'patient:#state patient' },
      weak: true,
      realis: 'actual',
    },
    { words: 'censorship', needs: { mod: 'internet online' }, weak: true },
  ],
  support: 'impose order lift',
  texts: { purpose: 'comp' },
  values: {
    scope: {
      nationwide: 'nationwide countrywide national nation-wide',
      platform: 'facebook twitter youtube telegram whatsapp instagram tiktok wikipedia website platform app site',
      region: 'region province local regional',
    },
  },
}
