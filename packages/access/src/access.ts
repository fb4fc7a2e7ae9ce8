import type { Pool } from 'pg'
import { listActs } from './acts/list-acts.ts'
import { noteAct, settleAct } from './acts/note-act.ts'
import { authenticate } from './keys/authenticate.ts'
import { createKey } from './keys/create-key.ts'
import { listKeys } from './keys/list-keys.ts'
import { revokeKey } from './keys/revoke-key.ts'
import { rotateKey } from './keys/rotate-key.ts'
import { createSource } from './sources/create-source.ts'
import { deleteSource } from './sources/delete-source.ts'
import { listSources } from './sources/list-sources.ts'
import { rotateSource } from './sources/rotate-source.ts'
import { secretsOf } from './sources/secrets-of.ts'
import { touchSource } from './sources/touch-source.ts'
import type { Access } from './types.ts'

/** Keys, sources, and what is done with keys, in the schema `access`. */
export function createAccess({ pool, clock }: { pool: Pool; clock: () => Date }): Access {
  return {
    authenticate: (token) => authenticate(pool, token, clock()),
    createKey: (key) => createKey(pool, key, clock()),
    listKeys: () => listKeys(pool, clock()),
    revokeKey: (id) => revokeKey(pool, id, clock()),
    rotateKey: (id) => rotateKey(pool, id, clock()),
    createSource: (name) => createSource(pool, name, clock()),
    listSources: () => listSources(pool, clock()),
    rotateSource: (name) => rotateSource(pool, name, clock()),
    deleteSource: (name) => deleteSource(pool, name),
    secretsOf: (name) => secretsOf(pool, name, clock()),
    touchSource: (name) => touchSource(pool, name, clock()),
    noteAct: (act) => noteAct(pool, act, clock()),
    settleAct: (id, status) => settleAct(pool, id, status),
    listActs: (filter) => listActs(pool, filter),
  }
}
