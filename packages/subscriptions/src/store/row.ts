import type { Filters } from '@dateline/projections'
import type { Attempt, Delivery, DeliveryKind, DeliveryState } from '../types.ts'

/** The columns of a delivery, by which `deliveryOf` reads it; `as` is the table's name in the statement. */
export const deliveryColumns = (as: string) =>
  ['id', 'number', 'kind', 'state', 'first_position', 'first_n', 'last_position', 'last_n', 'changes', 'created_at']
    .concat('ended_at', 'filters', 'attempts')
    .map((column) => `${as}.${column}`)
    .join(', ')

export interface DeliveryRow {
  id: string
  number: bigint
  kind: DeliveryKind
  state: DeliveryState
  first_position: bigint | null
  first_n: number | null
  last_position: bigint | null
  last_n: number | null
  changes: number
  created_at: Date
  ended_at: Date | null
  filters: Filters | null
  attempts: Attempt[]
}

export function deliveryOf(row: DeliveryRow): Delivery {
  const { id, number, kind, state, changes, filters, attempts, created_at, ended_at } = row
  return {
    id,
    number,
    kind,
    state,
    first: pointOf(row.first_position, row.first_n),
    last: pointOf(row.last_position, row.last_n),
    changes,
    createdAt: created_at,
    endedAt: ended_at,
    filters,
    attempts,
  }
}

function pointOf(position: bigint | null, n: number | null) {
  return position === null || n === null ? null : { position, n }
}
