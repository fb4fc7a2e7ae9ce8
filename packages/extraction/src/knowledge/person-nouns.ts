import { wordSet } from './words.ts'

/** Lemmas of nouns that name one human being by office, trade, kin or situation. Own table. */

export const OFFICES = wordSet(`president premier prime_minister chancellor king queen emperor emir sultan monarch
  crown_prince prince princess taoiseach supreme_leader vice_president vice-president minister secretary
  secretary-general secretary_general governor mayor ambassador envoy consul commissioner chairman chairwoman chairperson
  chair chief head leader commander commander-in-chief general colonel major captain lieutenant sergeant admiral marshal
  brigadier corporal officer senator congressman congresswoman lawmaker legislator parliamentarian deputy mp mep
  representative spokesman spokeswoman spokesperson spokesmen director director-general manager executive ceo cfo
  president-elect prime_minister-designate judge justice magistrate prosecutor attorney_general attorney solicitor
  procurator coordinator organizer organiser founder co-founder co-leader owner boss treasurer speaker whip
  pope cardinal archbishop bishop patriarch imam ayatollah rabbi priest mufti cleric pastor reverend abbot nun monk
  sheikh sheriff inspector superintendent constable ombudsman rapporteur negotiator mediator adviser advisor aide
  administrator premier-designate undersecretary under-secretary first_lady duke duchess czar tsar chieftain warlord
  regent viceroy presidency dean provost rector principal coach trainer captain mogul tycoon banker analyst strategist
  economist auditor auxiliary_bishop vicar ruler dictator strongman incumbent successor predecessor officeholder
  appointee nominee candidate front-runner frontrunner challenger contender opponent rival running_mate councillor councilor
  councilman councilwoman alderman delegate attache attaché chargé_d'affaires diplomat commandant mastermind ringleader`)

export const PERSON_NOUNS =
  wordSet(`man woman boy girl teenager youth child baby person guy lady gentleman father mother
  son daughter brother sister husband wife uncle aunt cousin nephew niece grandfather grandmother widow widower parent
  relative friend neighbour neighbor colleague official expert analyst researcher scientist scholar academic professor
  lecturer teacher student pupil doctor physician surgeon nurse medic paramedic lawyer barrister activist campaigner
  advocate dissident critic supporter opponent journalist reporter correspondent editor columnist commentator blogger
  photographer cameraman broadcaster presenter writer author poet novelist historian economist sociologist
  politician statesman diplomat bureaucrat technocrat civil_servant policeman policewoman detective investigator guard
  bodyguard soldier fighter gunman militant militiaman rebel insurgent guerrilla terrorist extremist bomber attacker
  assailant assassin killer murderer suspect defendant accused convict prisoner inmate detainee hostage captive kidnapper
  victim survivor witness eyewitness bystander resident local citizen national villager inhabitant passer-by pedestrian
  voter elector candidate observer monitor volunteer worker employee farmer fisherman miner driver pilot passenger
  businessman businesswoman entrepreneur trader merchant shopkeeper shop_owner banker investor industrialist billionaire
  magnate landlord pensioner retiree veteran commander refugee migrant immigrant asylum_seeker exile defector informant
  informer source insider spy agent peacekeeper officer firefighter fireman rescuer actor actress singer musician artist
  director producer star celebrity athlete player footballer referee hacker smuggler trafficker dealer drug_lord kingpin
  gangster mobster thief robber looter rioter protester protestor demonstrator striker marcher organizer organiser
  interpreter translator engineer architect technician mechanic electrician plumber carpenter cook waiter clerk
  accountant consultant contractor specialist spokesman whistleblower whistle-blower peasant nomad herder herdsman
  shepherd tribesman elder patriot loyalist separatist nationalist communist socialist conservative liberal reformist
  reformer moderate hardliner hard-liner radical fundamentalist islamist jihadist believer worshipper worshiper pilgrim
  missionary preacher cleric human_rights_lawyer aide confidant ally partner boyfriend girlfriend fiancé fiancée spouse
  heir in-law father-in-law mother-in-law son-in-law brother-in-law tourist visitor guest traveller traveler foreigner
  stranger newcomer customer client patient donor delegate participant member figure personality individual adult
  youngster toddler infant orphan lawmaker whistleblower veteran dictator deserter conscript recruit reservist sniper
  mercenary commando marine paratrooper sailor airman seaman cadet ex-president ex-minister ex-lawmaker ex-premier
  secessionist pirate hijacker bandit outlaw arsonist poacher hitman torturer executioner secessionist royalist monarchist anarchist leftist rightist centrist feminist environmentalist pacifist unionist
  trade_unionist republican democrat newsman cameraperson biologist physicist chemist virologist epidemiologist
  meteorologist seismologist geologist pathologist coroner psychologist psychiatrist muslim christian jew catholic
  protestant sunni shiite shi'ite shia kurd arab hindu sikh buddhist hutu tutsi basque catalan chechen uighur uyghur
  tibetan tamil sinhalese pashtun hazara rohingya bosniak alawite druze maronite copt orthodox yazidi houthi taliban
  independent tory whig zapatista sandinista chavista peronist maoist marxist trotskyist fascist nazi neo-nazi
  supremacist zionist settler scot englishman welshman londoner parisian muscovite new_yorker texan californian african
  european asian westerner latino hispanic roma gypsy aborigine native_american`)

/** Nouns that are always or mostly female, or male. */
export const FEMALE_NOUNS =
  wordSet(`woman girl lady mother daughter sister wife aunt niece grandmother widow queen princess
  duchess congresswoman businesswoman spokeswoman chairwoman policewoman actress waitress nun girlfriend fiancée
  councilwoman first_lady mother-in-law sister-in-law daughter-in-law housewife schoolgirl stateswoman empress heroine`)
export const MALE_NOUNS =
  wordSet(`man boy gentleman father son brother husband uncle nephew grandfather widower king prince
  duke emperor sultan emir congressman businessman spokesman policeman fisherman fireman pope cardinal archbishop bishop
  priest imam ayatollah monk boyfriend fiancé councilman father-in-law brother-in-law son-in-law schoolboy statesman
  tribesman militiaman gunman cameraman salesman tsar czar sheikh patriarch abbot guy`)

/** Titles that stand before a name, with what they say about gender. Abbreviated ones with and without a full stop. */
export const HONORIFICS: ReadonlyMap<string, 'male' | 'female' | null> = new Map([
  ...(
    [
      'mr',
      'mister',
      'sir',
      'lord',
      'don',
      'father',
      'brother',
      'king',
      'prince',
      'pope',
      'herr',
      'monsieur',
      'señor',
      'emperor',
      'sultan',
      'emir',
      'bishop',
      'archbishop',
      'cardinal',
      'patriarch',
      'imam',
      'ayatollah',
      'mullah',
      'sheikh',
      'shaikh',
      'sheik',
      'tsar',
      'duke',
      'count',
      'baron',
      'fr',
      'msgr',
      'monsignor',
      'hojatoleslam',
      'maulana',
      'mufti',
      'rabbi',
      'dom',
      'congressman',
      'councilman',
    ] as const
  ).map((title) => [title, 'male'] as const),
  ...(
    [
      'mrs',
      'ms',
      'miss',
      'lady',
      'dame',
      'doña',
      'sister',
      'queen',
      'princess',
      'madame',
      'señora',
      'frau',
      'duchess',
      'baroness',
      'countess',
      'congresswoman',
      'empress',
      'begum',
    ] as const
  ).map((title) => [title, 'female'] as const),
  ...(
    [
      'dr',
      'prof',
      'professor',
      'doctor',
      'rev',
      'reverend',
      'hon',
      'sens',
      'reps',
      'govs',
      'gens',
      'messrs',
      'atty',
      'senators',
      'representatives',
      'governors',
      'presidents',
      'ministers',
      'gen',
      'general',
      'lt',
      'lieutenant',
      'col',
      'colonel',
      'maj',
      'major',
      'capt',
      'captain',
      'cpt',
      'sgt',
      'sergeant',
      'cpl',
      'corporal',
      'pvt',
      'private',
      'adm',
      'admiral',
      'brig',
      'brigadier',
      'cmdr',
      'commander',
      'comdr',
      'marshal',
      'commodore',
      'sen',
      'senator',
      'rep',
      'representative',
      'gov',
      'governor',
      'pres',
      'president',
      'justice',
      'judge',
      'chief',
      'chairman',
      'comrade',
      'secretary',
      'secretary-general',
      'minister',
      'premier',
      'chancellor',
      'mayor',
      'ambassador',
      'envoy',
      'detective',
      'inspector',
      'sheriff',
      'constable',
      'commissioner',
      'prosecutor',
      'deputy',
      'pastor',
      'ex-president',
      'officer',
      'lawmaker',
      'legislator',
      'mp',
      'coach',
      'dictator',
      'leader',
      'specialist',
      'engineer',
      'attorney',
      'vice-president',
      'chairwoman',
      'speaker',
      'councillor',
      'councilor',
      'superintendent',
      'director',
      'director-general',
      'spokesman',
      'spokeswoman',
      'spokesperson',
      'undersecretary',
      'ex-minister',
      'ex-lawmaker',
      'ex-premier',
      'candidate',
      'pensioner',
      'student',
      'lawyer',
      'activist',
      'journalist',
      'economist',
      'analyst',
      'historian',
      'diplomat',
      'businessman',
      'actor',
      'actress',
      'singer',
      'author',
      'co-founder',
      'founder',
      'researcher',
      'opposition',
      'warlord',
      'cleric',
    ] as const
  ).map((title) => [title, null] as const),
])
