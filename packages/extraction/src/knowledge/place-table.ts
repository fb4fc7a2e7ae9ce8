/**
 * Places that the city and region data lack or spell in another way. Own table.
 *
 * `COUNTRY|name|aliases`: the id is `place:COUNTRY/slug-of-name`; a name that the city data has too keeps one id.
 */
export const PLACE_TABLE = `
KZ|Astana|Nur-Sultan;Nursultan;Akmola
KZ|Almaty|Alma-Ata;Alma Ata
UA|Kyiv|Kiev
UA|Kharkiv|Kharkov
UA|Odesa|Odessa
UA|Lviv|Lvov
UA|Mykolaiv|Nikolaev
UA|Zaporizhzhia|Zaporizhia;Zaporozhye
UA|Dnipro|Dnipropetrovsk
UA|Luhansk|Lugansk
UA|Chernobyl|Chornobyl
UA|Bakhmut|Artemivsk
UA|Crimea|Crimean Peninsula
UA|Donbas|Donbass
UA|Mariupol|
UA|Bucha|
RU|Saint Petersburg|St. Petersburg;St Petersburg;Leningrad
RU|Chechnya|Chechen Republic
RU|Dagestan|
RU|Ingushetia|
RU|North Ossetia|
RU|Tatarstan|
RU|Siberia|
RU|Beslan|
RU|Grozny|
RU|Kuril Islands|Kurils
GE|Abkhazia|
GE|South Ossetia|
GE|Tskhinvali|
AZ|Nagorno-Karabakh|Nagorny Karabakh;Nagorno Karabakh;Artsakh;Karabakh
AZ|Stepanakert|Khankendi
MD|Transnistria|Trans-Dniester;Transdniester;Trans-Dniestr
PS|Gaza Strip|
PS|Gaza|Gaza City
PS|West Bank|the West Bank
PS|East Jerusalem|
PS|Rafah|
PS|Khan Younis|Khan Yunis
PS|Ramallah|
PS|Hebron|
PS|Nablus|
PS|Jenin|
IL|Jerusalem|
IL|Tel Aviv|Tel Aviv-Yafo
IL|Haifa|
IL|Sderot|
IL|Negev|
IL|Galilee|
SY|Golan Heights|Golan
SY|Deir ez-Zor|Deir al-Zor;Deir Ezzor;Deir ez-Zour;Deir Ez-Zor
SY|Raqqa|Ar Raqqah;al-Raqqa
SY|Hama|
SY|Idlib|Idlib province
SY|Latakia|
SY|Daraa|Deraa
SY|Douma|
SY|Eastern Ghouta|East Ghouta;Ghouta
SY|Palmyra|Tadmur
SY|Kobani|Kobane;Ayn al-Arab
SY|Afrin|
SY|Hasakah|Hasaka;al-Hasakah
LB|Beirut|
LB|Sidon|
LB|Tyre|
LB|Bekaa Valley|Beqaa Valley
IQ|Mosul|
IQ|Basra|
IQ|Kirkuk|
IQ|Fallujah|Falluja
IQ|Ramadi|
IQ|Tikrit|
IQ|Najaf|
IQ|Karbala|Kerbala
IQ|Erbil|Irbil;Arbil
IQ|Anbar|Anbar province
IQ|Kurdistan|Iraqi Kurdistan;Kurdistan Region
IQ|Sadr City|
IQ|Green Zone|
IR|Isfahan|Esfahan
IR|Mashhad|
IR|Shiraz|
IR|Natanz|
IR|Qom|
YE|Sanaa|Sana'a
YE|Aden|
YE|Hodeidah|Hodeida;Al Hudaydah
YE|Marib|
YE|Taiz|
SA|Mecca|Makkah
SA|Medina|
SA|Jeddah|Jedda
AF|Helmand|
AF|Kandahar|
AF|Kunduz|
AF|Herat|
AF|Jalalabad|
AF|Mazar-i-Sharif|Mazar-e-Sharif
AF|Nangarhar|
AF|Kunar|
AF|Bagram|
PK|Peshawar|
PK|Quetta|
PK|Swat Valley|Swat
PK|Waziristan|North Waziristan;South Waziristan
PK|Khyber Pakhtunkhwa|North-West Frontier Province
PK|Balochistan|Baluchistan
PK|Punjab province|
PK|Sindh|
PK|Abbottabad|
IN|Kashmir|Jammu and Kashmir;Indian-administered Kashmir
IN|Mumbai|Bombay
IN|Kolkata|Calcutta
IN|Chennai|Madras
IN|Bengaluru|Bangalore
IN|Varanasi|Benares
IN|Assam|
IN|Punjab|
IN|Gujarat|
IN|Bihar|
IN|Manipur|
IN|Uttar Pradesh|
IN|Chhattisgarh|
LK|Jaffna|
MM|Yangon|Rangoon
MM|Naypyidaw|Nay Pyi Taw;Naypyitaw
MM|Rakhine|Rakhine State;Arakan
MM|Kachin|Kachin State
MM|Shan State|
CN|Xinjiang|
CN|Tibet|
CN|Inner Mongolia|
CN|Guangdong|
CN|Sichuan|
CN|Wuhan|
CN|Lhasa|
CN|Urumqi|
CN|Tiananmen Square|
CN|Hubei|
TW|Taiwan Strait|
HK|Kowloon|
KR|Pyeongchang|
KP|Yongbyon|
JP|Fukushima|
JP|Okinawa|
JP|Hokkaido|
ID|Bali|
ID|Aceh|
ID|Papua|West Papua;Irian Jaya
ID|Sulawesi|
ID|Sumatra|
ID|Java|
ID|Borneo|Kalimantan
PH|Mindanao|
PH|Luzon|
PH|Marawi|
PH|Jolo|
TH|Pattani|
TH|Phuket|
VN|Ho Chi Minh City|Saigon
ET|Tigray|
ET|Amhara|
ET|Oromia|
ET|Ogaden|
ET|Mekelle|Mekele
SD|Darfur|
SD|El Fasher|Al Fashir
SD|Omdurman|
SD|South Kordofan|Kordofan
SD|Abyei|
SO|Somaliland|
SO|Puntland|
SO|Kismayo|Kismayu
CD|Goma|
CD|Bukavu|
CD|Ituri|
CD|Kivu|North Kivu;South Kivu
CD|Katanga|
NG|Borno|
NG|Maiduguri|
NG|Chibok|
NG|Niger Delta|
NG|Biafra|
NG|Lagos|
NG|Plateau State|
ML|Timbuktu|
ML|Gao|
ML|Kidal|
LY|Benghazi|
LY|Misrata|
LY|Sirte|
LY|Derna|
LY|Tripoli|
EG|Sinai|Sinai Peninsula;the Sinai
EG|Tahrir Square|
EG|Suez Canal|
EG|Sharm el-Sheikh|
EG|Alexandria|
EG|Rafah crossing|
DZ|Kabylie|
MZ|Cabo Delgado|
ZA|Soweto|
ZA|KwaZulu-Natal|
ZA|Johannesburg|
ZA|Cape Town|
RW|Kigali|
KE|Rift Valley|
KE|Mombasa|
TR|Istanbul|Constantinople
TR|Izmir|
TR|Diyarbakir|
TR|Incirlik|
TR|Gezi Park|
TR|Taksim Square|
CY|Northern Cyprus|
GR|Thessaloniki|Salonika;Salonica
GR|Piraeus|
GR|Lesbos|
GR|Syntagma Square|
GR|Crete|
ES|Catalonia|
ES|Basque Country|
ES|Barcelona|
ES|Seville|
ES|Canary Islands|
ES|Andalusia|
FR|Corsica|
FR|Brittany|
FR|Normandy|
FR|Marseille|Marseilles
FR|Lyon|Lyons
FR|Strasbourg|
IT|Sicily|
IT|Sardinia|
IT|Lampedusa|
IT|Milan|
IT|Naples|
IT|Turin|
IT|Venice|
IT|Florence|
IT|Genoa|
IT|Lombardy|
DE|Munich|
DE|Cologne|
DE|Nuremberg|
DE|Bavaria|
DE|Saxony|
DE|Hanover|
AT|Vienna|
CH|Geneva|
CH|Zurich|
CH|Davos|
CH|Basel|
BE|Brussels|
BE|Flanders|
BE|Wallonia|
BE|Antwerp|
NL|The Hague|
DK|Copenhagen|
SE|Gothenburg|
PL|Krakow|Cracow
PL|Gdansk|Danzig
CZ|Prague|
RO|Transylvania|
RO|Bucharest|
RS|Vojvodina|
RS|Belgrade|
XK|Mitrovica|
BA|Srebrenica|
BA|Sarajevo|
BA|Banja Luka|
HR|Vukovar|
PT|Lisbon|
PT|Azores|
PT|Madeira|
GB|England|
GB|Scotland|
GB|Wales|
GB|Northern Ireland|Ulster
GB|Belfast|
GB|Londonderry|Derry
GB|Edinburgh|
GB|Glasgow|
GB|Cardiff|
GB|Omagh|
GB|Lockerbie|
IE|Dublin|
US|New York|New York City;NYC
US|Washington|Washington DC;Washington, DC;Washington, D.C.;Washington D.C.;D.C.;District of Columbia
US|Los Angeles|L.A.
US|California|Calif.
US|Texas|Tex.
US|Florida|Fla.
US|Massachusetts|Mass.
US|Connecticut|Conn.
US|Pennsylvania|Pa.
US|Arizona|Ariz.
US|Michigan|Mich.
US|Illinois|Ill.
US|Georgia (US)|
US|Oregon|Ore.
US|Virginia|Va.
US|Alabama|Ala.
US|Tennessee|Tenn.
US|Wisconsin|Wis.
US|Minnesota|Minn.
US|Colorado|Colo.
US|New Jersey|N.J.
US|North Carolina|N.C.
US|South Carolina|S.C.
US|New Mexico|N.M.
US|New Hampshire|N.H.
US|Alaska|
US|Arkansas|
US|Delaware|
US|Hawaii|
US|Idaho|
US|Indiana|
US|Iowa|
US|Kansas|
US|Kentucky|
US|Louisiana|
US|Maine|
US|Maryland|
US|Mississippi|
US|Missouri|
US|Montana|
US|Nebraska|
US|Nevada|
US|North Dakota|
US|Ohio|
US|Oklahoma|
US|Rhode Island|
US|South Dakota|
US|Utah|
US|Vermont|
US|West Virginia|
US|Wyoming|
US|Manhattan|
US|Brooklyn|
US|Bronx|
US|Queens|
US|Harlem|
US|Ground Zero|
US|Las Vegas|
US|New Orleans|
US|Ferguson|
US|Charlottesville|
US|Silicon Valley|
US|Long Island|
US|Staten Island|
US|Camp David|
US|Guantanamo Bay|Guantanamo;Guantánamo;Guantánamo Bay
US|Pearl Harbor|
US|Gulf Coast|
US|Hollywood|
US|Fort Hood|
US|Sandy Hook|
CA|Quebec|
CA|Ontario|
CA|Alberta|
CA|British Columbia|
CA|Montreal|
CA|Toronto|
CA|Vancouver|
MX|Chiapas|
MX|Ciudad Juarez|Ciudad Juárez;Juarez;Juárez
MX|Tijuana|
MX|Guerrero|
MX|Sinaloa|
MX|Michoacan|Michoacán
MX|Oaxaca|
CU|Guantanamo province|
CO|Medellin|Medellín
CO|Cali|
CO|Cartagena|
CO|Barranquilla|
CO|Bucaramanga|
BR|Rio de Janeiro|Rio
BR|Sao Paulo|São Paulo
BR|Brasilia|Brasília
BR|Amazonas|
PE|Ayacucho|
PE|Cuzco|Cusco
PE|Huallaga|Upper Huallaga;Upper Huallaga Valley
CL|Patagonia|
CL|Santiago|Santiago de Chile
AR|Buenos Aires|
AR|Tierra del Fuego|
VE|Maracaibo|
VE|Cucuta|
SV|San Salvador|
SV|Chalatenango|
SV|San Miguel|
SV|Usulutan|Usulután
SV|Morazan|Morazán
SV|Santa Ana|
SV|La Union|La Unión
SV|Cabanas|Cabañas
SV|San Vicente|
SV|Sonsonate|
SV|Zacatecoluca|
GT|Guatemala City|
HN|Tegucigalpa|
NI|Managua|
PA|Panama Canal|
PA|Panama City|
HT|Cite Soleil|Cité Soleil
AU|Sydney|
AU|Melbourne|
AU|New South Wales|
AU|Queensland|
AU|Tasmania|
NZ|Christchurch|
PG|Bougainville|
FJ|Suva|
NC|Noumea|Nouméa
`

/** Parts of the world that are no country: `region:slug`. As adjectives: "European", "African". */
export const WORLD_REGIONS = `
Europe|European|Europeans
Western Europe|Western European|
Eastern Europe|Eastern European|
Central Europe|Central European|
Northern Europe||
Southern Europe||
Balkans|Balkan|
Baltic states|Baltic|
Scandinavia|Scandinavian|Scandinavians
Caucasus|Caucasian|
South Caucasus||
North Caucasus||
Asia|Asian|Asians
Central Asia|Central Asian|
East Asia|East Asian|
South Asia|South Asian|
Southeast Asia|Southeast Asian|
Southwest Asia||
Asia-Pacific||
Indo-Pacific||
Middle East|Middle Eastern|
Mideast||
Near East||
Persian Gulf||
Gulf states|Gulf|
Gulf of Aden||
Gulf of Mexico||
Strait of Hormuz||
Red Sea||
Black Sea||
Caspian Sea||
Mediterranean|Mediterranean|
Mediterranean Sea||
Baltic Sea||
South China Sea||
East China Sea||
Sea of Japan||
English Channel||
Atlantic|Atlantic|
Atlantic Ocean||
Pacific|Pacific|
Pacific Ocean||
Indian Ocean||
Arctic|Arctic|
Arabian Sea||
Arabian Peninsula||
Korean Peninsula||
Korean peninsula||
Iberian Peninsula||
Horn of Africa||
Africa|African|Africans
North Africa|North African|
West Africa|West African|
East Africa|East African|
Central Africa||
Southern Africa||
Sub-Saharan Africa|sub-Saharan|
sub-Saharan Africa||
Sahel||
Sahara|Saharan|
Maghreb||
Levant||
Latin America|Latin American|Latin Americans
North America|North American|North Americans
South America|South American|South Americans
Central America|Central American|Central Americans
Americas||
Caribbean|Caribbean|
Amazon|Amazonian|
Andes|Andean|
Himalayas|Himalayan|
Oceania||
Mekong||
Euphrates||
Tigris||
Nile||
Danube||
Rhine||
Korea||
`

/** "The West said": many governments under one word; a place after "in" like any other. */
export const BLOCS: readonly (readonly [name: string, adjective: string])[] = [
  ['West', 'Western'],
  ['Arab world', 'Arab'],
  ['Global South', ''],
]

/** Words that end the name of a building, a street, a river: the name is a place, whatever comes before. */
export const PLACE_HEADS = `airport airbase avenue base bay beach boulevard bridge camp canal cape castle cathedral
cemetery checkpoint city courthouse coast county creek crossing dam department desert district embassy field forest fort garden
gardens gate gulf harbor harbour heights highway hill hills hospital hotel island islands isthmus jail junction lake
lagoon mall market mountain mountains mount municipality museum neighborhood neighbourhood ocean oblast palace park
peninsula plain plaza port prefecture prison province quarter ranch range region reservoir resort river road roundabout
sea settlement shore square stadium state station strait straits street suburb terminal territory theater theatre
tower town township tunnel valley village volcano ward way woods zone zoo palacio plaza avenida`
