/** The time of day, passed in wherever it is needed, so that tests can hold it still. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
