import type { Delivery, Subscription } from '@dateline/subscriptions'

/** As the contract has it; `shown` is the position that the timeline shows. */
export function subscriptionView({ number: _number, buildVersion: _version, ...rest }: Subscription, shown: bigint) {
  const { position, lastDelivery } = rest
  return {
    ...rest,
    lag: shown > position ? Number(shown - position) : 0,
    lastDelivery: lastDelivery && deliveryView(lastDelivery),
  }
}

export function deliveryView({ number: _number, filters: _filters, ...rest }: Delivery) {
  return rest
}
