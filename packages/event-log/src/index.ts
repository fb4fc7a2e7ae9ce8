export { InvalidAppendError } from './append.ts'
export { type EventLogOptions, createEventLog } from './event-log.ts'
export * from './types.ts'
export type { Upcast } from './upcast.ts'
