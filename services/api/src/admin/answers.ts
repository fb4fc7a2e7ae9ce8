import type { Response } from 'express'
import type { Call } from '../http/call.ts'
import { sendList } from '../http/lists.ts'

/** A list that is short by nature, on one page. */
export function sendAll(call: Call, items: readonly unknown[], asOf: bigint): void {
  call.response.set('Cache-Control', 'no-store')
  sendList(call, { items: items.map(jsonOf), next: null, limit: items.length, asOf })
}

/** Something secret, which nothing on its way may keep. */
export function sendSecret(response: Response, status: number, body: object): void {
  response.status(status)
  sendPlain(response, body)
}

export function sendPlain(response: Response, body: object): void {
  response.set({ 'Cache-Control': 'no-store', 'Content-Type': 'application/json; charset=utf-8' }).send(jsonOf(body))
}

/** JSON in which a position is a string of digits. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item))
}
