export { annotate, ENGINE } from './annotate.ts'
