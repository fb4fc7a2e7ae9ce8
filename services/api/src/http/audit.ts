import { OPERATIONS, type Operation } from '@dateline/contract'
import type { ApiDeps } from '../deps.ts'
import type { Call } from './call.ts'
import { requestIdOf } from './request-id.ts'

/** Of whichever operation. */
type AnyCall = Pick<Call, 'principal' | 'request' | 'response'> & { params: unknown; body: unknown }

const NAMES = new Map<Operation, string>(Object.entries(OPERATIONS).map(([name, operation]) => [operation, name]))

/**
 * Notes what is asked for with an admin key and changes something, before it is done: what cannot be noted is not done.
 * How it ended is added when it is answered.
 */
export async function noteActOf(
  { access, logger }: Pick<ApiDeps, 'access' | 'logger'>,
  operation: Operation,
  { principal, params, body, request, response }: AnyCall,
): Promise<void> {
  if (operation.access !== 'admin' || operation.method === 'get' || principal === null) return
  const id = await access.noteAct({
    by: { keyId: principal.keyId, name: principal.name },
    action: NAMES.get(operation) ?? operation.path,
    target: params as object,
    ...(body === undefined ? {} : { detail: body }),
    requestId: requestIdOf(response),
    address: request.ip ?? '',
  })
  response.once('close', () => {
    if (!response.writableFinished) return
    access.settleAct(id, response.statusCode).catch((error: unknown) => {
      logger.error({ err: error, act: id }, 'how an act ended could not be noted')
    })
  })
}
