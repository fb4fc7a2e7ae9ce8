export { plainText } from './html.ts'
export type { DocumentStatus } from './known.ts'
export { type ParsedDocument, type ParseResult, parseDocument } from './parse-document.ts'
export * from './submit.ts'
