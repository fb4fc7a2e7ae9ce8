import { words } from './words.ts'

/** Given to both, says one list or another, but in the news men's names, and women's. */
const MOSTLY_MALE =
  words(`aaron abel alain alban albert alec alexandre alfred alois alphonse andre anatolie antoine antonin antony
  armand armel arthur ashton auguste augustin axel basile ben benjamin benny bernard bertin billy blaise bruno cameron carmine
  casimir charles christophe christian claude clement clemente constantine cornell dan daniel danny davide davy denis derin
  didier dylan eddie eddy edmond eli elie elijah elliott emanuele emerson emery emmanuel ernest eugene ezra felix ferdinand
  francois frantz fred freddie freddy frederic gabriele gaston georges gerald gerard germain gilbert glenn guillaume gustave
  guy henri henry hubert ilya isidore islam jacky jacob jacques jaime jay jerzy joachim joel johan johann jonas jose joseph
  joshua josua juan jude jules julien jun karim karol keith kenji kenny kyle lamar lambert laurent lawrence leon leonid logan
  louie luc luca lucien marc marcel marin mario marius martial martin mathias mathieu mati matti maurice max maxence maxime
  michel milan milo mohamed moussa nathan nathanael nazar nestor nicolas nidal nikita nikola noel nolan norbert octave olivier
  ollie ousmane pascal patrick paul philippe pierre raoul raphael raymond reagan rene richard ricky rio robert roger roland
  romain ronnie rony rudy ryan samson sebastien serge simon sofiane spencer stephane sylvain sully sultan swen teddy thomas
  tien timothee tony tyler uriel valentin vicente victor vincent wally warren wei wilfrid william willie willy wissam yann
  yuri yves zacaria zacharie`)
const MOSTLY_FEMALE =
  words(`andree annet augustine benjamine camill catherin christina claudi denice gabrielle germaine jacquelin jocelin
  joscelyn joselyn josselyn laurence lauren laurice lois lula madalin natale shiraz maxie taylor tayler toni jody jodie
  kellyann terri`)

/**
 * Given names that the package lists lack, or that news meets often: Arabic, Persian, Turkic, Slavic, South and East
 * Asian, African, in common transcriptions. Own table.
 */
export const MALE_GIVEN_NAMES = MOSTLY_MALE.concat(
  words(`abbas abdel abdelaziz abdelfattah abdelkader abdirahman abdul abdulaziz abdulkarim
  abdullah abdullahi abdulrahman abdurrahman abiy abu adel adnan ahmad ahmadou ahmed akbar akhmed aktham ali alaa aliyu
  alpha amadou amin amir amr anwar ariel arash aslan assad atiku atif avigdor aymen ayman aziz babak baburam bakir
  bakary bashar bashir basuki behrouz benazir-ali berdimuhamed bilal binyamin bola bongbong boubacar buhari burhan
  cyril daud djibo ehud ehsan ekrem emomali essam evo fadi fahad faisal faiz farid farouk faustin fayez fazlur
  fethullah fouad fuad fumio gamal gennady gholam goodluck gulbuddin gurbanguly habib hadi hafiz hage haider haile
  hakan hamad hamdi hamid hamza haris haroon hasan hashim hashem hassan hassanal heydar hichem hisham hosni hossein houari
  hun hussain hussein ibrahim idriss ilham imad imran irakli islam ismail ismael issa itamar ivo jakaya jalal jamal
  jamil javad javed jawad joko jokowi jusuf kais kamal kamran karim kassim kassym kassym-jomart kemal keir khaled khalid
  khalifa khalil kofi kurmanbek laurent-désiré lansana levy macky mahathir mahmood mahmoud mahinda majid
  malik mamadou mamady manmohan mansour marwan masoud massoud mehdi mehmet mikheil mikhail mir mirza miguel
  mohamad mohamed mohamedou mohammad mohammed mohamud mohsen moktar moncef moqtada mostafa moussa muammar
  muhammad muhammadu mukhtar mullah munir muqtada murtaza musa mustafa mwai nabih nabil nadeem naftali najib narendra
  naser nasser nasir nawaz nazir nicolas nikol nizar noor nouri nur nursultan obaidullah olusegun omar ömer
  osama oumarou osman pervez prayut qasem qais qasim rached rafael rafik rafiq raila rajab rajiv rahul ramin ramzan
  ranil rashid recep reza riad riyad rodrigo ruhollah rustam saad sabah saddam sadiq sadyr saeed saif said
  sajid salah saleh salem salman salva sami samir saparmurat sardar sassou sayed sayyid sergei serzh shah shahbaz shahid
  shamil sharif shaukat shavkat shehbaz sheikh shimon shinzo sidiki sirajuddin slobodan sooronbay suharto suleiman
  susilo syed taha tahir taieb talal tarek tareq tariq tayyip thabo thein thaksin timur turgut
  umar umaru uhuru usman vaclav vahid viktor vladimir volodymyr vyacheslav vojislav wael waleed walid wasim wissam
  xanana yahya yair yahia yasir yasser yasin yitzhak yoon yoweri youssef yusuf yukio zain zalmay zayd zayed ziad zine
  zoran zulfikar aleksandr aleksander aleksei alexei alexey alyaksandr anatoly andrei andrey andriy andrzej arkady
  arseniy artem artyom bogdan boris bohdan bronislaw denys denis dmitri dmitry dmytro dragan eduard evgeny fyodor
  gleb goran grigory gennadi gyorgy igor ihor ilya ivan ivica iosif jaroslav jaroslaw jiri josip kirill kiril konstantin
  kostyantyn lech leonid lev luka maksim maxim mateusz milan milorad milos miroslav mykola mykhailo nikita nikolai nikola
  nikolay oleg oleh oleksandr oleksiy pavel pavlo petar petr petro piotr radovan ratko roman ruslan rustem sergey serhiy
  semyon stanislav stepan svyatoslav taras timofei vadim vasily vasyl vitaly vitali vitaliy vladislav volodimir vuk
  vyacheslav wladyslaw wojciech yakov yaroslav yegor yevgeny yevhen yuri yury yuriy zbigniew zdravko akira hideki hiroshi
  ichiro junichiro kenji koichi makoto masahiko naoto shigeru shinichi taro takeshi tetsuya toshihiko yasuo yasuhiro
  yoshihide yoshihiko jinping jiabao keqiang jintao zemin xiaoping enlai zedong jong-un jong-il il-sung jae-in geun-soo
  myung-bak moo-hyun dae-jung seok-youl suk-yeol jun-seok ban ki-moon chee-hwa anutin srettha abhisit anwar lim
  budiono prabowo bambang rizal surya arvind amit anil arun ashok atal bal bimal dinesh gopal hari indrajit jagdish
  jawaharlal kapil krishna kumar lal madhav mahendra manish mukesh nitin prakash pranab praveen pushpa ram rajendra
  rajesh rajnath rakesh ramesh ravi sanjay satish shashi shyam sitaram subhas sunil suresh vijay vinod vivek yashwant
  gotabaya maithripala abebe afewerki bereket bekele demeke girma hailemariam isaias meles tedros tewolde
  kwame kwasi kojo nana akufo chinua emeka chukwuma obinna ifeanyi oluwaseun babatunde adebayo sani bukola yemi musa
  emmerson jacob tendai tapiwa thabiso sipho jabulani mandla sizwe mangosuthu desmond oginga mwangi kamau
  juvenal agathon theoneste alassane blaise guillaume félix felix joseph-désiré laurent moïse moise etienne gnassingbe
  faure thabane daouda diego alejandro alfredo alvaro álvaro andres andrés arturo augusto carlos cesar césar cristian
  eduardo enrique ernesto fabricio felipe fernando fidel francisco gabriel gerardo guillermo gustavo hector héctor hugo
  ignacio iván jaime javier jesus jesús joaquin joaquín jorge jose josé juan julio leopoldo lenin luis manuel marcelo
  mario martín martin mauricio miguel nayib nestor néstor nicolás oscar óscar pablo pedro rafael ramon ramón raul raúl
  rene rené ricardo roberto rodrigo ruben rubén salvador samuel santiago sergio tarek tomas tomás vicente victor víctor
  virgilio evo jair lula luiz fernando aécio geraldo gilberto joão joao itamar michel ömer egemen devlet bülent ahmet
  kemal ekrem selahattin süleyman hakan mevlüt hulusi abdullatif costas kostas giorgos george yannis yiannis
  yanis giannis alexis antonis kyriakos panos dimitris nikos christos evangelos stavros vangelis alexandros andreas
  lars kjell göran carl-gustaf jyrki sauli matti paavo esko petteri janez borut janša zoltan viktor ferenc péter
  peter laszlo lászló gyula bajram hashim edi sali fatos ramush xavier pape modou ousmane seydou yahya`),
)
export const FEMALE_GIVEN_NAMES = MOSTLY_FEMALE.concat(
  words(`aisha aisyah ayesha amina aminata amira anastasia anastasiya anastasiia asma asmaa
  atifete ayaan benazir bouthaina dalia dilma dina ebtekar eman fadwa faiza farah farida fatemeh fatima fatou
  fawzia fatoumata ghada gulnara gulnaz gülşen habiba hala hanan hanin hasina hind hoda houda huda iman indira intisar
  jamila khadija khaleda laila lamia layla leila leyla lubna maha mahnaz malala malika manal mariam maryam masih mehriban
  meral michelle mona munira nadia nahid naima najat narges nasrin nawal nazanin negar neda nermin nesrin nora noura
  parveen rabia raghad rahma rana rania reem rima roza sabeen saida salma samira sana sanaa shaimaa shahnaz
  shakila sharbat sheherazade shirin soraya sultana susana tawakkol umm wafa yasmin yasmine zahra zainab zaynab zeinab
  zohra zuhal zoya aleksandra alexandra alla alina alyona anna dariga darya ekaterina elena elina evgenia galina
  gulshan inna irina kateryna katerina ksenia larisa larysa lidia ludmila lyudmila lyubov margarita maria marina mariya
  marta nadezhda natalia nataliya natalya nina oksana olena olga olha polina raisa sofia sofiya svetlana sviatlana
  tatiana tatyana tetyana valentina valeria vera veronika viktoria yana yelena yekaterina yevgenia yulia yuliya yuliia
  zhanna zinaida jadranka kolinda biljana ivanka dragana jelena milica vesna zorana ewa beata malgorzata agnieszka
  akiko ayako fumiko hiroko junko kazuko keiko makiko michiko naomi noriko sadako sanae seiko yoko yuko yuriko
  kyung-wha geun-hye yo-jong sol-ju ing-wen yingluck peng suu kyi mei-ling qing xiaoming lihua aroon
  ambika anjali aruna asha jayalalithaa jayalalitha kiran lakshmi lata mamata mayawati meena meera menaka mira
  mukhtaran nirmala nirupama prathibha pratibha priyanka pushpa rajni rekha renu savitri shobha sita smriti sonia
  sunita sushma uma vasundhara vijaya chandrika sirimavo megawati sri retno corazon imelda leni
  ellen graça graca winnie joyce nkosazana wangari zodwa thandi thuli naledi lindiwe yaa ama efua ngozi
  chimamanda folake funmi bisi amaka adaobi hadiza zainab safiya ameenah samia rebeca fumilayo angela ursula
  alejandra beatriz claudia cristina delcy dolores ester gloria ingrid isabel janja jeanine keiko laura lucía lucia
  manuela marcela maría marina mireya piedad rigoberta rosario tibisay verónica veronica violeta xiomara
  yolanda zoila tansu ayşe ayse emine hatice fatma zeynep elif meral pinar gülten figen sevim dora marietta
  sofia aliki marika vasiliki eleni zoe katerina fofi rena`),
)

/** Written alike in both; or words, months, places that also are names: no evidence of a person by themselves. */
export const WEAK_GIVEN_NAMES: ReadonlySet<string> = new Set(
  words(`april august autumn bill chance china christian diamond east faith france georgia grace grant guy hope
  house india israel jordan joy june justice lance law liberty london major mark may mercy milan north paris patience
  price prince reed rich rose rusty sandy senator sierra sky south star summer sydney sunday thursday trinity victor
  victory virginia west will winter asia america austin berlin boston brooklyn carolina chad charity cuba dakota dallas
  denver destiny dubai earl eden egypt florence florida general geneva haven heaven houston ireland italy judge jersey
  kenya king lincoln lisbon lorraine madison malta memphis mexico montana native orlando pearl phoenix queen rio
  river rome royal santiago savannah siena syria tennessee texas tiger tripp troy vienna angel princess marshall
  reason true truth union unique valencia victoria odessa persia marine chelsea cameroon camp chase kingston melody
  de da di la le el van von der den du san santa saint port new old the and of on in at al ben man my so an no it we
  he she they them you us our his her page lane field ford clay post young long short white black green brown
  gray grey gold silver stone wood woods lake hill`),
)
