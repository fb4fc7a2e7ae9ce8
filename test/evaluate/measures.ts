import { join } from 'node:path'

/** A figure that a scorer prints with `--json`, and what we want of it. */
export interface Measure {
  label: string
  path: string
  /** The figure to reach; `most` where less is better */
  target: number
  most?: boolean
}

export interface ScoredSet {
  name: string
  scorer: string
  /** The scorer's arguments that name the gold, in a gold folder */
  gold: (folder: string) => string[]
  /** Further arguments when scoring */
  options: string[]
  /** Scored is not what is annotated but the events that it ends in; the scorer explains nothing */
  identity?: true
  measures: Measure[]
}

export const SETS: ScoredSet[] = [
  {
    name: 'articles',
    scorer: 'events.mjs',
    gold: (folder) => [join(folder, 'articles')],
    options: [],
    measures: [
      { label: 'core events: recall', path: 'overall.recallCore', target: 0.75 },
      { label: 'events: precision', path: 'overall.precision', target: 0.75 },
      { label: 'other than statements: core recall', path: 'overall.otherThanStatements.recallCore', target: 0.65 },
      { label: 'other than statements: precision', path: 'overall.otherThanStatements.precision', target: 0.7 },
      { label: 'dates exact', path: 'overall.onMatched.dateExact', target: 0.85 },
      { label: 'dates compatible', path: 'overall.onMatched.dateCompatible', target: 0.93 },
      { label: 'dates invented', path: 'overall.onMatched.dateInvented', target: 0.05, most: true },
      { label: 'participants with role: recall', path: 'overall.onMatched.participantsWithRole.r', target: 0.75 },
      { label: 'participants with role: precision', path: 'overall.onMatched.participantsWithRole.p', target: 0.8 },
      { label: 'place country', path: 'overall.onMatched.placeCountry', target: 0.9 },
      { label: 'realis', path: 'overall.onMatched.realis', target: 0.9 },
      { label: 'right speaker', path: 'overall.onMatched.speaker', target: 0.92 },
      { label: 'quotes exact: precision', path: 'overall.onMatched.quotes.p', target: 0.98 },
      { label: 'quotes exact: recall', path: 'overall.onMatched.quotes.r', target: 0.98 },
      { label: 'negatives hit', path: 'overall.negativeHits', target: 0, most: true },
    ],
  },
  {
    name: 'timex',
    scorer: 'timex.mjs',
    gold: (folder) => [join(folder, 'timex')],
    options: ['--sentences', '6'],
    measures: [
      { label: 'time expressions: relaxed F1', path: 'relaxed.f1', target: 0.92 },
      { label: 'time expressions: value F1', path: 'valueF1.f1', target: 0.82 },
    ],
  },
  {
    name: 'attributions',
    scorer: 'attributions.mjs',
    gold: (folder) => [join(folder, 'attributions')],
    options: [],
    measures: [
      { label: 'content recall', path: 'content.r', target: 0.8 },
      { label: 'content precision', path: 'content.p', target: 0.85 },
      { label: 'right source given content', path: 'onMatched.sourceHead', target: 0.88 },
    ],
  },
  {
    name: 'class, PLOVER',
    scorer: 'class.mjs',
    gold: (folder) => ['plover-gsr', join(folder, 'class/plover-gsr/gold_standard_records/PLOVER_GSR_CAMEO.txt')],
    options: [],
    measures: [
      { label: 'single sentences: accepted type', path: 'overall.accuracy', target: 0.6 },
      { label: 'single sentences: no event', path: 'overall.noEvent', target: 0.2, most: true },
    ],
  },
  {
    name: 'ecb',
    scorer: 'ecb.mjs',
    gold: (folder) => [join(folder, 'ecb/ECB+')],
    options: [],
    identity: true,
    measures: [
      { label: 'identity, aligned: CoNLL F1', path: 'aligned.conll', target: 0.75 },
      { label: 'identity: precision of merged pairs', path: 'pairs.precision', target: 0.9 },
    ],
  },
]
