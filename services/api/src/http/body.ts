import { ProblemError } from '@dateline/contract'
import express, { type RequestHandler } from 'express'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads the bytes of a body, whatever it calls itself; a compressed one is not taken. */
export function rawBody(limit: number): RequestHandler {
  return express.raw({ type: () => true, limit, inflate: false })
}

/** The bytes that `rawBody` read. */
export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

/** Parses JSON in UTF-8 and nothing else. */
export function parseJson(bytes: Buffer): unknown {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    throw new ProblemError('invalid-json', 'The body is not UTF-8.')
  }
  if (isTooDeep(text)) throw new ProblemError('invalid-json', `The body is nested deeper than ${MAX_DEPTH} levels.`)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    // V8 quotes the body in its message; the position alone is enough, and never long.
    const at = /at position \d+(?: \(line \d+ column \d+\))?/.exec(error instanceof Error ? error.message : '')?.[0]
    throw new ProblemError(
      'invalid-json',
      text === '' ? 'The body is empty.' : `The body is not JSON${at ? `: ${at}` : ''}.`,
    )
  }
}

/** Whoever walks a value goes as deep as it is nested, and the stack ends somewhere. */
const MAX_DEPTH = 64

function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth -= 1
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
