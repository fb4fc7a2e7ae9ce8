/** Words that say how what they govern is told: meant, wished, claimed, undone. Lemmas. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

export const FUTURE = words(`plan schedule intend prepare expect set agree decide aim arrange resolve
  commit announce be slate poise due bind undertake order`)
export const WISH =
  words(`promise pledge vow want urge call ask demand threaten hope seek wish propose request need like prefer encourage
  consider appeal push press beg implore advise recommend suggest oppose mull advocate insist favor favour risk
  discuss contemplate offer dream campaign fear anticipate predict forecast warn pressure debate envisage dare tempt
  instruct tell invite persuade convince lobby warrant rule study await require`)
/** What had been meant or tried and did not come about. */
export const UNDONE =
  words(`cancel postpone abort fail refuse reject scrap shelve suspend delay halt collapse abandon block thwart foil
  veto defer drop`)
/** What did not even begin. */
export const KEPT_OFF = words(
  'avert prevent avoid decline forbid ban stop deny oppose prohibit resist lack preclude deter',
)
export const UNDONE_COMPLEMENT = words('fail refuse')
export const KEPT_OFF_COMPLEMENT = words('decline prevent stop forbid avoid deny ban bar block')
export const ALLEGED = words('accuse allege suspect claim purport rumour rumor implicate blame')
export const REPORTED = words('claim allege suspect insinuate purport')
export const DOUBTED = words('deny doubt dispute refute')
export const BELIEVED = words(
  'fear hope expect believe think predict worry suggest wonder imagine warn demand urge insist propose',
)
export const FUTURE_NOUNS = words('plan decision intention preparation date schedule agreement')
export const WISH_NOUNS =
  words(`call demand threat fear prospect possibility risk chance hope need proposal request appeal
  campaign warning offer talk danger likelihood speculation event case idea right ability attempt_to want bid
  eve lead-up run-up opposition`)
export const UNDONE_NOUNS = words(
  'cancellation postponement prevention avoidance absence failure lack rejection refusal',
)
export const ALLEGED_NOUNS = words('accusation allegation claim suspicion charge')
export const FUTURE_ADJECTIVES = words(
  'planned upcoming scheduled forthcoming coming next future proposed pending impending imminent',
)
export const DOUBTFUL_ADJECTIVES = words('possible potential hypothetical would-be likely further')
export const ALLEGED_ADJECTIVES = words('alleged suspected purported so-called reported supposed claimed')
export const UNDONE_ADJECTIVES = words('cancelled canceled postponed averted aborted rejected')

/** Verbs whose complement came about with them: "forced him to resign". */
export const CAUSES = words(
  'force help cause lead prompt allow enable permit let get make compel oblige drive continue begin start manage vote',
)
export const DONE_ADJECTIVES = words(
  'quick swift happy glad sorry proud first last slow lucky honoured honored sad pleased',
)
export const ADJECTIVES_OF_FUTURE = words('due set bound scheduled poised slated about')
/** What "the best option was a boycott" has for a subject. */
export const SUPPOSED = words(
  'option way solution aim goal hope demand priority idea plan answer alternative choice dream ambition objective',
)
