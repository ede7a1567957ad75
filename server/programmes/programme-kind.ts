// States of a programme of social services, its twelve elements (CUS art. 5(3)), and the kinds of lines of its history.
import { registerEnumType } from "type-graphql";

export const ProgrammeStatus = {
  DRAFT: "DRAFT",
  ADOPTED: "ADOPTED",
  RUNNING: "RUNNING",
  ENDED: "ENDED",
  REPORTED: "REPORTED",
} as const;
export type ProgrammeStatus = keyof typeof ProgrammeStatus;

registerEnumType(ProgrammeStatus, {
  name: "ProgrammeStatus",
  description: "State of a programme.",
  valuesConfig: {
    DRAFT: { description: "Being written." },
    ADOPTED: { description: "Adopted by the council, not begun yet." },
    RUNNING: { description: "Runs, by its dates." },
    ENDED: { description: "Has ended; its final information is due." },
    REPORTED: { description: "Its final information was given." },
  },
});

export const ProgrammeElement = {
  NAME_AND_AIM: "NAME_AND_AIM",
  PERIOD: "PERIOD",
  NEEDS: "NEEDS",
  PERSONS: "PERSONS",
  SERVICES: "SERVICES",
  QUALIFICATION: "QUALIFICATION",
  FEES: "FEES",
  DOCUMENTATION: "DOCUMENTATION",
  PERSONAL_DATA: "PERSONAL_DATA",
  ORGANISATION: "ORGANISATION",
  MONITORING: "MONITORING",
  BUDGET: "BUDGET",
} as const;
export type ProgrammeElement = keyof typeof ProgrammeElement;

registerEnumType(ProgrammeElement, {
  name: "ProgrammeElement",
  description: "The twelve elements that the Act asks of a programme.",
  valuesConfig: {
    NAME_AND_AIM: { description: "1: name and aim." },
    PERIOD: { description: "2: period." },
    NEEDS: { description: "3: needs that it answers." },
    PERSONS: { description: "4: number of persons." },
    SERVICES: { description: "5: services." },
    QUALIFICATION: { description: "6: conditions and mode of qualification." },
    FEES: { description: "7: fees and reliefs." },
    DOCUMENTATION: { description: "8: documentation." },
    PERSONAL_DATA: { description: "9: personal data needed." },
    ORGANISATION: { description: "10: organisation and stages." },
    MONITORING: { description: "11: monitoring and measures." },
    BUDGET: { description: "12: budget." },
  },
});

export const ProgrammeChangeKind = {
  DRAFTED: "DRAFTED",
  CHANGED: "CHANGED",
  ADOPTED: "ADOPTED",
  PARTNERSHIP_LINKED: "PARTNERSHIP_LINKED",
  REPORTED: "REPORTED",
  SERVICE_ADDED: "SERVICE_ADDED",
  SERVICE_TAKEN_OUT: "SERVICE_TAKEN_OUT",
} as const;
export type ProgrammeChangeKind = keyof typeof ProgrammeChangeKind;

registerEnumType(ProgrammeChangeKind, {
  name: "ProgrammeChangeKind",
  description: "What happened to a programme.",
  valuesConfig: {
    DRAFTED: { description: "Begun." },
    CHANGED: { description: "Elements were changed." },
    ADOPTED: { description: "Adopted by the council." },
    PARTNERSHIP_LINKED: { description: "Got its partnership." },
    SERVICE_ADDED: { description: "A service came under it." },
    SERVICE_TAKEN_OUT: { description: "A service left it." },
    REPORTED: { description: "Its final information was given." },
  },
});
