import { check, ipV4, ipV6, property } from 'fast-check'
import { expect, test } from 'vitest'
import { classOf } from './addresses.ts'

test.each([
  // IPv4
  ['127.0.0.1', 'private'],
  ['127.255.255.254', 'private'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'private'],
  ['100.127.255.255', 'private'],
  ['0.0.0.0', 'never'],
  ['0.1.2.3', 'never'],
  ['169.254.0.1', 'never'],
  ['169.254.169.254', 'never'],
  ['168.63.129.16', 'never'],
  ['100.100.100.200', 'never'],
  ['192.0.0.192', 'never'],
  ['192.0.2.1', 'never'],
  ['198.18.0.1', 'never'],
  ['198.51.100.1', 'never'],
  ['203.0.113.1', 'never'],
  ['224.0.0.1', 'never'],
  ['239.255.255.255', 'never'],
  ['240.0.0.1', 'never'],
  ['255.255.255.255', 'never'],
  ['1.1.1.1', 'public'],
  ['172.15.0.1', 'public'],
  ['172.32.0.1', 'public'],
  ['100.128.0.1', 'public'],
  ['192.169.0.1', 'public'],
  // IPv6
  ['::1', 'private'],
  ['fc00::1', 'private'],
  ['fdff::1', 'private'],
  ['::', 'never'],
  ['fe80::1', 'never'],
  ['febf::1', 'never'],
  ['fec0::1', 'never'],
  ['fd00:ec2::254', 'never'],
  ['ff02::1', 'never'],
  ['2001:db8::1', 'never'],
  ['2001::1', 'never'],
  ['2002:7f00:1::', 'never'],
  ['64:ff9b:1::1', 'never'],
  ['100::1', 'never'],
  ['5f00::1', 'never'],
  ['4000::1', 'never'],
  ['2606:4700:4700::1111', 'public'],
  // IPv4 inside IPv6
  ['::ffff:127.0.0.1', 'private'],
  ['::ffff:7f00:1', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['::ffff:169.254.169.254', 'never'],
  ['::ffff:0:127.0.0.1', 'never'],
  ['::7f00:1', 'never'],
  ['::127.0.0.1', 'private'],
  ['64:ff9b::127.0.0.1', 'private'],
  ['64:ff9b::a9fe:a9fe', 'never'],
  ['64:ff9b::1.1.1.1', 'public'],
  ['::ffff:1.1.1.1', 'public'],
  // No addresses
  ['', 'never'],
  ['localhost', 'never'],
  ['1.1.1.1 ', 'never'],
  ['fe80::1%eth0', 'never'],
] as const)('%s is %s', (address, expected) => {
  expect(classOf(address)).toBe(expected)
})

test('an address of IPv4 is of the same class however it is wrapped', () => {
  const alike = property(ipV4(), (address) =>
    [`::ffff:${address}`, `64:ff9b::${address}`].every((wrapped) => classOf(wrapped) === classOf(address)),
  )
  expect(check(alike).failed).toBe(false)
})

test('what is not in the ranges that are given out is never sent to', () => {
  const given = property(ipV6(), (address) => classOf(address) !== 'public' || /^([23]|64:ff9b|::|0)/i.test(address))
  expect(check(given, { numRuns: 1_000 }).failed).toBe(false)
})
