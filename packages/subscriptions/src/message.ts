import type { DeliveryKind } from './types.ts'

/**
 * The body of a delivery, made of the changes' own JSON. The same for every attempt: its `timestamp` is that of the
 * delivery. Its shape is `WebhookMessage` of the contract.
 */
export function messageOf(
  { subscription, kind, createdAt }: { subscription: string; kind: DeliveryKind; createdAt: Date },
  changes: readonly string[],
): string {
  const head = { type: TYPES[kind], timestamp: createdAt.toISOString(), subscription }
  return `${JSON.stringify(head).slice(0, -1)},"data":[${changes.join(',')}]}`
}

const TYPES: Readonly<Record<DeliveryKind, string>> = {
  changes: 'timeline.changes',
  resync: 'timeline.resync',
  test: 'test',
}
