/**
 * Last names that so many bear that even a given name with it says little, in the spelling of ids. After lists of the most
 * frequent ones in some dozen countries.
 */
const COMMON = `
smith jones williams brown taylor davis miller wilson moore anderson thomas jackson white harris martin thompson
robinson clark lewis walker hall allen young king wright scott green baker adams nelson hill campbell mitchell roberts
carter phillips evans turner parker collins edwards stewart morris murphy cook rogers morgan cooper peterson reed bailey
bell kelly howard ward cox richardson watson wood james bennett gray hughes price myers foster ross johnson jordan lee li
garcia rodriguez martinez hernandez lopez gonzalez gonzales perez sanchez ramirez torres flores rivera gomez diaz cruz
reyes morales ortiz gutierrez chavez ramos ruiz alvarez fernandez castro mendoza vargas silva santos oliveira souza pereira
costa ferreira rodrigues almeida kim park choi jung kang cho yoon jang lim han wang zhang chen liu yang huang zhao wu zhou
xu sun ma zhu hu guo he lin luo nguyen tran le pham phan vu sato suzuki takahashi tanaka watanabe ito yamamoto nakamura
singh kumar sharma gupta patel das khan ali ahmed ahmad hussain hussein hassan hasan mohammed mohamed muhammad mahmoud
ibrahim abdullah rahman malik iqbal akhtar begum saleh salem omar osman abbas karimi hosseini mohammadi ahmadi rezaei
ivanov smirnov kuznetsov popov petrov sokolov volkov novikov morozov pavlov muller mueller schmidt schneider fischer weber
meyer wagner becker martin bernard dubois durand moreau laurent rossi russo ferrari esposito bianchi papadopoulos yilmaz
kaya demir celik sahin okafor okonkwo mensah diallo traore kone coulibaly mohamud abdi
`

const common: ReadonlySet<string> = new Set(COMMON.trim().split(/\s+/))

export function isCommonLastName(last: string): boolean {
  return common.has(last)
}
