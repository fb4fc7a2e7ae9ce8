import { adminOperations, deadLetterOperations } from './operations/admin.ts'
import { correctionOperations } from './operations/corrections.ts'
import { readOperations } from './operations/reads.ts'
import { serviceOperations } from './operations/service.ts'
import { subscriptionOperations } from './operations/subscriptions.ts'

/** The whole interface, by operation id. */
export const OPERATIONS = {
  ...readOperations,
  ...serviceOperations,
  ...adminOperations,
  ...deadLetterOperations,
  ...correctionOperations,
  ...subscriptionOperations,
}

export type OperationId = keyof typeof OPERATIONS
