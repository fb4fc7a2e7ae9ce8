/** How long what was before holds beside the new one, so that whoever uses it changes over without losing anything. */
export const OVERLAP_MS = 24 * 60 * 60 * 1000
