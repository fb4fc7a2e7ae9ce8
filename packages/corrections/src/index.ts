export { correct } from './correct.ts'
export { listCorrections } from './list.ts'
export type { Author, CorrectionDeps, CorrectionResult } from './types.ts'
