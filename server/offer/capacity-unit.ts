// Units and bands of capacity, and who vouched for a number (domain 1.6, 0.1 (5)).
import { registerEnumType } from "type-graphql";

export const CapacityUnit = {
  PLACES: "PLACES",
  HOURS_WEEK: "HOURS_WEEK",
  HOURS_MONTH: "HOURS_MONTH",
  APPOINTMENTS_MONTH: "APPOINTMENTS_MONTH",
  TRIPS_MONTH: "TRIPS_MONTH",
  TICKETS_MONTH: "TICKETS_MONTH",
  TICKETS_EVENT: "TICKETS_EVENT",
} as const;
export type CapacityUnit = keyof typeof CapacityUnit;

registerEnumType(CapacityUnit, {
  name: "CapacityUnit",
  description: "What a capacity is counted in.",
  valuesConfig: {
    PLACES: { description: "Standing places." },
    HOURS_WEEK: { description: "Hours a week." },
    HOURS_MONTH: { description: "Hours a month." },
    APPOINTMENTS_MONTH: { description: "Appointments a month." },
    TRIPS_MONTH: { description: "Trips a month." },
    TICKETS_MONTH: { description: "Tickets a month." },
    TICKETS_EVENT: { description: "Tickets of an event." },
  },
});

export const CapacityStatus = {
  AVAILABLE: "AVAILABLE",
  LIMITED: "LIMITED",
  WAITLIST: "WAITLIST",
  FULL: "FULL",
  SUSPENDED: "SUSPENDED",
  STALE: "STALE",
} as const;
export type CapacityStatus = keyof typeof CapacityStatus;

registerEnumType(CapacityStatus, {
  name: "CapacityStatus",
  description: "The band of a capacity, for everybody who sees the service.",
  valuesConfig: {
    AVAILABLE: { description: "Takes somebody now." },
    LIMITED: { description: "Little is left." },
    WAITLIST: {
      description: "One has to wait; a free place is owed to the queue.",
    },
    FULL: { description: "Nothing is free and nobody waits." },
    SUSPENDED: { description: "Paused." },
    STALE: { description: "Not confirmed in time: ask." },
  },
});

export const ConfirmationSource = {
  PROVIDER: "PROVIDER",
  IMPORT: "IMPORT",
  HUB: "HUB",
} as const;
export type ConfirmationSource = keyof typeof ConfirmationSource;

registerEnumType(ConfirmationSource, {
  name: "ConfirmationSource",
  description: "Who vouched for a number.",
  valuesConfig: {
    PROVIDER: { description: "The provider itself." },
    IMPORT: { description: "An import." },
    HUB: { description: "The hub, on behalf." },
  },
});
