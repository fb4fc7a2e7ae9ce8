import type { Frame } from './types.ts'

const HIGH =
  '#person #government #organization president premier minister chancellor secretary envoy ambassador leader delegation official diplomat king negotiator foreign counterpart delegate representative rebel guerrilla'

export const diplomaticMeeting: Frame = {
  type: 'diplomatic_meeting',
  home: 'domestic',
  roles: { party: 'subj,obj,with,between,of' },
  fillers: {
    party: '#person #government #organization #group',
    host: '#person #government #organization',
    guest: '#person #group #organization #government',
  },
  verbs: [
    {
      words: 'give',
      needs: { obj: 'welcome reception' },
      some: { to: HIGH },
      roles: { host: 'subj', guest: 'to' },
      attributes: { format: 'visit' },
    },
    {
      words: 'meet',
      needs: { subj: HIGH },
      some: { with: HIGH, obj: HIGH, subj: '#person #government #organization', in: '#place' },
      unless: {
        obj: 'demand deadline target goal need requirement condition standard criterion obligation challenge end fate death resistance opposition request cost',
        with: 'success failure resistance criticism approval',
      },
      roles: { party: 'subj,with,obj' },
    },
    {
      words: 'visit tour',
      needs: { subj: HIGH, obj: '#place #government' },
      unless: { subj: 'team tourist fan', obj: 'polling hospital school grave' },
      roles: { guest: 'subj', host: 'obj:#state' },
      attributes: { format: 'visit' },
    },
    {
      words: 'arrive fly travel',
      needs: {
        subj: 'president premier minister chancellor secretary envoy delegation negotiator king leader pope #person',
      },
      some: { for: 'talk talks visit summit meeting negotiation', on: 'visit tour trip', comp: 'meet discuss attend' },
      roles: { guest: 'subj', host: 'in:#state to:#state' },
      attributes: { format: 'visit' },
    },
    {
      words: 'hold begin open resume renew conduct conclude start reopen continue',
      needs: {
        obj: 'talk talks meeting negotiation summit discussion consultation conversation dialogue deliberation conference',
      },
      unless: { mod: 'news press', obj: 'news' },
      roles: { party: 'subj,with,between' },
      attributes: { format: 'talks' },
    },
    {
      words: 'negotiate confer',
      needs: { subj: HIGH },
      some: { with: HIGH },
      roles: { party: 'subj,with' },
      attributes: { format: 'talks' },
    },
    {
      words: 'talk discuss',
      needs: { subj: HIGH, with: HIGH },
      roles: { party: 'subj,with' },
      attributes: { format: 'talks' },
    },
    {
      words: 'telephone phone',
      needs: { obj: HIGH },
      some: { subj: HIGH },
      roles: { party: 'subj,obj' },
      attributes: { format: 'call' },
    },
    {
      words: 'speak',
      needs: { by: 'phone telephone' },
      roles: { party: 'subj,with,to' },
      attributes: { format: 'call' },
    },
    {
      words: 'host receive welcome',
      needs: {
        subj: '#person #government president premier minister king',
        obj: 'president premier minister chancellor secretary envoy delegation king counterpart summit talk talks meeting #person',
      },
      unless: { obj: 'decision news move aid report criticism statement' },
      roles: { host: 'subj', guest: 'obj' },
      attributes: { format: 'visit' },
    },
    {
      words: 'mediate',
      unless: { obj: 'effect' },
      roles: { party: 'subj,between,in' },
      attributes: { format: 'mediation' },
    },
    {
      words: 'shuttle',
      needs: { between: '*' },
      roles: { party: 'subj,between' },
      attributes: { format: 'mediation' },
    },
    {
      words: 'exchange',
      needs: { obj: 'view' },
      some: { with: HIGH, subj: HIGH },
      roles: { party: 'subj,with' },
      attributes: { format: 'talks' },
    },
    {
      words: 'convene gather',
      needs: { subj: 'minister leader envoy president diplomat' },
      roles: { party: 'subj' },
      attributes: { format: 'summit' },
    },
    {
      words: 'attend',
      needs: { obj: 'summit talk talks' },
      roles: { party: 'subj' },
      attributes: { format: 'summit' },
    },
  ],
  nouns: [
    {
      words: 'mission effort',
      needs: { mod: 'mediation peace diplomatic' },
      roles: { party: 'subj,between' },
      weak: true,
      attributes: { format: 'mediation' },
    },
    {
      words: 'talk talks negotiation meeting',
      unless: {
        mod: 'news press televised board shareholder annual family pep small sweet',
        of: 'shareholder board town',
      },
      some: {
        with: HIGH,
        between: HIGH + ' side',
        mod: 'peace trade bilateral ministerial nuclear ceasefire cease-fire six-party high-level crisis emergency diplomatic #government round',
        of: HIGH,
        subj: HIGH,
      },
      roles: { party: 'subj,with,between,of,clause' },
      weak: true,
      attributes: { format: 'talks' },
    },
    {
      words: 'summit',
      unless: { of: 'mountain everest' },
      roles: { party: 'with,between,of,clause' },
      weak: true,
      attributes: { format: 'summit' },
    },
    {
      words: 'visit trip',
      some: { to: '#place #government', by: HIGH, subj: HIGH, mod: 'official state diplomatic' },
      unless: { subj: 'team tourist', mod: 'hospital school' },
      roles: { guest: 'subj by of', host: 'to:#state' },
      weak: true,
      attributes: { format: 'visit' },
    },
    { words: 'mediation', roles: { party: 'by,between' }, weak: true, attributes: { format: 'mediation' } },
    {
      words: 'call',
      needs: { mod: 'phone telephone' },
      some: { with: HIGH, between: HIGH, to: HIGH },
      roles: { party: 'subj,with,between,to' },
      attributes: { format: 'call' },
    },
    { words: 'roundtable', unless: { mod: 'business' }, weak: true, attributes: { format: 'talks' } },
  ],
  support:
    'hold begin open host attend schedule resume conduct postpone cancel continue conclude break arrive start fly make pay',
  texts: { topic: 'on about over obj' },
}
