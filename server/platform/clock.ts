// The time, handed in wherever it matters, so that a rule never reads it by itself.
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
