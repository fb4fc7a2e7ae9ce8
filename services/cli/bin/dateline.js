#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Before anything else is loaded, and in JavaScript, since what takes the types out takes long to load. Beside the code
// that it is made of, not in the machine's folder for temporary files, where others could put theirs; where one may not
// write, there is none, and nothing is said.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/dateline'))
await import('../src/main.ts')
