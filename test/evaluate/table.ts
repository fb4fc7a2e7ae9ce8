export interface Row {
  set: string
  label: string
  value: number | null
  target: number
  /** The target is an upper bound */
  most: boolean
  last: number | null
}

/** The rows as aligned text: what is measured, the figure, its target and whether it is reached, the last run. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.set,
    row.label,
    figure(row.value),
    `${row.most ? '≤' : '≥'} ${figure(row.target)}`,
    row.value === null ? '?' : reached(row, row.value) ? '✓' : '·',
    row.last === null ? '' : figure(row.last),
    row.last === null || row.value === null ? '' : change(row.value - row.last),
  ])
  const all = [['set', 'measure', 'figure', 'target', '', 'last', 'change'], ...cells]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const figure = (value: number | null) =>
  value === null ? '–' : Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3)
const reached = (row: Row, value: number) => (row.most ? value <= row.target : value >= row.target)
const change = (difference: number) =>
  Math.abs(difference) < 0.0005 ? '=' : `${difference > 0 ? '+' : ''}${difference.toFixed(3)}`
