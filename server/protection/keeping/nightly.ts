// At what time of the night, in UTC, the terms of keeping are kept to.
export const NIGHTLY = { hour: 2, minute: 47 };
