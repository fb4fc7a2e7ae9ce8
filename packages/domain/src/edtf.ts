/** The days that an EDTF date covers, `YYYY-MM-DD`; null where that side is open or unknown. */
export interface EdtfBounds {
  earliest: string | null
  latest: string | null
}
