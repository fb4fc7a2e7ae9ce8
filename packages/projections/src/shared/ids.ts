import { remembering } from './remember.ts'

/**
 * The country that an id of the registry names: `country:KZ`, `place:KZ/astana`, `org:kz/foreign-ministry`; null for
 * those that name none (`org:osce`, `person:jane-doe`).
 */
export const countryOfId = remembering((id): string | null => {
  const code = /^(?:country:([A-Za-z]{2})$|[a-z]+:([A-Za-z]{2})\/)/.exec(id)
  return (code?.[1] ?? code?.[2])?.toUpperCase() ?? null
})

/** A place and what contains it: `place:KZ/astana` lies in `country:KZ`. */
export function containersOf(placeId: string, country: string | null): string[] {
  const within = country ?? countryOfId(placeId)
  const ids = [placeId]
  // Parts of a place's path name what it lies in: place:US/california/oakland.
  const path = placeId.split('/')
  for (let length = path.length - 1; length > 1; length -= 1) ids.push(path.slice(0, length).join('/'))
  if (within) ids.push(`country:${within}`)
  return [...new Set(ids)]
}
