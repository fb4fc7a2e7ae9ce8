export { type OfficeHeld, officesHeld } from './actors/offices.ts'
export * from './actors/tables.ts'
export * from './documents/tables.ts'
export { type DryRunReport, type TableDifference } from './engine/compare.ts'
export { growHeapSlowly } from './engine/heap.ts'
export { discardParked, listParked, type Parked, type ParkedResult, releaseParked } from './engine/parked.ts'
export { type Page, type Projection } from './engine/projection.ts'
export { type Projector, type ProjectorDeps, startProjector } from './engine/projector.ts'
export {
  activateReplay,
  cancelReplay,
  getReplay,
  type Replay,
  type ReplayDeps,
  type ReplayResult,
  rollback,
  startReplay,
  type StartReplayResult,
} from './engine/replay.ts'
export { projectionStatus, type ProjectionStatus } from './engine/status.ts'
export * from './read.ts'
export { type ActorAsOf, actorMovedAsOf, actorsAsOf } from './reading/actors-as-of.ts'
export * from './reading/counted-cells.ts'
export * from './reading/filters.ts'
export * from './reading/find-events.ts'
export * from './reading/list-changes.ts'
export * from './reading/match-changes.ts'
export { calledSo, type MergedFrom, mergedInto } from './reading/names-of-actor.ts'
export * from './reading/one-statement.ts'
export * from './reading/sought.ts'
export { foldText } from './shared/text.ts'
export { countAll, countsTables } from './timeline/counts.ts'
export { PROJECTIONS } from './timeline/projection.ts'
export * from './timeline/tables.ts'
export { termHashSql, yearMixSql } from './timeline/terms.ts'
