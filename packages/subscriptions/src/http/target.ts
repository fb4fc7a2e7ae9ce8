import { lookup as resolve, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { classOf } from './addresses.ts'

/** Why nothing is sent there, in words for the operator. */
export class ForbiddenTargetError extends Error {
  override name = 'ForbiddenTargetError'
}

export interface TargetRules {
  /** Addresses of private networks and loopback are let in, and there plain http too */
  allowPrivate: boolean
}

const LET_IN = 'WEBHOOKS_ALLOW_PRIVATE=true'

/** Parses where a webhook is to go; throws `ForbiddenTargetError` for what can never be sent to. */
export function targetOf(text: string, rules: TargetRules): URL {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new ForbiddenTargetError('must be a URL that begins with https://')
  if (url.username !== '' || url.password !== '')
    throw new ForbiddenTargetError('must not hold a user or a password: deliveries are signed')
  if (url.hash !== '') throw new ForbiddenTargetError('must not have a fragment, which is never sent')
  if (url.protocol === 'http:' && !rules.allowPrivate)
    throw new ForbiddenTargetError(
      'must begin with https://: what is sent in the clear can be read and changed. http:// is for private networks, ' +
        `once the service is started with ${LET_IN}`,
    )
  // The resolver is not asked about an address, so nothing else looks at it.
  const host = hostOf(url)
  if (isIP(host) !== 0) checkAddress(host, host, url.protocol, rules)
  return url
}

/**
 * Looks names up as the system does and lets nobody connect to an address that was not checked: the connection is made
 * to what this answers. One forbidden address among others forbids the name.
 */
export function checkedLookup(protocol: string, rules: TargetRules): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      try {
        checkAddresses(host, addresses, protocol, rules)
      } catch (forbidden) {
        return callback(forbidden as Error, '')
      }
      const [first] = addresses
      if (options.all) callback(null, addresses)
      else callback(null, first?.address ?? '', first?.family)
    })
  }
}

/** Throws where a name leads to an address that is forbidden; what cannot be looked up now may be later. */
export async function checkHost(url: URL, rules: TargetRules): Promise<void> {
  await new Promise<void>((done, refuse) => {
    checkedLookup(url.protocol, rules)(hostOf(url), { all: true }, (error) => {
      if (error instanceof ForbiddenTargetError) refuse(error)
      else done()
    })
  })
}

function checkAddresses(host: string, addresses: readonly LookupAddress[], protocol: string, rules: TargetRules): void {
  if (addresses.length === 0) throw new ForbiddenTargetError(`${host} has no address`)
  for (const { address } of addresses) checkAddress(host, address, protocol, rules)
}

function checkAddress(host: string, address: string, protocol: string, { allowPrivate }: TargetRules): void {
  const found = classOf(address)
  if (found === 'never' || (found === 'private' && !allowPrivate)) {
    const leads = host === address ? address : `${host} leads to ${address}, which`
    const unless = found === 'private' ? `, unless the service is started with ${LET_IN}` : ''
    throw new ForbiddenTargetError(`${leads} is no public address, so nothing is sent there${unless}`)
  }
  if (found === 'public' && protocol === 'http:')
    throw new ForbiddenTargetError(`${host} is public, where only https:// is sent to`)
}

/** Without the brackets of IPv6. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}
