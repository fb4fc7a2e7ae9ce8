export * from './actors/tables.ts'
export * from './documents/tables.ts'
export * from './read.ts'
export * from './timeline/tables.ts'
