import { words, wordSet } from './words.ts'

/** Nouns that name many: people in the plural, crowds, forces. Own table. */

/** Plural or collective as they are: "the police were", "the opposition", "authorities". */
export const COLLECTIVES =
  wordSet(`people population public crowd mob opposition troops police electorate staff crew team
  gang militia resistance minority majority community tribe clan diaspora youth media press clergy leadership elite
  nobility peasantry intelligentsia rebels personnel cartel cell faction family couple citizenry workforce delegation
  squad patrol contingent convoy unit brigade battalion regiment division platoon column garrison force forces
  peacekeepers authorities circles ranks elements quarters civilians folk locals natives poor rich wounded dead injured
  unemployed homeless faithful far-right far-left ultra-right ultra-left underworld mafia junta entourage
  guerrillas insurgency audience mission envoys dozens hundreds thousands millions scores others`)

/** Collectives that are a body of the state or of society: "the army", "parliament". Lemma → slug of its id. */
export const BODIES: ReadonlyMap<string, string> = new Map(
  words(`ministry:ministry department:department parliament:parliament congress:congress legislature:parliament federal_parliament:parliament
  senate:senate assembly:assembly national_assembly:parliament house_of_representatives:house-of-representatives
  lower_house:lower-house upper_house:upper-house court:court supreme_court:supreme-court high_court:high-court
  constitutional_court:constitutional-court appeals_court:appeals-court judiciary:judiciary tribunal:tribunal
  central_bank:central-bank army:armed-forces navy:navy air_force:air-force military:armed-forces armed_forces:armed-forces
  security_forces:security-forces security_services:security-services intelligence_service:intelligence
  intelligence_services:intelligence intelligence_forces:intelligence intelligence_agency:intelligence secret_service:intelligence secret_police:secret-police police:police
  riot_police:police police_force:police coast_guard:coast-guard national_guard:national-guard
  border_guards:border-guards embassy:embassy consulate:consulate presidency:presidency monarchy:monarchy
  royal_palace:royal-palace presidential_palace:presidency prosecutor's_office:prosecutors public_prosecutor's_office:prosecutors
    prosecutor_general's_office:prosecutors state_prosecutor's_office:prosecutors
  prosecutors:prosecutors election_commission:election-commission electoral_commission:election-commission
  electoral_council:election-commission central_election_commission:election-commission
  election_authority:election-commission state_television:state-television state_media:state-media
  foreign_ministry:foreign-ministry interior_ministry:interior-ministry defence_ministry:defence-ministry
  defense_ministry:defence-ministry health_ministry:health-ministry finance_ministry:finance-ministry
  justice_ministry:justice-ministry education_ministry:education-ministry transport_ministry:transport-ministry
  agriculture_ministry:agriculture-ministry energy_ministry:energy-ministry oil_ministry:oil-ministry
  environment_ministry:environment-ministry trade_ministry:trade-ministry economy_ministry:economy-ministry
  information_ministry:information-ministry labour_ministry:labour-ministry labor_ministry:labour-ministry
  culture_ministry:culture-ministry fire_brigade:fire-brigade fire_department:fire-brigade
  municipality:municipality city_council:city-council town_council:town-council police_department:police
  state_department:state-department justice_department:justice-department treasury:treasury
  attorney_general's_office:prosecutors general_staff:general-staff politburo:politburo
  special_forces:special-forces revolutionary_guards:revolutionary-guards republican_guard:republican-guard
  presidential_guard:presidential-guard`).map((pair) => {
    const [lemma = '', id = ''] = pair.split(':')
    return [lemma, id] as const
  }),
)

/** "The government" and its like: the state itself acts. */
export const GOVERNMENT_NOUNS = wordSet(`government administration regime cabinet authorities authority state junta
  leadership caretaker_government executive monarchy`)

/** Nouns that mean the country or its territory: "the country", "the nation". */
export const COUNTRY_NOUNS = wordSet('country nation state republic kingdom homeland')

/** Bodies of any kind, named only by what they are: "the group", "a rights organisation", "the company". */
export const ORGANISATION_NOUNS = wordSet(`group organization organisation party union coalition alliance movement front
  league federation confederation association company firm corporation conglomerate bank airline carrier manufacturer
  maker producer operator retailer utility factory agency commission committee council board panel bureau office
  authority watchdog regulator institute institution foundation charity ngo think-tank think_tank university college
  school hospital church mosque diocese bloc network channel newspaper daily weekly magazine station broadcaster
  website newsroom club team squad syndicate cartel gang militia campaign cooperative co-operative consortium fund insurer lender
  embassy mission secretariat presidency inspectorate body service services forum society chamber trust startup start-up
  business industry employer developer supplier exporter importer shipper miner refinery publisher studio lobby caucus
  faction wing headquarters task_force working_group assembly congress senate delegation leadership opposition
  brotherhood order sect cult ministry department directorate treasury court tribunal jury prosecution defence defense
  observatory laboratory academy centre center clinic orchestra`)

/** Organisations among these: outlets. */
export const OUTLET_NOUNS = wordSet(`newspaper daily weekly magazine station broadcaster channel website agency tabloid
  television tv radio network portal journal news_agency blog outlet paper`)

/** Words for armed people; with a country's adjective they are its armed forces unless they fight it. */
export const SOLDIERS = wordSet(
  'troop troops soldier soldiers serviceman servicemen army military force forces personnel',
)
export const ARMED_OPPONENTS = wordSet(`rebel guerrilla insurgent militant separatist secessionist terrorist extremist
  jihadist islamist gunman fighter militia militiaman warlord mutineer paramilitary jihadi`)
