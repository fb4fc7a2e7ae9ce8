type Value = string | number | boolean | readonly (string | number)[] | undefined

/** A path of the interface with its parameters in it, and a query in which a list is a repeated parameter. */
export function urlOf(
  base: string,
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, Value][]) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? (value as readonly (string | number)[]) : [value])
      search.append(name, String(one))
  }
  const text = search.toString()
  return `${base.replace(/\/+$/, '')}${filled}${text && `?${text}`}`
}
