import ipaddr from 'ipaddr.js'

/** Where a webhook may go: `public`; `private` only where the configuration allows it; `never` in no case. */
export type AddressClass = 'public' | 'private' | 'never'

/** Of one's own networks: somebody may well want to be told there. */
const PRIVATE: ReadonlySet<string> = new Set(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal'])

/** The only addresses of IPv6 that are given out for the Internet (RFC 4291, IANA). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** Public by its number, but answered by the machine's own cloud: Azure's WireServer. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16', 'fd00:ec2::254', '100.100.100.200'])

/**
 * The class of an address. What is not known for public is refused: a range that is reserved today may be routed to
 * anything tomorrow. An address of IPv4 inside one of IPv6 (mapped, or by NAT64) is judged for what it is.
 */
export function classOf(address: string): AddressClass {
  if (!ipaddr.isValid(address)) return 'never'
  const parsed = ipaddr.parse(address)
  if (METADATA.has(parsed.toString())) return 'never'
  if (parsed instanceof ipaddr.IPv6) {
    const inner = embedded(parsed)
    if (inner !== null) return classOf(inner)
  }
  const range = parsed.range()
  if (PRIVATE.has(range)) return 'private'
  if (range !== 'unicast') return 'never'
  return parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_UNICAST) ? 'never' : 'public'
}

/** The address of IPv4 that one of IPv6 stands for (RFC 4291 section 2.5.5.2, RFC 6052); null: for none. */
function embedded(address: ipaddr.IPv6): string | null {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().toString()
  return address.range() === 'rfc6052' ? address.toByteArray().slice(-4).join('.') : null
}
