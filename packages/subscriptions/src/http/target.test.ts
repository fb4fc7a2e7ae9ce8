import { describe, expect, test } from 'vitest'
import { checkHost, checkedLookup, ForbiddenTargetError, targetOf } from './target.ts'

const open = { allowPrivate: true }
const closed = { allowPrivate: false }

describe('a URL is refused', () => {
  test.each([
    ['', 'must be a URL that begins with https://'],
    ['receiver.example/hook', 'must be a URL that begins with https://'],
    ['ftp://receiver.example', 'must be a URL that begins with https://'],
    ['file:///etc/passwd', 'must be a URL that begins with https://'],
    ['javascript:alert(1)', 'must be a URL that begins with https://'],
    ['gopher://127.0.0.1:6379/', 'must be a URL that begins with https://'],
    ['https://user:secret@receiver.example', 'must not hold a user or a password'],
    ['https://user@receiver.example', 'must not hold a user or a password'],
    ['https://receiver.example/#here', 'must not have a fragment'],
    ['http://receiver.example', 'must begin with https://'],
    ['https://127.0.0.1', 'nothing is sent there, unless the service is started with WEBHOOKS_ALLOW_PRIVATE=true'],
    // Other ways to write it.
    ['https://127.1', '127.0.0.1 is no public address'],
    ['https://2130706433', '127.0.0.1 is no public address'],
    ['https://0x7f000001', '127.0.0.1 is no public address'],
    ['https://0177.0.0.1', '127.0.0.1 is no public address'],
    ['https://①②⑦.0.0.1', '127.0.0.1 is no public address'],
    ['https://127.0.0.1.', '127.0.0.1 is no public address'],
    ['https://0', '0.0.0.0 is no public address, so nothing is sent there'],
    ['https://[::1]', '::1 is no public address'],
    ['https://[::]', ':: is no public address'],
    ['https://[::ffff:127.0.0.1]', '::ffff:7f00:1 is no public address'],
    ['https://[64:ff9b::10.0.0.1]', '64:ff9b::a00:1 is no public address'],
    ['https://[fd00:ec2::254]', 'fd00:ec2::254 is no public address'],
    ['https://169.254.169.254/latest/meta-data/', '169.254.169.254 is no public address'],
  ])('%s', (url, reason) => {
    expect(() => targetOf(url, closed)).toThrow(ForbiddenTargetError)
    expect(() => targetOf(url, closed)).toThrow(reason)
  })

  test.each([
    ['http://169.254.169.254', 'is no public address'],
    ['http://[fe80::1]', 'is no public address'],
    ['http://0.0.0.0', 'is no public address'],
    ['http://224.0.0.1', 'is no public address'],
    ['http://1.1.1.1', 'where only https:// is sent to'],
  ])('%s, also where private networks are open', (url, reason) => {
    expect(() => targetOf(url, open)).toThrow(reason)
  })
})

test.each([
  ['https://receiver.example:8443/a?b=c', closed],
  ['https://1.1.1.1', closed],
  ['http://127.0.0.1:8080', open],
  ['http://[::1]', open],
  ['http://10.1.2.3', open],
])('%s is taken', (url, rules) => {
  expect(targetOf(url, rules).href).toMatch(url.slice(0, 12))
})

describe('a name', () => {
  const lookUp = (host: string, protocol: string, rules: { allowPrivate: boolean }, all: boolean) =>
    new Promise((resolve, reject) => {
      checkedLookup(protocol, rules)(host, { all }, (error, address) => (error ? reject(error) : resolve(address)))
    })

  test('that leads to loopback is refused where the connection would be made', async () => {
    for (const all of [true, false])
      await expect(lookUp('localhost', 'https:', closed, all)).rejects.toThrow(
        /^localhost leads to .*no public address/,
      )
    await expect(checkHost(new URL('https://localhost'), closed)).rejects.toThrow(ForbiddenTargetError)
  })

  test('that leads there is taken where private networks are open', async () => {
    expect(await lookUp('localhost', 'http:', open, false)).toMatch(/^(127\.0\.0\.1|::1)$/)
    expect(await lookUp('localhost', 'http:', open, true)).toContainEqual(
      expect.objectContaining({ address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) as unknown }),
    )
    await checkHost(new URL('http://localhost'), open)
  })

  test('that cannot be looked up may be later', async () => {
    await checkHost(new URL('https://nowhere.invalid'), closed)
    await expect(lookUp('nowhere.invalid', 'https:', closed, true)).rejects.toThrow('nowhere.invalid')
  })
})
