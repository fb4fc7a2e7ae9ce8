/**
 * Countries and territories: ISO 3166-1 alpha-2 | usual English name | other names | adjectives | people (where it is
 * not the adjective with an s) | seat of government, other seats.
 *
 * Own table. Codes are those of ISO 3166-1, historic states those of ISO 3166-3 (`SU`, `YU`, `CS`, `DD`), Kosovo the
 * user-assigned `XK`; names, adjectives and capitals follow common English news usage, with older forms kept because
 * older texts are read too (Burma, Swaziland, Nur-Sultan 2019–2022, Rangoon). State of November 2026.
 */
const TABLE = `
AD|Andorra|Principality of Andorra|Andorran||Andorra la Vella
AE|United Arab Emirates|UAE;U.A.E.;the Emirates;Emirates|Emirati||Abu Dhabi
AF|Afghanistan|Islamic Emirate of Afghanistan;Islamic Republic of Afghanistan|Afghan|Afghans;Afghanis|Kabul
AG|Antigua and Barbuda|Antigua|Antiguan;Barbudan||St. John's
AL|Albania|Republic of Albania|Albanian||Tirana
AM|Armenia|Republic of Armenia|Armenian||Yerevan
AO|Angola||Angolan||Luanda
AR|Argentina|Argentine Republic|Argentine;Argentinian;Argentinean||Buenos Aires
AT|Austria|Republic of Austria|Austrian||Vienna
AU|Australia|Commonwealth of Australia|Australian|Australians;Aussies|Canberra
AZ|Azerbaijan|Republic of Azerbaijan|Azerbaijani;Azeri||Baku
BA|Bosnia and Herzegovina|Bosnia;Bosnia-Herzegovina|Bosnian|Bosnians|Sarajevo
BB|Barbados||Barbadian|Barbadians;Bajans|Bridgetown
BD|Bangladesh|People's Republic of Bangladesh|Bangladeshi||Dhaka;Dacca
BE|Belgium|Kingdom of Belgium|Belgian||
BF|Burkina Faso|Upper Volta|Burkinabe;Burkinabè||Ouagadougou
BG|Bulgaria|Republic of Bulgaria|Bulgarian||Sofia
BH|Bahrain|Kingdom of Bahrain|Bahraini||Manama
BI|Burundi||Burundian||Gitega;Bujumbura
BJ|Benin|Dahomey|Beninese|Beninese|Porto-Novo;Cotonou
BM|Bermuda||Bermudian|||
BN|Brunei|Brunei Darussalam|Bruneian||Bandar Seri Begawan
BO|Bolivia|Plurinational State of Bolivia|Bolivian||La Paz;Sucre
BR|Brazil|Federative Republic of Brazil|Brazilian||Brasilia;Brasília
BS|Bahamas|the Bahamas|Bahamian||Nassau
BT|Bhutan||Bhutanese|Bhutanese|Thimphu
BW|Botswana||Botswanan|Batswana|Gaborone
BY|Belarus|Byelorussia;Belorussia;Republic of Belarus|Belarusian;Belarussian;Byelorussian||Minsk
BZ|Belize|British Honduras|Belizean||Belmopan
CA|Canada||Canadian||Ottawa
CD|Democratic Republic of the Congo|DR Congo;DRC;D.R.C.;Democratic Republic of Congo;Congo-Kinshasa;Zaire;Congo|Congolese;Zairean;Zairian|Congolese|Kinshasa
CF|Central African Republic||Central African||Bangui
CG|Republic of the Congo|Republic of Congo;Congo-Brazzaville||Congolese|Brazzaville
CH|Switzerland|Swiss Confederation|Swiss|Swiss|Bern;Berne
CI|Ivory Coast|Côte d'Ivoire;Cote d'Ivoire;Côte d’Ivoire|Ivorian;Ivoirian||Yamoussoukro;Abidjan
CL|Chile|Republic of Chile|Chilean||Santiago;Santiago de Chile
CM|Cameroon|Republic of Cameroon|Cameroonian||Yaounde;Yaoundé
CN|China|People's Republic of China;PRC;P.R.C.;mainland China;Communist China;Red China|Chinese|Chinese|Beijing;Peking
CO|Colombia|Republic of Colombia|Colombian||Bogota;Bogotá
CR|Costa Rica||Costa Rican|Costa Ricans;Ticos|San Jose;San José
CU|Cuba|Republic of Cuba|Cuban||Havana
CV|Cape Verde|Cabo Verde|Cape Verdean||Praia
CY|Cyprus|Republic of Cyprus|Cypriot;Greek Cypriot||Nicosia
CZ|Czech Republic|Czechia|Czech||Prague
DE|Germany|Federal Republic of Germany;West Germany;FRG|German;West German||Berlin;Bonn
DJ|Djibouti||Djiboutian||Djibouti City
DK|Denmark|Kingdom of Denmark|Danish|Danes|Copenhagen
DM|Dominica||||Roseau
DO|Dominican Republic||Dominican||Santo Domingo
DZ|Algeria|People's Democratic Republic of Algeria|Algerian||Algiers
EC|Ecuador|Republic of Ecuador|Ecuadorian;Ecuadorean||Quito
EE|Estonia|Republic of Estonia|Estonian||Tallinn
EG|Egypt|Arab Republic of Egypt|Egyptian||Cairo
EH|Western Sahara|Sahrawi Arab Democratic Republic|Sahrawi;Saharawi||
ER|Eritrea|State of Eritrea|Eritrean||Asmara
ES|Spain|Kingdom of Spain|Spanish|Spaniards;Spanish|Madrid
ET|Ethiopia|Federal Democratic Republic of Ethiopia;Abyssinia|Ethiopian||Addis Ababa
FI|Finland|Republic of Finland|Finnish|Finns|Helsinki
FJ|Fiji||Fijian||Suva
FM|Micronesia|Federated States of Micronesia|Micronesian||Palikir
FO|Faroe Islands|Faeroe Islands;the Faroes|Faroese|Faroese|Torshavn
FR|France|French Republic|French|French;Frenchmen|Paris
GA|Gabon||Gabonese|Gabonese|Libreville
GB|United Kingdom|UK;U.K.;Britain;Great Britain;United Kingdom of Great Britain and Northern Ireland|British|Britons;British;Brits|London
GD|Grenada||Grenadian||St. George's
GE|Georgia|Republic of Georgia|Georgian||Tbilisi
GH|Ghana|Republic of Ghana|Ghanaian||Accra
GI|Gibraltar||Gibraltarian|||
GL|Greenland||Greenlandic|Greenlanders|Nuuk
GM|Gambia|the Gambia|Gambian||Banjul
GN|Guinea|Guinea-Conakry;Republic of Guinea|Guinean||Conakry
GQ|Equatorial Guinea||Equatoguinean||Malabo
GR|Greece|Hellenic Republic|Greek||Athens
GT|Guatemala|Republic of Guatemala|Guatemalan||Guatemala City
GU|Guam||Guamanian||Hagatna
GW|Guinea-Bissau|Guinea Bissau|Bissau-Guinean||Bissau
GY|Guyana|British Guiana|Guyanese|Guyanese|
HK|Hong Kong|Hongkong|Hong Konger||
HN|Honduras|Republic of Honduras|Honduran||Tegucigalpa
HR|Croatia|Republic of Croatia|Croatian;Croat|Croats;Croatians|Zagreb
HT|Haiti|Republic of Haiti|Haitian||Port-au-Prince
HU|Hungary|Republic of Hungary|Hungarian||Budapest
ID|Indonesia|Republic of Indonesia|Indonesian||Jakarta;Djakarta;Nusantara
IE|Ireland|Republic of Ireland;Irish Republic;Eire|Irish|Irish;Irishmen|Dublin
IL|Israel|State of Israel|Israeli||Tel Aviv;Jerusalem
IN|India|Republic of India|Indian||New Delhi;Delhi
IQ|Iraq|Republic of Iraq|Iraqi||Baghdad
IR|Iran|Islamic Republic of Iran;the Islamic Republic;Persia|Iranian;Persian||Tehran;Teheran
IS|Iceland|Republic of Iceland|Icelandic|Icelanders|Reykjavik;Reykjavík
IT|Italy|Italian Republic|Italian||Rome
JM|Jamaica||Jamaican||Kingston
JO|Jordan|Hashemite Kingdom of Jordan;Kingdom of Jordan|Jordanian||Amman
JP|Japan||Japanese|Japanese|Tokyo
KE|Kenya|Republic of Kenya|Kenyan||Nairobi
KG|Kyrgyzstan|Kyrgyz Republic;Kirghizia;Kirgizstan;Kirghizstan|Kyrgyz;Kyrgyzstani;Kirghiz|Kyrgyz;Kyrgyzstanis|Bishkek
KH|Cambodia|Kampuchea;Kingdom of Cambodia|Cambodian;Kampuchean;Khmer||Phnom Penh
KI|Kiribati||I-Kiribati||Tarawa
KM|Comoros||Comorian;Comoran||Moroni
KN|St. Kitts and Nevis|Saint Kitts and Nevis|Kittitian||Basseterre
KP|North Korea|Democratic People's Republic of Korea;DPRK;D.P.R.K.|North Korean||Pyongyang
KR|South Korea|Republic of Korea;ROK|South Korean||Seoul
KW|Kuwait|State of Kuwait|Kuwaiti||Kuwait City
KZ|Kazakhstan|Republic of Kazakhstan;Kazakstan|Kazakh;Kazakhstani;Kazak||Astana;Nur-Sultan
LA|Laos|Lao People's Democratic Republic|Laotian;Lao||Vientiane
LB|Lebanon|Lebanese Republic|Lebanese|Lebanese|Beirut
LC|St. Lucia|Saint Lucia|St. Lucian||Castries
LI|Liechtenstein||Liechtensteiner||Vaduz
LK|Sri Lanka|Ceylon|Sri Lankan||Colombo
LR|Liberia|Republic of Liberia|Liberian||Monrovia
LS|Lesotho|Kingdom of Lesotho|Basotho|Basotho|Maseru
LT|Lithuania|Republic of Lithuania|Lithuanian||Vilnius
LU|Luxembourg|Grand Duchy of Luxembourg;Luxemburg|Luxembourgish;Luxembourgian|Luxembourgers|
LV|Latvia|Republic of Latvia|Latvian|Latvians;Letts|Riga
LY|Libya|State of Libya;Libyan Arab Jamahiriya|Libyan||Tripoli
MA|Morocco|Kingdom of Morocco|Moroccan||Rabat
MC|Monaco|Principality of Monaco|Monegasque;Monacan||
MD|Moldova|Republic of Moldova;Moldavia|Moldovan;Moldavian||Chisinau;Chişinău;Chișinău
ME|Montenegro||Montenegrin||Podgorica
MG|Madagascar||Malagasy;Madagascan|Malagasy|Antananarivo
MH|Marshall Islands|the Marshalls|Marshallese|Marshallese|Majuro
MK|North Macedonia|Republic of North Macedonia;Macedonia;FYROM;Former Yugoslav Republic of Macedonia|Macedonian;North Macedonian||Skopje
ML|Mali|Republic of Mali|Malian||Bamako
MM|Myanmar|Burma;Union of Myanmar|Burmese;Myanmarese|Burmese|Naypyidaw;Naypyitaw;Nay Pyi Taw;Rangoon;Yangon
MN|Mongolia|Outer Mongolia|Mongolian|Mongolians;Mongols|Ulaanbaatar;Ulan Bator
MO|Macau|Macao|Macanese|Macanese|
MR|Mauritania|Islamic Republic of Mauritania|Mauritanian||Nouakchott
MT|Malta|Republic of Malta|Maltese|Maltese|Valletta
MU|Mauritius||Mauritian||Port Louis
MV|Maldives|the Maldives|Maldivian||Malé
MW|Malawi|Nyasaland|Malawian||Lilongwe
MX|Mexico|United Mexican States|Mexican||Mexico City
MY|Malaysia|Malaya|Malaysian;Malayan||Kuala Lumpur;Putrajaya
MZ|Mozambique|Republic of Mozambique|Mozambican;Mozambiquan||Maputo
NA|Namibia|South West Africa;South-West Africa|Namibian||Windhoek
NC|New Caledonia||New Caledonian||Noumea
NE|Niger|Republic of Niger|Nigerien||Niamey
NG|Nigeria|Federal Republic of Nigeria|Nigerian||Abuja
NI|Nicaragua|Republic of Nicaragua|Nicaraguan|Nicaraguans;Nicas|Managua
NL|Netherlands|the Netherlands;Holland;Kingdom of the Netherlands|Dutch|Dutch;Dutchmen|The Hague;Amsterdam
NO|Norway|Kingdom of Norway|Norwegian||Oslo
NP|Nepal|Federal Democratic Republic of Nepal|Nepali;Nepalese|Nepalis;Nepalese|Kathmandu
NR|Nauru||Nauruan||
NZ|New Zealand|Aotearoa|New Zealand|New Zealanders;Kiwis|Wellington
OM|Oman|Sultanate of Oman|Omani||Muscat
PA|Panama|Republic of Panama|Panamanian||Panama City
PE|Peru|Republic of Peru|Peruvian||Lima
PG|Papua New Guinea|PNG|Papua New Guinean||Port Moresby
PH|Philippines|the Philippines;Republic of the Philippines|Philippine;Filipino|Filipinos|Manila
PK|Pakistan|Islamic Republic of Pakistan|Pakistani||Islamabad
PL|Poland|Republic of Poland|Polish|Poles|Warsaw
PR|Puerto Rico||Puerto Rican||
PS|Palestine|State of Palestine;Palestinian territories;Palestinian Territories;Occupied Palestinian Territory|Palestinian||Ramallah
PT|Portugal|Portuguese Republic|Portuguese|Portuguese|Lisbon
PW|Palau||Palauan||Ngerulmud
PY|Paraguay|Republic of Paraguay|Paraguayan||Asuncion;Asunción
QA|Qatar|State of Qatar|Qatari||Doha
RO|Romania|Rumania|Romanian;Rumanian||Bucharest
RS|Serbia|Republic of Serbia|Serbian;Serb|Serbs;Serbians|Belgrade
RU|Russia|Russian Federation|Russian||Moscow
RW|Rwanda|Republic of Rwanda|Rwandan;Rwandese||Kigali
SA|Saudi Arabia|Kingdom of Saudi Arabia|Saudi;Saudi Arabian||Riyadh
SB|Solomon Islands|the Solomons|Solomon Islander||Honiara
SC|Seychelles|the Seychelles|Seychellois|Seychellois|
SD|Sudan|Republic of Sudan|Sudanese|Sudanese|Khartoum
SE|Sweden|Kingdom of Sweden|Swedish|Swedes|Stockholm
SG|Singapore|Republic of Singapore|Singaporean||
SI|Slovenia|Republic of Slovenia|Slovenian;Slovene||Ljubljana
SK|Slovakia|Slovak Republic|Slovak;Slovakian||Bratislava
SL|Sierra Leone|Republic of Sierra Leone|Sierra Leonean||Freetown
SM|San Marino||Sammarinese|Sammarinese|
SN|Senegal|Republic of Senegal|Senegalese|Senegalese|Dakar
SO|Somalia|Federal Republic of Somalia|Somali;Somalian||Mogadishu
SR|Suriname|Surinam;Dutch Guiana|Surinamese|Surinamese|Paramaribo
SS|South Sudan|Republic of South Sudan|South Sudanese|South Sudanese|Juba
ST|Sao Tome and Principe|São Tomé and Príncipe|Sao Tomean||São Tomé
SV|El Salvador|Republic of El Salvador|Salvadoran;Salvadorean;Salvadorian||San Salvador
SY|Syria|Syrian Arab Republic|Syrian||Damascus
SZ|Eswatini|Swaziland|Swazi||Mbabane
TD|Chad|Republic of Chad|Chadian||N'Djamena;Ndjamena
TG|Togo|Togolese Republic|Togolese|Togolese|Lomé;Lome
TH|Thailand|Kingdom of Thailand;Siam|Thai||Bangkok
TJ|Tajikistan|Republic of Tajikistan;Tadjikistan|Tajik;Tajikistani;Tadzhik||Dushanbe
TL|East Timor|Timor-Leste;Timor Leste|East Timorese;Timorese|Timorese|Dili
TM|Turkmenistan|Turkmenia|Turkmen;Turkmenistani||Ashgabat
TN|Tunisia|Tunisian Republic|Tunisian||Tunis
TO|Tonga|Kingdom of Tonga|Tongan||Nuku'alofa
TR|Turkey|Türkiye;Turkiye;Republic of Turkey;Republic of Türkiye|Turkish|Turks|Ankara
TT|Trinidad and Tobago|Trinidad|Trinidadian;Tobagonian||Port of Spain
TV|Tuvalu||Tuvaluan||Funafuti
TW|Taiwan|Republic of China;Chinese Taipei;Formosa|Taiwanese|Taiwanese|Taipei
TZ|Tanzania|United Republic of Tanzania;Tanganyika|Tanzanian||Dodoma;Dar es Salaam
UA|Ukraine|the Ukraine|Ukrainian||Kyiv;Kiev
UG|Uganda|Republic of Uganda|Ugandan||Kampala
US|United States|US;U.S.;USA;U.S.A.;United States of America;America|American;US;U.S.|Americans|Washington;Washington DC;Washington, DC;Washington, D.C.;Washington D.C.
UY|Uruguay|Oriental Republic of Uruguay|Uruguayan||Montevideo
UZ|Uzbekistan|Republic of Uzbekistan|Uzbek;Uzbekistani||Tashkent
VA|Vatican|Holy See;the Vatican;Vatican City|||
VC|St. Vincent and the Grenadines|Saint Vincent and the Grenadines;St Vincent and the Grenadines|Vincentian||Kingstown
VE|Venezuela|Bolivarian Republic of Venezuela|Venezuelan||Caracas
VN|Vietnam|Viet Nam;Socialist Republic of Vietnam;North Vietnam|Vietnamese;North Vietnamese|Vietnamese|Hanoi
VU|Vanuatu|New Hebrides|Vanuatuan;Ni-Vanuatu||Port Vila
WS|Samoa|Western Samoa|Samoan||Apia
XK|Kosovo|Republic of Kosovo;Kosova|Kosovar;Kosovan;Kosovo Albanian||Pristina
YE|Yemen|Republic of Yemen;North Yemen|Yemeni;Yemenite||Sanaa;Sana'a
ZA|South Africa|Republic of South Africa;RSA|South African||Pretoria
ZM|Zambia|Republic of Zambia;Northern Rhodesia|Zambian||Lusaka
ZW|Zimbabwe|Rhodesia;Southern Rhodesia|Zimbabwean;Rhodesian||Harare
SU|Soviet Union|USSR;U.S.S.R.;Union of Soviet Socialist Republics|Soviet||
YU|Yugoslavia|Socialist Federal Republic of Yugoslavia;Federal Republic of Yugoslavia;SFRY|Yugoslav;Yugoslavian||
CS|Czechoslovakia|Czecho-Slovakia|Czechoslovak;Czechoslovakian||
DD|East Germany|German Democratic Republic;GDR;G.D.R.|East German||
VD|South Vietnam|Republic of Vietnam|South Vietnamese|South Vietnamese|Saigon
YD|South Yemen|People's Democratic Republic of Yemen|South Yemeni||
AQ|Antarctica||||
AW|Aruba||Aruban|||
CW|Curacao|Curaçao|||Willemstad
FK|Falkland Islands|the Falklands;Falklands;Malvinas|Falkland Islander||
GF|French Guiana||||Cayenne
GP|Guadeloupe||||
IM|Isle of Man||Manx|Manx|
JE|Jersey||||
MQ|Martinique||||
PF|French Polynesia|Tahiti|Tahitian||Papeete
RE|Reunion|Réunion|||
AS|American Samoa||||Pago Pago
KY|Cayman Islands|the Caymans|Caymanian||
VG|British Virgin Islands||||Road Town
VI|US Virgin Islands|U.S. Virgin Islands|||
TC|Turks and Caicos Islands|Turks and Caicos|||
CK|Cook Islands||||
NU|Niue||||
`

export interface Country {
  /** ISO 3166-1 alpha-2; ISO 3166-3 for states that are no more */
  code: string
  name: string
  names: readonly string[]
  adjectives: readonly string[]
  /** What its people are called, in the plural */
  people: readonly string[]
  /** Cities that stand for the government: "Moscow said" */
  seats: readonly string[]
  historic: boolean
}

const HISTORIC = new Set(['SU', 'YU', 'CS', 'DD', 'VD', 'YD'])

export const COUNTRIES: readonly Country[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', names = '', adjectives = '', people = '', seats = ''] = line.split('|')
    const adjectiveList = list(adjectives)
    return {
      code,
      name,
      names: [name, ...list(names)],
      adjectives: adjectiveList,
      people: people ? list(people) : adjectiveList.filter(takesPlural).map((adjective) => `${adjective}s`),
      seats: list(seats),
      historic: HISTORIC.has(code),
    }
  })

function list(cell: string): string[] {
  return cell
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean)
}

function takesPlural(adjective: string): boolean {
  return !/(?:ese|ish|ch|[sz])$/u.test(adjective)
}
