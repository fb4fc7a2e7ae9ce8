export * from './access.ts'
export * from './types.ts'
