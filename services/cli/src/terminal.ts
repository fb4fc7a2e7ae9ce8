import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  update(done: number, total: number, note?: string): void
  stop(): void
}

/** Where a command speaks: results on standard output, progress on standard error and only where a person looks. */
export interface Terminal {
  say: (line: string) => void
  progress: (label: string) => Progress
}

export const terminal: Terminal = {
  say: (line) => {
    process.stdout.write(`${line}\n`)
  },
  progress(label) {
    const bar = new SingleBar(
      {
        format: `${label} [{bar}] {percentage} %  {value}/{total}  {note}`,
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: false,
      },
      Presets.shades_classic,
    )
    let started = false
    return {
      update(done, total, note = '') {
        if (!started) bar.start(total, done, { note })
        started = true
        bar.setTotal(total)
        bar.update(done, { note })
      },
      stop() {
        if (started) bar.stop()
      },
    }
  },
}

/** Rows as aligned text, the first one the heading. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
