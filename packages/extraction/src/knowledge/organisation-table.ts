/**
 * International bodies, alliances, courts, banks, charities, companies of the news, and national bodies that are
 * called by a name of their own: id | name | aliases and acronyms | country (ISO 3166-1 alpha-2; empty: international).
 *
 * Own table; names and acronyms as the bodies' own pages and English news use them. State of November 2026; former
 * names (OAU, CSCE, GATT, EEC) are kept under the body they belonged to or as bodies of their own where they ended.
 */
export const ORGANISATION_TABLE = `
un|United Nations|UN;U.N.;UNO;the United Nations Organization|
un-security-council|UN Security Council|United Nations Security Council;U.N. Security Council;Security Council;UNSC|
un-general-assembly|UN General Assembly|United Nations General Assembly;U.N. General Assembly;General Assembly;UNGA|
un-secretariat|UN Secretariat|United Nations Secretariat|
un-human-rights-council|UN Human Rights Council|United Nations Human Rights Council;U.N. Human Rights Council;Human Rights Council|
ohchr|UN Human Rights Office|OHCHR;UN human rights office;U.N. human rights office;Office of the High Commissioner for Human Rights;Office of the United Nations High Commissioner for Human Rights|
unhcr|UN Refugee Agency|UNHCR;UN refugee agency;U.N. refugee agency;United Nations High Commissioner for Refugees;U.N. High Commissioner for Refugees|
unicef|UNICEF|Unicef;United Nations Children's Fund;UN Children's Fund;U.N. Children's Fund|
unesco|UNESCO|Unesco;United Nations Educational, Scientific and Cultural Organization|
undp|UN Development Programme|UNDP;United Nations Development Programme;U.N. Development Program;United Nations Development Program|
unrwa|UNRWA|United Nations Relief and Works Agency;UN Relief and Works Agency;U.N. Relief and Works Agency|
wfp|World Food Programme|WFP;World Food Program;UN World Food Programme;U.N. World Food Program|
who|World Health Organization|WHO;World Health Organisation;UN health agency;U.N. health agency|
fao|Food and Agriculture Organization|FAO;UN Food and Agriculture Organization|
ilo|International Labour Organization|ILO;International Labor Organization|
imo|International Maritime Organization|IMO|
iom|International Organization for Migration|IOM|
iaea|International Atomic Energy Agency|IAEA;UN nuclear watchdog;U.N. nuclear watchdog;UN nuclear agency;U.N. nuclear agency;International Atomic Energy Authority|
ocha|OCHA|UN Office for the Coordination of Humanitarian Affairs;Office for the Coordination of Humanitarian Affairs;UNOCHA|
unodc|UN Office on Drugs and Crime|UNODC;United Nations Office on Drugs and Crime|
unfpa|UN Population Fund|UNFPA;United Nations Population Fund|
unep|UN Environment Programme|UNEP;United Nations Environment Programme;U.N. Environment Program|
unctad|UNCTAD|UN Conference on Trade and Development|
unaids|UNAIDS|UNAids|
un-women|UN Women||
unifil|UNIFIL|United Nations Interim Force in Lebanon;UN Interim Force in Lebanon|
unprofor|UNPROFOR|United Nations Protection Force;UN Protection Force|
minusma|MINUSMA||
monusco|MONUSCO||
minustah|MINUSTAH||
unmiss|UNMISS||
unamid|UNAMID||
unama|UNAMA|United Nations Assistance Mission in Afghanistan|
unscom|UNSCOM|United Nations Special Commission|
onusal|ONUSAL||
icc|International Criminal Court|ICC|
icj|International Court of Justice|ICJ;World Court;UN top court|
icty|International Criminal Tribunal for the former Yugoslavia|ICTY;Yugoslav war crimes tribunal;Hague tribunal|
ictr|International Criminal Tribunal for Rwanda|ICTR|
eccc|Khmer Rouge tribunal|ECCC;Extraordinary Chambers in the Courts of Cambodia|
pca|Permanent Court of Arbitration||
echr|European Court of Human Rights|ECHR;Strasbourg court|
iachr|Inter-American Commission on Human Rights|IACHR|
iacourthr|Inter-American Court of Human Rights||
ecj|European Court of Justice|ECJ;Court of Justice of the European Union;CJEU;EU's top court|
eu|European Union|EU;E.U.|
eec|European Economic Community|EEC;European Community;Common Market;European Communities|
european-commission|European Commission|EU Commission;EC|
european-council|European Council|EU Council;Council of the European Union|
european-parliament|European Parliament|EU Parliament;EU parliament;Europarliament|
ecb|European Central Bank|ECB|
eib|European Investment Bank|EIB|
ebrd|European Bank for Reconstruction and Development|EBRD|
eurogroup|Eurogroup||
europol|Europol||
frontex|Frontex||
esa|European Space Agency|ESA|
ema|European Medicines Agency|EMA|
efta|European Free Trade Association|EFTA|
council-of-europe|Council of Europe|PACE;Parliamentary Assembly of the Council of Europe|
venice-commission|Venice Commission||
osce|Organization for Security and Co-operation in Europe|OSCE;Organization for Security and Cooperation in Europe;Organisation for Security and Co-operation in Europe;Organisation for Security and Cooperation in Europe;CSCE;Conference on Security and Cooperation in Europe|
odihr|OSCE Office for Democratic Institutions and Human Rights|ODIHR;Office for Democratic Institutions and Human Rights|
nato|NATO|Nato;N.A.T.O.;North Atlantic Treaty Organization;North Atlantic Treaty Organisation;North Atlantic Alliance;Atlantic Alliance|
isaf|ISAF|International Security Assistance Force|
kfor|KFOR||
sfor|SFOR||
warsaw-pact|Warsaw Pact|Warsaw Treaty Organization|
csto|Collective Security Treaty Organization|CSTO;Collective Security Treaty Organisation|
cis|Commonwealth of Independent States|CIS|
eaeu|Eurasian Economic Union|EAEU;EEU|
sco|Shanghai Cooperation Organisation|SCO;Shanghai Cooperation Organization|
ots|Organization of Turkic States|OTS;Organisation of Turkic States;Turkic Council|
guam|GUAM Organization for Democracy and Economic Development||
visegrad-group|Visegrad Group|V4;Visegrad Four|
au|African Union|AU|
oau|Organization of African Unity|OAU;Organisation of African Unity|
amisom|AMISOM|African Union Mission in Somalia;ATMIS|
ecowas|Economic Community of West African States|ECOWAS;Ecowas|
ecomog|ECOMOG||
sadc|Southern African Development Community|SADC|
eac|East African Community|EAC|
igad|Intergovernmental Authority on Development|IGAD|
eccas|Economic Community of Central African States|ECCAS|
cemac|CEMAC||
comesa|COMESA||
g5-sahel|G5 Sahel||
aes|Alliance of Sahel States|AES|
african-court|African Court on Human and Peoples' Rights||
africa-cdc|Africa CDC|Africa Centres for Disease Control and Prevention|
afdb|African Development Bank|AfDB|
arab-league|Arab League|League of Arab States|
gcc|Gulf Cooperation Council|GCC|
oic|Organisation of Islamic Cooperation|OIC;Organization of Islamic Cooperation;Organization of the Islamic Conference;Organisation of the Islamic Conference|
opec|OPEC|Opec;Organization of the Petroleum Exporting Countries;Organisation of Petroleum Exporting Countries;OPEC+|
iea|International Energy Agency|IEA|
isdb|Islamic Development Bank||
asean|ASEAN|Asean;Association of Southeast Asian Nations;Association of South East Asian Nations|
saarc|SAARC|South Asian Association for Regional Cooperation|
apec|APEC|Apec;Asia-Pacific Economic Cooperation|
adb|Asian Development Bank|ADB|
aiib|Asian Infrastructure Investment Bank|AIIB|
quad|the Quad|Quadrilateral Security Dialogue|
aukus|AUKUS|Aukus|
pif|Pacific Islands Forum|PIF|
commonwealth|Commonwealth of Nations|Commonwealth Secretariat;British Commonwealth|
francophonie|Organisation internationale de la Francophonie|La Francophonie|
oas|Organization of American States|OAS;Organisation of American States|
mercosur|Mercosur|Mercosul|
unasur|UNASUR|Unasur;Union of South American Nations|
celac|CELAC|Community of Latin American and Caribbean States|
caricom|CARICOM|Caricom;Caribbean Community|
alba|ALBA||
lima-group|Lima Group||
contadora|Contadora Group||
rio-group|Rio Group||
idb|Inter-American Development Bank|IDB|
paho|Pan American Health Organization|PAHO|
g7|G7|G-7;Group of Seven|
g8|G8|G-8;Group of Eight|
g20|G20|G-20;Group of 20;Group of Twenty|
g77|G77|G-77;Group of 77|
brics|BRICS|Brics|
nam|Non-Aligned Movement||
imf|International Monetary Fund|IMF;I.M.F.|
world-bank|World Bank|IBRD;International Bank for Reconstruction and Development|
wto|World Trade Organization|WTO;World Trade Organisation|
gatt|GATT|General Agreement on Tariffs and Trade|
oecd|OECD|Organisation for Economic Co-operation and Development;Organization for Economic Cooperation and Development|
paris-club|Paris Club||
bis|Bank for International Settlements|BIS|
fatf|Financial Action Task Force|FATF|
interpol|Interpol|INTERPOL;International Criminal Police Organization|
opcw|OPCW|Organisation for the Prohibition of Chemical Weapons;Organization for the Prohibition of Chemical Weapons;chemical weapons watchdog|
ctbto|CTBTO|Comprehensive Nuclear-Test-Ban Treaty Organization|
icao|International Civil Aviation Organization|ICAO|
iata|International Air Transport Association|IATA|
itu|International Telecommunication Union|ITU|
wmo|World Meteorological Organization|WMO|
ipcc|IPCC|Intergovernmental Panel on Climate Change|
wipo|World Intellectual Property Organization|WIPO|
gavi|Gavi|Gavi, the Vaccine Alliance|
global-fund|Global Fund||
icrc|International Committee of the Red Cross|ICRC|
ifrc|International Federation of Red Cross and Red Crescent Societies|IFRC|
red-cross|Red Cross|International Red Cross|
red-crescent|Red Crescent||
msf|Médecins Sans Frontières|MSF;Doctors Without Borders;Medecins Sans Frontieres|
oxfam|Oxfam|Oxfam International|
save-the-children|Save the Children||
care|CARE International||
world-vision|World Vision||
irc|International Rescue Committee|IRC|
nrc|Norwegian Refugee Council|NRC|
mercy-corps|Mercy Corps||
amnesty|Amnesty International|Amnesty|
hrw|Human Rights Watch|HRW|
hrf|Human Rights First||
fidh|FIDH|International Federation for Human Rights|
article-19|Article 19||
rsf|Reporters Without Borders|RSF;Reporters sans frontières;Reporters Sans Frontieres|
cpj|Committee to Protect Journalists|CPJ|
freedom-house|Freedom House||
access-now|Access Now||
netblocks|NetBlocks|Netblocks|
transparency|Transparency International||
icg|International Crisis Group|ICG;Crisis Group|
greenpeace|Greenpeace|Greenpeace International|
wwf|WWF|World Wildlife Fund;World Wide Fund for Nature|
sohr|Syrian Observatory for Human Rights|SOHR|
iss|Institute for Security Studies||
chatham-house|Chatham House||
iiss|International Institute for Strategic Studies|IISS|
sipri|SIPRI|Stockholm International Peace Research Institute|
brookings|Brookings Institution|Brookings|
carnegie|Carnegie Endowment for International Peace|Carnegie Endowment|
cfr|Council on Foreign Relations||
csis|Center for Strategic and International Studies|CSIS|
isw|Institute for the Study of War||
rand|RAND Corporation|Rand Corporation|
atlantic-council|Atlantic Council||
carter-center|Carter Center||
ned|National Endowment for Democracy||
ioc|International Olympic Committee|IOC|
fifa|FIFA|Fifa|
uefa|UEFA|Uefa|
wada|World Anti-Doping Agency|WADA|
wcc|World Council of Churches||
white-helmets|White Helmets|Syria Civil Defence;Syrian Civil Defence|SY
state-department|US Department of State|State Department;US State Department;U.S. State Department;Department of State;Foggy Bottom|US
pentagon|US Department of Defense|Pentagon;Department of Defense;Defense Department;US Defense Department;U.S. Defense Department;Department of War|US
white-house|White House||US
us-treasury|US Department of the Treasury|US Treasury;U.S. Treasury;Treasury Department;US Treasury Department;U.S. Treasury Department|US
us-justice-department|US Department of Justice|US Justice Department;U.S. Justice Department;Justice Department;Department of Justice;DOJ|US
dhs|US Department of Homeland Security|Department of Homeland Security;Homeland Security;DHS|US
us-interior-department|US Department of the Interior|Interior Department;Department of the Interior;U.S. Interior Department|US
us-commerce-department|US Department of Commerce|Commerce Department;Department of Commerce|US
us-labor-department|US Department of Labor|Labor Department;Department of Labor|US
us-energy-department|US Department of Energy|Energy Department;Department of Energy|US
us-agriculture-department|US Department of Agriculture|Agriculture Department;Department of Agriculture;USDA|US
us-transportation-department|US Department of Transportation|Transportation Department;Department of Transportation|US
us-education-department|US Department of Education|Education Department;Department of Education|US
hhs|US Department of Health and Human Services|Department of Health and Human Services;HHS|US
hud|US Department of Housing and Urban Development|Department of Housing and Urban Development;HUD|US
va|US Department of Veterans Affairs|Department of Veterans Affairs;Veterans Affairs Department|US
cia|Central Intelligence Agency|CIA;C.I.A.|US
fbi|Federal Bureau of Investigation|FBI;F.B.I.|US
nsa|National Security Agency|NSA|US
nsc|US National Security Council|U.S. National Security Council|US
dea|Drug Enforcement Administration|DEA|US
atf|Bureau of Alcohol, Tobacco, Firearms and Explosives||US
ice|US Immigration and Customs Enforcement|Immigration and Customs Enforcement;ICE|US
cbp|US Customs and Border Protection|Customs and Border Protection;Border Patrol;U.S. Border Patrol|US
tsa|Transportation Security Administration|TSA|US
secret-service|US Secret Service|Secret Service;U.S. Secret Service|US
fema|Federal Emergency Management Agency|FEMA|US
faa|Federal Aviation Administration|FAA|US
ntsb|National Transportation Safety Board|NTSB|US
nasa|NASA|Nasa;National Aeronautics and Space Administration|US
noaa|NOAA|National Oceanic and Atmospheric Administration|US
usgs|US Geological Survey|U.S. Geological Survey;USGS|US
nws|National Weather Service||US
nhc|National Hurricane Center||US
cdc|Centers for Disease Control and Prevention|CDC;Centers for Disease Control|US
fda|Food and Drug Administration|FDA|US
epa|Environmental Protection Agency|EPA|US
sec|Securities and Exchange Commission|SEC|US
ftc|Federal Trade Commission|FTC|US
fcc|Federal Communications Commission|FCC|US
irs|Internal Revenue Service|IRS|US
gao|Government Accountability Office|GAO;General Accounting Office|US
cbo|Congressional Budget Office|CBO|US
omb|Office of Management and Budget|OMB|US
usaid|USAID|US Agency for International Development;U.S. Agency for International Development;Agency for International Development|US
ofac|Office of Foreign Assets Control|OFAC|US
fed|Federal Reserve|the Fed;Federal Reserve Board;US Federal Reserve;U.S. Federal Reserve;Federal Open Market Committee|US
us/congress|US Congress|U.S. Congress;United States Congress;Capitol Hill|US
us/senate|US Senate|U.S. Senate;United States Senate|US
us/house-of-representatives|US House of Representatives|U.S. House of Representatives;U.S. House;US House|US
us/supreme-court|US Supreme Court|U.S. Supreme Court;Supreme Court of the United States|US
us-fish-and-wildlife|US Fish and Wildlife Service|U.S. Fish and Wildlife Service;Fish and Wildlife Service|US
nmfs|National Marine Fisheries Service|National Marine Fisheries Services|US
us-forest-service|US Forest Service|U.S. Forest Service;Forest Service|US
us/coast-guard|US Coast Guard|U.S. Coast Guard|US
us-army|US Army|U.S. Army|US
us/navy|US Navy|U.S. Navy|US
us/air-force|US Air Force|U.S. Air Force|US
us-marines|US Marine Corps|U.S. Marine Corps;Marine Corps;US Marines;U.S. Marines|US
us-central-command|US Central Command|U.S. Central Command;Central Command;CENTCOM;Centcom|US
us-southern-command|US Southern Command|U.S. Southern Command;Southern Command;SOUTHCOM|US
africom|US Africa Command|Africom;AFRICOM;U.S. Africa Command|US
joint-chiefs|Joint Chiefs of Staff||US
navy-seals|US Navy SEALs|Navy SEALs;Navy SEAL;Navy Seals|US
republican-party|Republican Party|GOP;G.O.P.|US
democratic-party|Democratic Party|Democratic National Committee;DNC|US
rnc|Republican National Committee|RNC|US
tea-party|Tea Party||US
nypd|New York Police Department|NYPD;New York City Police Department|US
lapd|Los Angeles Police Department|LAPD|US
nra|National Rifle Association|NRA|US
aclu|American Civil Liberties Union|ACLU|US
naacp|NAACP||US
nrdc|Natural Resources Defense Council|NRDC|US
sierra-club|Sierra Club||US
splc|Southern Poverty Law Center||US
afl-cio|AFL-CIO||US
uaw|United Auto Workers|UAW;United Automobile Workers|US
teamsters|International Brotherhood of Teamsters|Teamsters|US
seiu|Service Employees International Union|SEIU|US
kkk|Ku Klux Klan|KKK|US
black-lives-matter|Black Lives Matter||US
proud-boys|Proud Boys||US
wall-street|Wall Street||US
mlb|Major League Baseball|MLB|US
nfl|National Football League|NFL|US
nba|National Basketball Association|NBA|US
ncaa|NCAA||US
downing-street|10 Downing Street|Downing Street;No 10;Number 10;No. 10|GB
uk-foreign-office|UK Foreign Office|Foreign Office;Foreign and Commonwealth Office;Foreign, Commonwealth and Development Office;FCDO;British Foreign Office|GB
uk-home-office|UK Home Office|Home Office;British Home Office|GB
uk-treasury|HM Treasury||GB
uk-mod|UK Ministry of Defence|MoD;British Ministry of Defence|GB
whitehall|Whitehall||GB
westminster|UK Parliament|Westminster;British Parliament;British parliament|GB
house-of-commons|House of Commons|British House of Commons|GB
house-of-lords|House of Lords||GB
buckingham-palace|Buckingham Palace||GB
scotland-yard|Metropolitan Police|Scotland Yard;Met Police;London's Metropolitan Police|GB
mi5|MI5||GB
mi6|MI6|Secret Intelligence Service|GB
gchq|GCHQ||GB
bank-of-england|Bank of England|BoE|GB
nhs|National Health Service|NHS|GB
labour|Labour Party|Labour|GB
conservatives|Conservative Party|Tories;Tory Party|GB
libdems|Liberal Democrats|Lib Dems|GB
snp|Scottish National Party|SNP|GB
ukip|UKIP|Ukip;UK Independence Party|GB
reform-uk|Reform UK||GB
plaid-cymru|Plaid Cymru||GB
sinn-fein|Sinn Fein|Sinn Féin|IE
dup|Democratic Unionist Party|DUP|GB
uup|Ulster Unionist Party|UUP|GB
sdlp|SDLP|Social Democratic and Labour Party|GB
psni|Police Service of Northern Ireland|PSNI|GB
ruc|Royal Ulster Constabulary|RUC|GB
tuc|Trades Union Congress|TUC|GB
kremlin|Kremlin||RU
duma|State Duma|Duma;Russian State Duma|RU
federation-council|Federation Council||RU
fsb|FSB|Federal Security Service|RU
kgb|KGB||SU
gru|GRU||RU
roscosmos|Roscosmos||RU
gazprom|Gazprom||RU
rosneft|Rosneft||RU
lukoil|Lukoil||RU
united-russia|United Russia||RU
wagner|Wagner Group|Wagner;Wagner mercenary group;Africa Corps|RU
rosatom|Rosatom||RU
russian-academy-of-sciences|Russian Academy of Sciences|Russian Academy of Science|RU
memorial|Memorial Human Rights Centre||RU
navalny-acf|Anti-Corruption Foundation||RU
politburo|Politburo||
cpsu|Communist Party of the Soviet Union||SU
elysee|Élysée Palace|Elysée;Elysee;Élysée;Elysée Palace;Elysee Palace|FR
quai-dorsay|Quai d'Orsay|Quai d’Orsay|FR
matignon|Matignon|Hôtel Matignon|FR
french-national-assembly|French National Assembly|Palais Bourbon|FR
national-rally|National Rally|National Front;Front National;Rassemblement National|FR
en-marche|La République En Marche|En Marche|FR
bundestag|Bundestag|German Bundestag|DE
bundesrat|Bundesrat||DE
bundesbank|Bundesbank||DE
bundeswehr|Bundeswehr||DE
cdu|Christian Democratic Union|CDU;Christian Democrats|DE
csu|Christian Social Union|CSU|DE
spd|Social Democratic Party of Germany|SPD|DE
afd|Alternative for Germany|AfD;AFD|DE
fdp|Free Democratic Party|FDP|DE
stasi|Stasi||DD
knesset|Knesset||IL
idf|Israel Defense Forces|IDF;Israeli Defense Forces;Israel Defence Forces;Israeli Defence Forces;Israeli army;Israeli military|IL
mossad|Mossad||IL
shin-bet|Shin Bet|Shabak|IL
likud|Likud|Likud Party|IL
kadima|Kadima||IL
btselem|B'Tselem|B’Tselem|IL
peace-now|Peace Now||IL
palestinian-authority|Palestinian Authority|Palestinian National Authority;PNA|PS
plo|Palestine Liberation Organization|PLO;Palestine Liberation Organisation|PS
fatah|Fatah|Al-Fatah|PS
hamas|Hamas|Islamic Resistance Movement;HAMAS|PS
qassam|Al-Qassam Brigades|Qassam Brigades;Izz ad-Din al-Qassam Brigades;Izzedine al-Qassam Brigades|PS
islamic-jihad|Palestinian Islamic Jihad|Islamic Jihad;PIJ|PS
pflp|PFLP|Popular Front for the Liberation of Palestine|PS
aqsa-brigades|Al-Aqsa Martyrs Brigades|Al-Aqsa Martyrs' Brigades|PS
gaza-health-ministry|Gaza Health Ministry|Gaza health ministry;Hamas-run health ministry|PS
hezbollah|Hezbollah|Hizbollah;Hizbullah;Hezballah|LB
amal|Amal Movement||LB
irgc|Islamic Revolutionary Guard Corps|IRGC;Revolutionary Guards;Revolutionary Guard;Iranian Revolutionary Guards;Iran's Revolutionary Guards;Pasdaran|IR
quds-force|Quds Force||IR
basij|Basij||IR
mek|Mujahedin-e Khalq|MEK;People's Mujahedin|IR
houthis|Houthis|Houthi;Ansar Allah;Houthi movement;Huthis|YE
taliban|Taliban|Taleban;Afghan Taliban;Islamic Emirate|AF
haqqani|Haqqani network|Haqqani Network|AF
northern-alliance|Northern Alliance||AF
ttp|Pakistani Taliban|TTP;Tehreek-e-Taliban Pakistan;Tehrik-i-Taliban Pakistan|PK
let|Lashkar-e-Taiba|Lashkar-e-Tayyiba;LeT|PK
jem|Jaish-e-Mohammed|Jaish-e-Mohammad|PK
isi|Inter-Services Intelligence|ISI|PK
pti|Pakistan Tehreek-e-Insaf|PTI|PK
ppp|Pakistan People's Party|PPP;Pakistan Peoples Party|PK
pml-n|Pakistan Muslim League-Nawaz|PML-N;Pakistan Muslim League|PK
bla|Balochistan Liberation Army|BLA|PK
al-qaeda|al-Qaeda|al Qaeda;Al-Qaeda;Al Qaeda;al-Qaida;al Qaida;Al-Qaida;al-Qa'ida|
aqap|al-Qaeda in the Arabian Peninsula|AQAP;Al-Qaeda in the Arabian Peninsula|YE
aqim|al-Qaeda in the Islamic Maghreb|AQIM;Al-Qaeda in the Islamic Maghreb|
jnim|JNIM|Jama'at Nusrat al-Islam wal-Muslimin|ML
islamic-state|Islamic State|IS;ISIS;ISIL;Isis;Isil;Daesh;Da'esh;Islamic State group;Islamic State of Iraq and Syria;Islamic State of Iraq and the Levant|
is-k|Islamic State Khorasan|ISIS-K;ISIL-K;IS-K;Islamic State Khorasan Province|AF
iswap|Islamic State West Africa Province|ISWAP|NG
boko-haram|Boko Haram||NG
mend|MEND|Movement for the Emancipation of the Niger Delta|NG
ipob|IPOB|Indigenous People of Biafra|NG
al-shabaab|al-Shabaab|al-Shabab;Al-Shabaab;Al-Shabab;al Shabaab;Al Shabaab;al Shabab;Shabaab|SO
islamic-courts|Union of Islamic Courts|Islamic Courts Union|SO
nusra|al-Nusra Front|Nusra Front;Jabhat al-Nusra;al-Nusra;Al-Nusra Front|SY
hts|Hayat Tahrir al-Sham|HTS|SY
fsa|Free Syrian Army|FSA|SY
sna|Syrian National Army||SY
sdf|Syrian Democratic Forces|SDF|SY
ypg|YPG|People's Protection Units|SY
pyd|PYD|Democratic Union Party|SY
national-defense-forces|National Defense Forces|National Defence Forces|SY
syrian-national-coalition|Syrian National Coalition|Syrian National Council|SY
ahrar-al-sham|Ahrar al-Sham||SY
pkk|Kurdistan Workers' Party|PKK;Kurdistan Workers Party;Kurdistan Workers’ Party|TR
hdp|HDP|Peoples' Democratic Party|TR
akp|Justice and Development Party|AKP;AK Party|TR
chp|Republican People's Party|CHP|TR
mhp|Nationalist Movement Party|MHP|TR
krg|Kurdistan Regional Government|KRG|IQ
peshmerga|Peshmerga||IQ
pmf|Popular Mobilization Forces|Popular Mobilisation Forces;Hashd al-Shaabi;PMF|IQ
mahdi-army|Mahdi Army|Mehdi Army|IQ
kataib-hezbollah|Kataib Hezbollah||IQ
baath|Baath Party|Ba'ath Party;Ba'ath;Baath|
muslim-brotherhood|Muslim Brotherhood||EG
scaf|Supreme Council of the Armed Forces|SCAF|EG
freedom-and-justice|Freedom and Justice Party||EG
polisario|Polisario Front|Polisario|EH
gia|Armed Islamic Group|GIA|DZ
lna|Libyan National Army|LNA|LY
gna|Government of National Accord|GNA|LY
ntc|National Transitional Council|NTC|LY
ennahda|Ennahda||TN
ugtt|UGTT|Tunisian General Labour Union|TN
rsf-sudan|Rapid Support Forces|RSF|SD
splm|SPLM|Sudan People's Liberation Movement;SPLA;Sudan People's Liberation Army;SPLM/A|SS
jem-sudan|Justice and Equality Movement||SD
janjaweed|Janjaweed||SD
tplf|Tigray People's Liberation Front|TPLF;Tigray People’s Liberation Front|ET
olf|Oromo Liberation Front|OLF;Oromo Liberation Army|ET
lra|Lord's Resistance Army|LRA;Lord’s Resistance Army|UG
adf|Allied Democratic Forces|ADF|UG
m23|M23|March 23 Movement|CD
fdlr|FDLR|Democratic Forces for the Liberation of Rwanda|CD
rpf|Rwandan Patriotic Front|RPF|RW
seleka|Seleka|Séléka|CF
anti-balaka|anti-balaka|Anti-balaka|CF
unita|UNITA|Unita|AO
mpla|MPLA||AO
renamo|Renamo|RENAMO|MZ
frelimo|Frelimo|FRELIMO|MZ
swapo|SWAPO|Swapo|NA
zanu-pf|ZANU-PF|Zanu-PF;ZANU PF|ZW
mdc|Movement for Democratic Change|MDC|ZW
anc|African National Congress|ANC|ZA
inkatha|Inkatha Freedom Party|Inkatha;IFP|ZA
eff|Economic Freedom Fighters|EFF|ZA
da-za|Democratic Alliance||ZA
cosatu|COSATU|Cosatu;Congress of South African Trade Unions|ZA
odm|Orange Democratic Movement|ODM|KE
iebc|IEBC|Independent Electoral and Boundaries Commission|KE
inec|INEC|Independent National Electoral Commission|NG
apc|All Progressives Congress|APC|NG
pdp|People's Democratic Party|PDP;Peoples Democratic Party|NG
npp|New Patriotic Party|NPP|GH
farc|Revolutionary Armed Forces of Colombia|FARC;Farc;FARC-EP|CO
eln|National Liberation Army|ELN|CO
m-19|19 April Movement|M-19;M19;19th of April Movement;April 19 Movement|CO
epl|Popular Liberation Army|EPL|CO
auc|United Self-Defense Forces of Colombia|AUC|CO
medellin-cartel|Medellin Cartel|Medellin cartel;Medellín cartel;the Extraditables;Extraditables|CO
cali-cartel|Cali Cartel|Cali cartel|CO
clan-del-golfo|Clan del Golfo|Gulf Clan|CO
fmln|Farabundo Marti National Liberation Front|FMLN;Farabundo Martí National Liberation Front|SV
arena-sv|Nationalist Republican Alliance|ARENA;Arena;National Republican Alliance|SV
fdr|Revolutionary Democratic Front||SV
sandinistas|Sandinista National Liberation Front|FSLN;Sandinistas;Sandinista Front;Sandinista|NI
contras|Contras|Nicaraguan Resistance|NI
uno-ni|National Opposition Union||NI
urng|Guatemalan National Revolutionary Unity|URNG|GT
shining-path|Shining Path|Sendero Luminoso;SL|PE
tupac-amaru|Tupac Amaru Revolutionary Movement|MRTA;Túpac Amaru Revolutionary Movement|PE
apra|APRA|American Popular Revolutionary Alliance|PE
zapatistas|Zapatista Army of National Liberation|EZLN;Zapatistas|MX
pri|Institutional Revolutionary Party|PRI|MX
pan|National Action Party||MX
morena|Morena||MX
sinaloa-cartel|Sinaloa Cartel|Sinaloa cartel|MX
jalisco-cartel|Jalisco New Generation Cartel|CJNG|MX
zetas|Los Zetas|Zetas|MX
pemex|Pemex||MX
pdvsa|PDVSA|Petróleos de Venezuela|VE
psuv|United Socialist Party of Venezuela|PSUV|VE
gnb|Bolivarian National Guard|GNB|VE
fanb|Bolivarian National Armed Forces|FANB;National Bolivarian Armed Forces|VE
sebin|SEBIN|Bolivarian National Intelligence Service|VE
cne-ve|National Electoral Council|CNE|
workers-party-br|Workers' Party|Workers’ Party;Workers Party;PT|BR
petrobras|Petrobras||BR
planalto|Planalto Palace|Planalto|BR
casa-rosada|Casa Rosada||AR
miraflores|Miraflores Palace|Miraflores|VE
ms-13|MS-13|Mara Salvatrucha|SV
tonton-macoute|Tonton Macoutes||HT
eta|ETA|Euskadi Ta Askatasuna;Basque Homeland and Freedom|ES
batasuna|Batasuna|Herri Batasuna|ES
psoe|Spanish Socialist Workers' Party|PSOE|ES
pp-es|People's Party||ES
podemos|Podemos||ES
vox|Vox||ES
ira|Irish Republican Army|IRA;Provisional IRA;Provisional Irish Republican Army|GB
real-ira|Real IRA|Continuity IRA;New IRA|GB
uvf|Ulster Volunteer Force|UVF|GB
uda|Ulster Defence Association|UDA|GB
red-brigades|Red Brigades||IT
lega|Lega|Northern League;Lega Nord|IT
five-star|Five Star Movement|Five-Star Movement|IT
brothers-of-italy|Brothers of Italy|Fratelli d'Italia|IT
forza-italia|Forza Italia||IT
new-democracy|New Democracy|New Democracy party|GR
pasok|PASOK|Pasok|GR
syriza|Syriza|SYRIZA|GR
golden-dawn|Golden Dawn||GR
november-17|November 17|17 November|GR
gsee|GSEE||GR
adedy|ADEDY||GR
law-and-justice|Law and Justice|Law and Justice party;PiS|PL
civic-platform|Civic Platform|Civic Coalition|PL
solidarity|Solidarity trade union||PL
fidesz|Fidesz||HU
jobbik|Jobbik||HU
kla|Kosovo Liberation Army|KLA;UCK|XK
republika-srpska|Republika Srpska|Bosnian Serb Republic|BA
jna|Yugoslav People's Army|JNA|YU
azov|Azov Regiment|Azov Battalion;Azov Brigade|UA
verkhovna-rada|Verkhovna Rada|Rada|UA
sbu|Security Service of Ukraine|SBU|UA
dnr|Donetsk People's Republic|DPR;DNR|UA
lnr|Luhansk People's Republic|LPR;LNR;Lugansk People's Republic|UA
georgian-dream|Georgian Dream||GE
unm|United National Movement||GE
viasna|Viasna||BY
ccp|Chinese Communist Party|CCP;CPC;Communist Party of China|CN
npc-china|National People's Congress|NPC|CN
pla|People's Liberation Army|PLA;Chinese military|CN
zhongnanhai|Zhongnanhai||CN
kuomintang|Kuomintang|KMT;Nationalist Party|TW
dpp|Democratic Progressive Party|DPP|TW
falun-gong|Falun Gong||CN
huawei|Huawei||CN
legco|Legislative Council|LegCo|HK
blue-house|Blue House|Cheong Wa Dae|KR
ppp-kr|People Power Party||KR
workers-party-korea|Workers' Party of Korea||KP
diet|Diet|National Diet|JP
ldp|Liberal Democratic Party|LDP|JP
aum|Aum Shinrikyo|Aum|JP
tepco|TEPCO|Tepco;Tokyo Electric Power|JP
bjp|Bharatiya Janata Party|BJP|IN
inc|Indian National Congress|Congress Party;Congress party|IN
aap|Aam Aadmi Party|AAP|IN
lok-sabha|Lok Sabha||IN
rajya-sabha|Rajya Sabha||IN
rbi|Reserve Bank of India|RBI|IN
cbi|Central Bureau of Investigation||IN
naxalites|Naxalites|Naxals|IN
ulfa|ULFA|United Liberation Front of Asom;United Liberation Front of Assam|IN
hurriyat|All Parties Hurriyat Conference|Hurriyat|IN
ltte|Liberation Tigers of Tamil Eelam|LTTE;Tamil Tigers|LK
awami-league|Awami League||BD
bnp|Bangladesh Nationalist Party|BNP|BD
rab|Rapid Action Battalion||BD
cpn-maoist|Communist Party of Nepal (Maoist)|CPN-Maoist|NP
tatmadaw|Tatmadaw||MM
nld|National League for Democracy|NLD|MM
nug|National Unity Government||MM
arsa|ARSA|Arakan Rohingya Salvation Army|MM
kia|Kachin Independence Army||MM
knu|Karen National Union|KNU|MM
khmer-rouge|Khmer Rouge||KH
cpp-kh|Cambodian People's Party|CPP|KH
pheu-thai|Pheu Thai|Pheu Thai Party|TH
move-forward|Move Forward Party|Move Forward|TH
umno|UMNO|Umno|MY
barisan|Barisan Nasional|BN|MY
milf|Moro Islamic Liberation Front|MILF|PH
mnlf|Moro National Liberation Front|MNLF|PH
abu-sayyaf|Abu Sayyaf||PH
npa|New People's Army|NPA|PH
jemaah-islamiyah|Jemaah Islamiyah|Jemaah Islamiah;JI|ID
gam|Free Aceh Movement||ID
kpk|Corruption Eradication Commission|KPK|ID
golkar|Golkar||ID
fretilin|Fretilin|FRETILIN|TL
rss-in|Rashtriya Swayamsevak Sangh||IN
european-peoples-party|European People's Party|EPP|
nord-stream|Nord Stream AG||
boeing|Boeing||US
airbus|Airbus||
lockheed|Lockheed Martin||US
general-motors|General Motors|GM|US
ford|Ford Motor Company|Ford Motor;Ford Motor Co|US
chrysler|Chrysler||US
tesla|Tesla||US
spacex|SpaceX||US
exxon|ExxonMobil|Exxon;Exxon Mobil|US
chevron|Chevron||US
bp|BP|British Petroleum|GB
shell|Royal Dutch Shell||GB
totalenergies|TotalEnergies||FR
microsoft|Microsoft||US
google|Google||US
apple-inc|Apple Inc|Apple Inc.|US
amazon-com|Amazon.com|Amazon.com Inc|US
facebook|Facebook|Meta Platforms|US
twitter|Twitter||US
goldman-sachs|Goldman Sachs||US
jpmorgan|JPMorgan Chase|JPMorgan;JP Morgan|US
lehman|Lehman Brothers||US
moodys|Moody's|Moody’s|US
standard-and-poors|Standard & Poor's|S&P;Standard and Poor's|US
fitch|Fitch Ratings|Fitch|US
pfizer|Pfizer||US
moderna|Moderna||US
astrazeneca|AstraZeneca||GB
volkswagen|Volkswagen|VW|DE
siemens|Siemens||DE
toyota|Toyota||JP
samsung|Samsung||KR
blackwater|Blackwater|Academi|US
halliburton|Halliburton||US
malaysia-airlines|Malaysia Airlines||MY
garuda|Garuda Indonesia|Garuda|ID
pia|Pakistan International Airlines||PK
`

/** News outlets and agencies: they carry what others say and are no speakers. id | name | aliases | country */
export const MEDIA_TABLE = `
reuters|Reuters|Thomson Reuters|GB
ap|Associated Press|AP;A.P.;The Associated Press|US
afp|Agence France-Presse|AFP;Agence France Presse|FR
dpa|dpa|DPA;Deutsche Presse-Agentur|DE
efe|EFE|Efe;ACAN-EFE;ACAN - EFE|ES
ansa|ANSA|Ansa|IT
upi|United Press International|UPI|US
tass|Tass|TASS;ITAR-TASS;Itar-Tass|RU
ria|RIA Novosti|RIA;Ria Novosti|RU
interfax|Interfax|Interfax-Ukraine|RU
xinhua|Xinhua|Xinhua News Agency;Xinhua news agency|CN
kyodo|Kyodo|Kyodo News|JP
jiji|Jiji Press|Jiji|JP
yonhap|Yonhap|Yonhap News Agency;Yonhap news agency|KR
kcna|KCNA|Korean Central News Agency|KP
pti-news|Press Trust of India||IN
ani|Asian News International||IN
irna|IRNA||IR
isna|ISNA||IR
fars|Fars News Agency|Fars news agency;Fars|IR
tasnim|Tasnim|Tasnim News Agency|IR
sana|SANA||SY
anadolu|Anadolu|Anadolu Agency|TR
mena-news|MENA news agency||EG
petra|Petra news agency||JO
wafa|WAFA||PS
maan|Ma'an|Ma’an News Agency|PS
prensa-latina|Prensa Latina||CU
notimex|Notimex||MX
salpress|SALPRESS||SV
radio-venceremos|Radio Venceremos||SV
tanjug|Tanjug||RS
belta|BelTA|Belta|BY
ukrinform|Ukrinform||UA
unian|UNIAN||UA
bbc|BBC|British Broadcasting Corporation;BBC News;BBC Radio|GB
cnn|CNN|Cable News Network|US
nbc|NBC|NBC News|US
abc|ABC|ABC News|
cbs|CBS|CBS News|US
fox|Fox News|Fox;Fox News Channel|US
msnbc|MSNBC||US
pbs|PBS||US
npr|NPR|National Public Radio|US
c-span|C-SPAN||US
voa|Voice of America|VOA|US
rferl|Radio Free Europe/Radio Liberty|RFE/RL;Radio Free Europe;Radio Liberty|US
rfa|Radio Free Asia||US
sky|Sky News||GB
itv|ITV||GB
channel-4|Channel 4||GB
al-jazeera|Al Jazeera|Al-Jazeera;al-Jazeera;Aljazeera;al Jazeera|QA
al-arabiya|Al Arabiya|Al-Arabiya;al-Arabiya|SA
al-manar|Al-Manar|al-Manar|LB
al-monitor|Al-Monitor||US
france24|France 24||FR
rfi|RFI|Radio France Internationale|FR
france-info|France Info|franceinfo|FR
bfm|BFM TV|BFMTV|FR
deutsche-welle|Deutsche Welle|DW|DE
zdf|ZDF||DE
ard|ARD||DE
rai|RAI||IT
rt|RT|Russia Today|RU
sputnik|Sputnik||RU
cctv|CCTV|CGTN;China Central Television|CN
global-times|Global Times||CN
peoples-daily|People's Daily|People’s Daily|CN
china-daily|China Daily||CN
scmp|South China Morning Post||HK
nhk|NHK||JP
asahi|Asahi Shimbun|Asahi|JP
yomiuri|Yomiuri Shimbun|Yomiuri|JP
chosun|Chosun Ilbo||KR
nyt|New York Times|The New York Times;NYT|US
wapo|Washington Post|The Washington Post|US
wsj|Wall Street Journal|The Wall Street Journal;WSJ|US
la-times|Los Angeles Times|LA Times|US
usa-today|USA Today|USA TODAY|US
chicago-tribune|Chicago Tribune||US
boston-globe|Boston Globe|The Boston Globe|US
ny-post|New York Post||US
time-magazine|Time magazine|TIME magazine;Time Magazine|US
newsweek|Newsweek||US
new-yorker|New Yorker|The New Yorker|US
atlantic-magazine|The Atlantic||US
politico|Politico|POLITICO|US
axios|Axios||US
the-hill|The Hill||US
buzzfeed|BuzzFeed|BuzzFeed News|US
huffpost|Huffington Post|HuffPost;The Huffington Post|US
vox-media|Vox.com||US
bloomberg|Bloomberg|Bloomberg News|US
cnbc|CNBC||US
forbes|Forbes||US
economist|The Economist|Economist magazine|GB
ft|Financial Times|The Financial Times;FT|GB
guardian|The Guardian|Guardian newspaper|GB
times-uk|The Times|Times of London;The Times of London|GB
sunday-times|Sunday Times|The Sunday Times|GB
telegraph|Daily Telegraph|The Telegraph;The Daily Telegraph|GB
independent|The Independent||GB
daily-mail|Daily Mail|The Daily Mail;MailOnline|GB
daily-mirror|Daily Mirror||GB
the-sun|The Sun||GB
irish-times|Irish Times|The Irish Times|IE
le-monde|Le Monde||FR
le-figaro|Le Figaro||FR
liberation|Libération||FR
der-spiegel|Der Spiegel|Spiegel|DE
die-zeit|Die Zeit||DE
bild|Bild||DE
faz|Frankfurter Allgemeine Zeitung|FAZ|DE
sueddeutsche|Süddeutsche Zeitung|Sueddeutsche Zeitung|DE
el-pais|El País|El Pais|ES
el-mundo|El Mundo||ES
corriere|Corriere della Sera||IT
la-repubblica|La Repubblica||IT
la-stampa|La Stampa||IT
haaretz|Haaretz|Ha'aretz|IL
jerusalem-post|Jerusalem Post|The Jerusalem Post|IL
yediot|Yediot Ahronot|Yedioth Ahronoth;Ynet|IL
times-of-israel|Times of Israel|The Times of Israel|IL
media-line|The Media Line||US
al-ahram|Al-Ahram|al-Ahram|EG
al-hayat|Al-Hayat|al-Hayat|
asharq|Asharq Al-Awsat|Asharq al-Awsat|
hurriyet|Hurriyet|Hürriyet|TR
cumhuriyet|Cumhuriyet||TR
ethnos|Ethnos newspaper|Ethnos|GR
kathimerini|Kathimerini||GR
ta-nea|Ta Nea||GR
gazeta-wyborcza|Gazeta Wyborcza||PL
kommersant|Kommersant||RU
izvestia|Izvestia|Izvestiya|RU
pravda|Pravda||RU
novaya-gazeta|Novaya Gazeta||RU
meduza|Meduza||RU
echo-moskvy|Ekho Moskvy|Echo of Moscow|RU
kyiv-independent|Kyiv Independent|Kyiv Post|UA
nasha-niva|Nasha Niva||BY
times-of-india|Times of India|The Times of India|IN
hindustan-times|Hindustan Times||IN
the-hindu|The Hindu||IN
indian-express|Indian Express|The Indian Express|IN
ndtv|NDTV||IN
cnn-ibn|CNN-IBN||IN
dawn|Dawn newspaper||PK
geo|Geo TV|Geo News|PK
daily-star-bd|Daily Star|The Daily Star|
bangkok-post|Bangkok Post||TH
straits-times|Straits Times|The Straits Times|SG
cna|Channel NewsAsia||SG
jakarta-post|Jakarta Post|The Jakarta Post|ID
detik|Detik.com|Detik|ID
antara|Antara||ID
kompas|Kompas||ID
rappler|Rappler||PH
sydney-morning-herald|Sydney Morning Herald|The Sydney Morning Herald|AU
the-age|The Age||AU
the-australian|The Australian||AU
aap-news|Australian Associated Press||AU
rnz|Radio New Zealand|RNZ|NZ
nz-herald|New Zealand Herald|NZ Herald|NZ
cbc|CBC|CBC News;Canadian Broadcasting Corporation|CA
globe-and-mail|Globe and Mail|The Globe and Mail|CA
toronto-star|Toronto Star|The Toronto Star|CA
clarin|Clarín|Clarin|AR
la-nacion|La Nación|La Nacion|
folha|Folha de S.Paulo|Folha de S. Paulo;Folha|BR
o-globo|O Globo|TV Globo;Globo|BR
el-tiempo|El Tiempo|El Tiempo newspaper|CO
el-espectador|El Espectador||CO
caracol|Caracol Radio|Caracol|CO
rcn|RCN||CO
el-comercio|El Comercio||
el-universal|El Universal||
la-jornada|La Jornada||MX
granma|Granma||CU
el-nacional|El Nacional|El Nacional newspaper|VE
telesur|Telesur|TeleSUR|VE
la-prensa|La Prensa||NI
la-prensa-grafica|La Prensa Gráfica|La Prensa Grafica|SV
the-national|The National||AE
gulf-news|Gulf News||AE
daily-nation|Daily Nation||KE
the-standard-ke|The Standard||KE
punch|Punch newspaper|The Punch|NG
vanguard-ng|Vanguard newspaper||NG
mail-and-guardian|Mail & Guardian|Mail and Guardian|ZA
news24|News24||ZA
sabc|SABC||ZA
ebc-et|Ethiopian Broadcasting Corporation||ET
suna|SUNA||SD
wikinews|Wikinews||
wikileaks|WikiLeaks|Wikileaks|
tmz|TMZ||US
espn|ESPN||US
variety|Variety magazine||US
al-akhbar|Al-Akhbar||LB
daily-star-lb|Daily Star newspaper||LB
rudaw|Rudaw||IQ
tolo|Tolo News|TOLO News;TOLOnews;Tolo|AF
khaama|Khaama Press||AF
press-tv|Press TV||IR
`

/** Bodies that take up arms against a state or beside it: they are actors of kind `group` in no other table. */
export const ARMED = new Set(
  `hamas qassam islamic-jihad pflp aqsa-brigades hezbollah houthis taliban haqqani northern-alliance ttp let jem bla
  al-qaeda aqap aqim jnim islamic-state is-k iswap boko-haram mend al-shabaab islamic-courts nusra hts fsa sna sdf ypg
  ahrar-al-sham pkk peshmerga pmf mahdi-army kataib-hezbollah polisario gia lna rsf-sudan splm jem-sudan janjaweed tplf
  olf lra adf m23 fdlr rpf seleka anti-balaka unita renamo farc eln m-19 epl auc medellin-cartel cali-cartel
  clan-del-golfo fmln contras urng shining-path tupac-amaru zapatistas sinaloa-cartel jalisco-cartel zetas ms-13
  tonton-macoute eta ira real-ira uvf uda red-brigades november-17 kla azov dnr lnr naxalites ulfa ltte arsa kia knu
  khmer-rouge milf mnlf abu-sayyaf npa jemaah-islamiyah gam fretilin aum wagner irgc quds-force basij mek
  national-defense-forces`.split(/\s+/u),
)

/** Buildings and streets that stand for who works there; a place after a preposition of place. */
export const SEATS_OF_POWER = new Set(
  `kremlin white-house pentagon downing-street elysee quai-dorsay matignon whitehall westminster buckingham-palace
  blue-house zhongnanhai casa-rosada miraflores planalto`.split(/\s+/u),
)

/** Bodies of a state that have a name of their own: the id by kind → the id by name. */
export const NATIONAL_BODIES: ReadonlyMap<string, string> = new Map(
  `us/foreign-ministry:state-department us/state-department:state-department us/defence-ministry:pentagon us/parliament:us/congress
  us/lower-house:us/house-of-representatives us/upper-house:us/senate us/treasury:us-treasury us/finance-ministry:us-treasury
  us/justice-department:us-justice-department us/justice-ministry:us-justice-department us/central-bank:fed
  us/presidency:white-house gb/foreign-ministry:uk-foreign-office gb/interior-ministry:uk-home-office
  gb/defence-ministry:uk-mod gb/parliament:westminster gb/lower-house:house-of-commons gb/upper-house:house-of-lords
  gb/central-bank:bank-of-england gb/treasury:uk-treasury ru/parliament:duma ru/lower-house:duma ru/upper-house:federation-council
  ru/presidency:kremlin de/parliament:bundestag de/lower-house:bundestag de/upper-house:bundesrat de/central-bank:bundesbank
  de/armed-forces:bundeswehr il/parliament:knesset il/armed-forces:idf ua/parliament:verkhovna-rada jp/parliament:diet
  in/lower-house:lok-sabha in/upper-house:rajya-sabha in/central-bank:rbi fr/lower-house:french-national-assembly
  cn/armed-forces:pla mm/armed-forces:tatmadaw kr/presidency:blue-house ua/security-services:sbu
  ve/national-guard:gnb ir/revolutionary-guards:irgc cn/parliament:npc-china hk/parliament:legco`
    .split(/\s+/u)
    .map((pair) => {
      const [kind = '', name = ''] = pair.split(':')
      return [`org:${kind}`, `org:${name}`] as const
    }),
)
