import type { Frame } from './types.ts'

export const policyChange: Frame = {
  type: 'policy_change',
  roles: { actor: 'subj in:@bodies', affected: 'for on' },
  fillers: { actor: '#government #organization #person #group', affected: '#group #organization #person' },
  home: 'participants',
  verbs: [
    {
      words: 'reject defeat block approve pass adopt',
      needs: { obj: 'deal plan package proposal motion' },
      some: { in: '@bodies', subj: '@bodies' },
      attributes: { direction: 'adopt', instrument: 'law' },
    },
    {
      words: 'vote',
      needs: { obj: '@laws cut' },
      attributes: { direction: 'adopt', instrument: 'law' },
    },
    {
      words: 'pass adopt enact approve ratify promulgate',
      needs: { obj: '@laws' },
      unless: { obj: 'resolution treaty agreement accord exam test loan deal' },
      attributes: { direction: 'adopt' },
    },
    { words: 'sign', needs: { obj: 'law bill decree act order legislation' }, attributes: { direction: 'adopt' } },
    {
      words: 'introduce impose issue decree implement launch unveil announce',
      needs: { obj: 'law decree tax tariff reform regulation rule measure ordinance austerity levy price policy' },
      unless: { on: '#government', obj: 'sanction' },
      weak: true,
      attributes: { direction: 'adopt' },
    },
    {
      words: 'repeal overturn revoke abolish annul rescind scrap reverse strike abrogate',
      needs: { obj: '@laws rule slavery tax penalty' },
      unless: { obj: 'conviction verdict election sanction' },
      attributes: { direction: 'repeal' },
    },
    {
      words: 'lift ease relax loosen remove cancel',
      needs: { obj: 'restriction cap control ban limit price subsidy requirement rule moratorium lockdown' },
      unless: { obj: 'sanction embargo curfew', on: '#government #organization' },
      attributes: { direction: 'lift' },
    },
    {
      words: 'raise increase hike cut lower reduce slash boost',
      needs: { obj: '@prices spending budget benefit' },
      some: { subj: '#government #organization @government bank parliament fed' },
      unless: { subj: 'company' },
      attributes: { direction: 'raise' },
    },
    {
      words:
        'legalise legalize decriminalise decriminalize criminalise criminalize nationalise nationalize privatise privatize devalue ban outlaw',
      needs: { obj: '*' },
      some: { subj: '@government #government parliament court senate congress lawmaker' },
      unless: { obj: '@dissent import export airline' },
      attributes: { direction: 'adopt' },
    },
    {
      words: 'amend reform overhaul rewrite change',
      needs: { obj: 'constitution law act code pension system rule electoral tax charter' },
      some: { subj: '#government #organization #person @government parliament congress senate' },
      attributes: { direction: 'adopt' },
    },
    {
      words: 'reject defeat block veto',
      needs: { obj: 'bill law legislation amendment package' },
      unless: { subj: 'voter' },
      realis: 'negated',
      attributes: { direction: 'adopt' },
    },
    {
      words: 'vote',
      needs: { comp: '*' },
      some: { subj: 'parliament senate congress lawmaker deputy mp house council assembly' },
      unless: { comp: 'elect remove impeach oust dismiss strip' },
      attributes: { direction: 'adopt' },
    },
    {
      words: 'devalue float',
      needs: { obj: 'currency rouble ruble peso lira dinar' },
      attributes: { direction: 'adopt', instrument: 'price' },
    },
    {
      words: 'take enter come',
      needs: { into: 'force effect' },
      some: { subj: '@laws' },
      roles: { actor: '' },
      attributes: { direction: 'adopt' },
    },
    {
      words: 'take',
      needs: { obj: 'effect' },
      some: { subj: '@laws' },
      roles: { actor: '' },
      attributes: { direction: 'adopt' },
    },
  ],
  nouns: [
    {
      words: 'lifting easing removal abolition repeal',
      needs: { of: '@laws restriction cap control ban limit price subsidy penalty' },
      unless: { of: 'sanction embargo curfew' },
      roles: { actor: 'subj by of.mod of.subj' },
      attributes: { direction: 'lift' },
    },
    {
      words: 'adoption passage enactment introduction',
      needs: { of: '@laws' },
      roles: { actor: 'by subj' },
      attributes: { direction: 'adopt' },
    },
    {
      words: 'cut hike rise increase',
      needs: { mod: 'tax budget spending rate interest price pension wage tariff' },
      some: {
        support: 'announce approve impose pass adopt plan order introduce',
        by: '@government #government #organization',
      },
      roles: { actor: 'subj by' },
      attributes: { direction: 'raise' },
    },
    {
      words: 'devaluation nationalisation nationalization privatisation privatization',
      roles: { actor: 'by subj' },
      weak: true,
      attributes: { direction: 'adopt' },
    },
    { words: 'memorandum', needs: { support: 'issue sign' }, some: { comp: '*' }, attributes: { direction: 'adopt' } },
  ],
  support: 'announce approve impose pass adopt order introduce',
  values: {
    instrument: {
      constitution: 'constitution constitutional',
      decree: 'decree order edict',
      price: 'price tax rate tariff cap subsidy fare wage pension levy',
      regulation: 'regulation rule directive ordinance memorandum policy',
      law: 'law bill legislation act amendment measure package parliament senate',
    },
    direction: {
      repeal: 'repeal overturn revoke abolish scrap rescind',
      lift: 'lift ease relax remove lifting',
      raise: 'raise hike increase',
    },
  },
  texts: { domain: 'obj of on' },
}
