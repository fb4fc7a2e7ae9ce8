import { adminOperations, deadLetterOperations } from './operations/admin.ts'
import { readOperations } from './operations/reads.ts'
import { serviceOperations } from './operations/service.ts'

/** The whole interface, by operation id. */
export const OPERATIONS = {
  ...readOperations,
  ...serviceOperations,
  ...adminOperations,
  ...deadLetterOperations,
}

export type OperationId = keyof typeof OPERATIONS
