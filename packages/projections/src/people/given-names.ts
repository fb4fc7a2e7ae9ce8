/** Short forms and other spellings of given names; the first of a line stands for all of it. */
const FORMS = `
abdullah abdallah abdulla
ahmed ahmad achmed
alexander alex aleksandr alexandr aleksander sasha sandy oleksandr
alexandra alex sandra sasha
alexei alexey aleksei aleksey alexi
alfred al alf fred
andrew andy drew andrei andrey andriy
anthony tony anton
arthur art
barbara barb babs
benjamin ben benny
bernard bernie
catherine cathy kathy kate katherine kathleen katie cate kathryn
charles charlie chuck chas
christine chris christina tina
christopher chris topher
curtis curt kurt
cynthia cindy
daniel dan danny
david dave davy
deborah debbie deb debra
dmitry dmitri dmitriy dimitri dmytro
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ted teddy ned
elizabeth liz lizzie beth betty eliza libby
eugene gene
francis frank
francisco paco pancho
frederick fred freddie fredrick
gabriel gabe
gennady gennadi gennadiy
gerald gerry jerry
geoffrey geoff jeff jeffrey jeffery
gregory greg gregg
harold hal harry
heather heath
henry harry hank
hussein husain hussain husayn
ibrahim ebrahim
igor ihor
isaac ike
jacob jake
jacqueline jackie
james jim jimmy jamie
jennifer jen jenny
jessica jess jessie
john jack johnny jon
jonathan jon
joseph joe joey josef
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence larry laurence
leonard len lenny leo
lewis lew lou louis
madeleine maddy
manuel manny
margaret maggie meg peggy marge
martin marty
matthew matt
maurice mo
maximilian max
michael mike mick micky mickey mikhail
michelle shelly
mohammed muhammad mohamed mohammad muhammed mohamad mahomet mehmed
muammar moammar muammer
mustafa mostafa moustafa
mykola nikolai nikolay nicolai
nancy nan
nathaniel nathan nate nat
nicholas nick nicky nicolas
nursultan noursoultan
osama usama
pamela pam
patricia pat patty trish
patrick pat paddy
peter pete pyotr petro
philip phil phillip
rafael rafi rafa
raymond ray
rebecca becky becca
reginald reg reggie
richard dick rick ricky rich richie
robert bob bobby rob robbie
ronald ron ronnie
rudolph rudy rudolf
samuel sam sammy
sergei sergey serhiy serge
stanley stan
stephen steve steven stephan
susan sue suzy suzanne
terence terry terrence terrance
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
valentina valya
valery valeri valeriy
victor vic viktor
victoria vicky vicki
vincent vince vinny
vladimir volodymyr vlad volodya vladymyr
walter walt wally
wilhelm willy
william bill billy will willie liam
yevgeny evgeny yevgeni evgeni evgeniy yevgeniy yevhen
yuri yury yuriy iouri
zachary zach zack
`

const forms = new Map<string, Set<string>>()
for (const line of FORMS.trim().split('\n')) {
  const [stem = '', ...others] = line.split(' ')
  for (const form of [stem, ...others]) forms.set(form, (forms.get(form) ?? new Set()).add(stem))
}

const NONE: ReadonlySet<string> = new Set()

/** The names that a given name may be a form of: "ted" of edward and of theodore; none where it is only itself. */
export function fullForms(name: string): ReadonlySet<string> {
  return forms.get(name) ?? NONE
}

/** Whether two given names may be forms of one. */
export function areFormsOfOne(a: string, b: string): boolean {
  const others = fullForms(b)
  for (const form of fullForms(a)) if (others.has(form)) return true
  return false
}
