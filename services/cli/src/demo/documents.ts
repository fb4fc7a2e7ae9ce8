/**
 * The reports of the demo, written for it. Countries are real, so that places and demonyms resolve; people and
 * events are invented. The first two tell the same election.
 */
export interface DemoDocument {
  source: 'demo' | 'demo-wire' | 'demo-daily'
  externalId: string
  title: string
  publishedAt: string
  body: string
}

export const DEMO_DOCUMENTS: DemoDocument[] = [
  {
    source: 'demo',
    externalId: 'zambia-election-1',
    title: 'Chanda wins Zambian presidency in first round',
    publishedAt: '2026-08-17T15:20:00Z',
    body: `LUSAKA, Aug 17 – Opposition leader Miriam Chanda won Zambia's presidential election on Thursday with 53 percent of the vote, the electoral commission said on Monday.

Chanda, a 58-year-old economist, defeated President Joseph Mumbwe, who had been in power since 2016. Turnout was 71 percent, the commission said.

"We will govern for every Zambian, also for those who did not vote for us," Chanda told supporters in Lusaka.

Mumbwe rejected the result and said he would challenge it in court. Observers from the African Union said in a statement that the vote was "peaceful and orderly" despite long delays in the north.

Chanda is to be sworn in on 24 August.`,
  },
  {
    source: 'demo-wire',
    externalId: 'w-48121',
    title: 'Zambia elects Miriam Chanda as president',
    publishedAt: '2026-08-18T06:05:00Z',
    body: `Zambia has elected Miriam Chanda as its new president, ending ten years of rule by Joseph Mumbwe.

Chanda won the August 13 presidential election with more than 50 percent of the vote, according to the electoral commission in Lusaka.

The United States congratulated Chanda. "We look forward to working with the new government," State Department spokeswoman Laura Whitfield said.

In Kitwe, two people were injured on Monday night when supporters of Mumbwe clashed with police.`,
  },
  {
    source: 'demo',
    externalId: 'chile-protests',
    title: 'Clashes in Santiago over fare rise',
    publishedAt: '2026-09-05T21:40:00Z',
    body: `Police used tear gas and water cannon against protesters in Santiago on Friday after a march against higher bus fares turned violent.

At least 14 people were injured and 60 were arrested, Interior Minister Rodrigo Salvatierra said. Shops were looted in the centre of the Chilean capital.

Thousands of students had marched peacefully through Valparaíso on Thursday to demand that the government withdraw the increase.

"The police attacked us without any reason," said Camila Orrego, president of the student federation. The government announced a night-time curfew in Santiago on Saturday.`,
  },
  {
    source: 'demo',
    externalId: 'latvia-government',
    title: 'Latvian prime minister steps down',
    publishedAt: '2026-09-22',
    body: `RIGA – Latvian Prime Minister Andris Lielkalns resigned on Monday after his coalition lost a vote on the budget.

President Ilze Kronberga accepted his resignation and appointed Finance Minister Marta Ozola as acting prime minister on Tuesday.

Lielkalns, who had led the government since January 2025, told reporters that he had "no majority and therefore no mandate". An early parliamentary election will be held in November, Kronberga's office said.`,
  },
  {
    source: 'demo-wire',
    externalId: 'w-48977',
    title: 'Strong quake hits Sulawesi',
    publishedAt: '2026-10-03T11:10:00Z',
    body: `A strong earthquake struck the Indonesian island of Sulawesi early on Saturday, killing at least 37 people and leaving more than 5,000 homeless, officials said.

The quake destroyed hundreds of houses in the city of Palu. "We need tents, water and doctors," said Yusuf Mandar, the mayor of Palu.

Japan pledged $10 million in emergency aid, and Australia sent two transport planes with relief supplies.

Indonesia appealed to the United Nations for help.`,
  },
  {
    source: 'demo',
    externalId: 'ghana-togo',
    title: 'Ghana and Togo sign border accord',
    publishedAt: '2026-10-15',
    body: `ACCRA – Ghana and Togo signed an agreement on their maritime border on Wednesday, ending a dispute over oil fields that had lasted eight years.

The accord was signed in Accra by Ghanaian Foreign Minister Esi Quartey and her Togolese counterpart, Kodjo Amegah, after three days of talks mediated by the African Union.

"This is a victory for good neighbours," Quartey said. Amegah called on both parliaments to ratify the treaty before the end of the year.

Opposition parties in Togo criticised the deal. They accused the government of giving away the country's richest waters.`,
  },
]
