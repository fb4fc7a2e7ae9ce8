import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeLock } from './lock.ts'

let home: string
let children: ChildProcess[]
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'dateline-lock-'))
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(home, { recursive: true })
})

async function shell(script: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  const said = await new Promise((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  return { child, said: String(said) }
}

/** As another process wrote it. */
async function lockedBy(pid: number): Promise<void> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  await writeFile(join(home, 'launcher.pid'), JSON.stringify({ pid, started }))
}

test('one holds it, by name, until it lets go', async () => {
  const release = await takeLock(home, 'data')
  await expect(takeLock(home, 'data')).rejects.toThrow(`data is in use by process ${process.pid}.`)
  await release()
  await release()
  expect(await takeLock(home, 'data')).toBeTypeOf('function')
})

test('what a crash cut off while it was written holds nothing', async () => {
  await writeFile(join(home, 'launcher.pid'), '{"pid":')
  expect(await takeLock(home, 'data')).toBeTypeOf('function')
})

describe.runIf(process.platform === 'linux')('another process', () => {
  test('holds it while it lives', async () => {
    const { child } = await shell('echo ready; exec sleep 60')
    await lockedBy(child.pid ?? 0)
    await expect(takeLock(home, 'data')).rejects.toThrow(`data is in use by process ${child.pid}.`)
  })

  test('holds nothing when it has ended, though its parent never looked', async () => {
    // The shell becomes a program that does not know of the child.
    const { said } = await shell('sh -c "exit 0" & echo $!; exec sleep 60')
    const pid = Number(said)
    await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8'), { timeout: 5_000 }).toContain(') Z ')
    await lockedBy(pid)
    expect(await takeLock(home, 'data')).toBeTypeOf('function')
  })

  test('holds nothing when its number was given to one that began later', async () => {
    const { child } = await shell('echo ready; exec sleep 60')
    await writeFile(join(home, 'launcher.pid'), JSON.stringify({ pid: child.pid, started: '17' }))
    expect(await takeLock(home, 'data')).toBeTypeOf('function')
  })
})
