import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// As for the command line: see services/cli/bin.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/dateline'))
await import('../src/main.ts')
