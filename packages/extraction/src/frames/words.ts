/** Classes of lemmas that frames and rules share. `@name` in a test means one of them. */
const CLASSES = {
  people: `person people man woman child boy girl civilian soldier troop policeman policewoman officer official worker
    student teenager youth villager resident citizen protester demonstrator rioter journalist reporter activist leader
    member supporter follower fighter militant rebel insurgent gunman guerrilla militiaman hostage prisoner inmate
    patient passenger tourist worshipper migrant refugee victim bystander guard peacekeeper teacher doctor nurse
    driver pilot lawmaker politician president minister general commander colonel lieutenant captain sergeant major
    terrorist bomber extremist separatist jihadist monk priest bishop nun lawyer judge prosecutor mayor governor
    candidate baby infant toddler schoolchild schoolgirl schoolboy family father mother son daughter brother sister
    husband wife couple relative shopper pedestrian motorist farmer fisherman miner sailor marine serviceman
    serviceman personnel staff crew bodyguard diplomat ambassador aide colleague suspect others other dozen hundred
    thousand million score national foreigner american casualty dead elder figure dissident opponent critic`,
  forces: `troop force soldier army military police policeman officer trooper guard navy marine airforce peacekeeper
    commando paratrooper militia militiaman brigade battalion regiment division unit contingent fleet squadron warship
    frigate destroyer carrier submarine tank jet fighter warplane aircraft bomber helicopter missile artillery gendarme
    gendarmerie guerrilla rebel insurgent personnel mission convoy legion`,
  security: `police policeman policewoman officer trooper gendarme gendarmerie guard soldier army troop force military
    authority squad security`,
  armed: `troop force soldier army military police guard navy marine militia militiaman rebel insurgent guerrilla
    fighter militant gunman terrorist jihadist separatist paramilitary commando attacker bomber warplane jet aircraft
    gunship tank artillery drone warship helicopter faction group gang clan tribe warlord junta plane`,
  weapons: `weapon weaponry arm arms gun rifle missile rocket tank jet fighter aircraft helicopter drone artillery ammunition munition
    bomb submarine warship frigate shell howitzer launcher system hardware equipment mortar torpedo grenade`,
  explosives: `bomb explosive ied device grenade mine landmine rocket missile mortar shell dynamite warhead vehicle car
    truck van explosion blast charge`,
  offices: `president presidency premier premiership minister chancellor governor mayor secretary commissioner ambassador
    envoy chairman chairwoman chair chairperson chief head leader leadership director judge justice speaker senator
    deputy commander general king queen monarch emir sultan pope bishop archbishop cardinal attorney prosecutor
    treasurer vice-president vice ombudsman representative coordinator administrator dictator post office position job
    cabinet government throne role executive ceo manager coach captain office-holder boss superintendent spokesman
    spokeswoman lawmaker councillor parliament assembly premiership prime post-holder rector marshal regent`,
  bodies: `government parliament senate congress assembly council court cabinet ministry committee commission union
    duma knesset bundestag house chamber legislature tribunal panel`,
  vote: `election vote poll ballot runoff run-off by-election referendum plebiscite primary contest presidency
    parliament seat majority voting round landslide`,
  laws: `law bill legislation act decree constitution amendment regulation rule reform measure ordinance statute code
    package budget policy order ban moratorium directive provision resolution clause subsidy tariff tax levy quota
    treaty pension plan programme program restriction cap freeze curb`,
  prices: `price tax rate tariff fee wage salary pension subsidy duty levy rent fare minimum age retirement cap limit
    interest threshold`,
  economic: `aid loan grant money fund funding bailout credit assistance relief donation package rescue cash help
    support guarantee investment financing finance lifeline`,
  relief: `aid food medicine relief supply tent blanket shelter assistance help water clothing rice flour equipment
    vaccine team rescuer expert convoy fuel ration kit`,
  crimes: `murder treason terrorism corruption fraud manslaughter assault rape robbery theft bribery embezzlement
    espionage spying homicide kidnapping genocide crime conspiracy sedition blasphemy smuggling trafficking laundering
    killing attack bombing abuse evasion perjury offence offense charge violation arson defamation libel incitement
    plot plotting hooliganism extremism negligence misconduct racketeering extortion`,
  sentences: `year month life prison jail death imprisonment term sentence day week lash fine sentence detention`,
  disasters: `earthquake quake tremor aftershock tsunami flood flooding storm hurricane typhoon cyclone tornado blizzard
    drought famine landslide mudslide avalanche eruption volcano wildfire fire blaze inferno heatwave crash collision
    derailment sinking shipwreck stampede collapse accident explosion leak spill outbreak epidemic pandemic disease
    cholera ebola measles flu virus covid disaster capsizing crush meltdown heat cold wave rain torrent deluge
    rainstorm sandstorm monsoon downpour`,
  vehicles: `plane aircraft airliner jet helicopter train bus ferry boat ship truck car tram vessel flight airplane
    coach minibus van lorry tanker trawler dinghy barge metro`,
  buildings: `building house home shop store bank church mosque school hospital hotel market station bus car vehicle
    embassy consulate office headquarters checkpoint base camp village town city convoy bridge pipeline refinery
    airport prison shrine temple synagogue market train checkpoint post barracks factory mall restaurant cafe theatre`,
  contest: `game match season tournament championship league cup race final title goal medal team player coach club
    football soccer basketball tennis cricket baseball rugby golf olympic olympics quarterback innings playoff derby
    heavyweight film movie album song novel award oscar grammy box-office`,
  support: `hold stage carry conduct launch make sign impose mount begin start order declare lead organise organize do
    have perform undertake commit unleash continue resume open initiate wage run reach conclude strike seal ratify give
    announce issue take pay enter join attend face suffer complete plan schedule call end stop hit see bring escalate
    intensify prepare finish`,
  government: `government authority regime administration state official junta cabinet ministry president premier
    minister police army military parliament leader`,
  media: `media newspaper channel station website broadcaster internet web network platform press radio television tv
    outlet site app access connection service broadband`,
  dissent: `protest demonstration rally dissent opposition party gathering march assembly media press newspaper
    protester demonstrator activist critic dissident journalist unrest rebellion group organisation organization
    movement union crowd freedom uprising revolt`,
} as const

const sets = new Map<string, ReadonlySet<string>>(
  Object.entries(CLASSES).map(([name, words]) => [name, new Set(words.split(/\s+/))]),
)

/** The lemmas of a class. Throws for a name that is none: a frame that names it is wrong. */
export function wordClass(name: string): ReadonlySet<string> {
  const words = sets.get(name)
  if (!words) throw new Error(`no word class @${name}; there are ${[...sets.keys()].join(', ')}`)
  return words
}
