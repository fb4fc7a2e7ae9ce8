/** Words that news texts of any subject have in common, so that sharing them says nothing. Folded. */
export const COMMON: ReadonlySet<string> = new Set(
  `about above according accused across after again against ago all allegedly along already also although among amid and
  announced another any anyone apparently are around arrived asked away back became because become been before began
  begin being believe between both bring brought but call called came can carried case cause caused citing come coming
  confirmed could country day days did died different do does doing done down due during each early earlier eight either
  end ended enough even evening event ever every expected far few find first five following for former found four from
  full further gave get give given giving going got government great had half happened has have having he held help her
  here high him himself his home hour hours how however hundreds if immediately including incident inside instead into is
  it its itself just keep kept killed killing know known large last late later latest leading least leave led left less
  like little local long made main make making man many may meanwhile members men might million minutes month months more
  morning most mr mrs ms much must near nearly never new news next night nine nor not now number off office officer
  officials often old on once one only open or other others our out outside over own part people per person place plan
  point police possible put quickly quoted reached recent report reported reporters reports right said same saw say saying
  says second see seen set seven several shall she should show shows since site situation six small so some someone soon
  source sources spokesman spokesperson spokeswoman started state statement still such take taken taking tell ten than
  that the their them themselves then there these they thing third this those though thought thousands three through time
  times to today together told took toward towards tried trying turned two under until up upon use used very via was way
  week weekend weeks well went were what when where whether which while who whole whom whose why will with within without
  witnesses woman women work would year years yesterday yet you young your
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
)
