// What a contact person is for, how she is best reached, and what an organisation lacks in contacts (domain 2.3).
import { registerEnumType } from "type-graphql";

export const ContactRole = {
  PRIMARY: "PRIMARY",
  DEPUTY: "DEPUTY",
  REFERRALS: "REFERRALS",
  DATA_PROTECTION: "DATA_PROTECTION",
  SIGNATORY: "SIGNATORY",
} as const;
export type ContactRole = keyof typeof ContactRole;

registerEnumType(ContactRole, {
  name: "ContactRole",
  description: "What a contact person is for.",
  valuesConfig: {
    PRIMARY: { description: "The one to turn to first." },
    DEPUTY: { description: "Stands in for the first one." },
    REFERRALS: { description: "Referrals." },
    DATA_PROTECTION: { description: "Protection of data." },
    SIGNATORY: { description: "Signs for the organisation." },
  },
});

/** Those that several may have; who is first and who stands in are one each. */
export const ContactDuty = {
  REFERRALS: "REFERRALS",
  DATA_PROTECTION: "DATA_PROTECTION",
  SIGNATORY: "SIGNATORY",
} as const;
export type ContactDuty = keyof typeof ContactDuty;

registerEnumType(ContactDuty, {
  name: "ContactDuty",
  description: "What several people of an organisation may be for.",
  valuesConfig: {
    REFERRALS: { description: "Referrals." },
    DATA_PROTECTION: { description: "Protection of data." },
    SIGNATORY: { description: "Signs for the organisation." },
  },
});

export const ContactChannel = {
  PLATFORM: "PLATFORM",
  EMAIL: "EMAIL",
  PHONE: "PHONE",
} as const;
export type ContactChannel = keyof typeof ContactChannel;

registerEnumType(ContactChannel, {
  name: "ContactChannel",
  description: "How somebody is best reached.",
  valuesConfig: {
    PLATFORM: { description: "Here." },
    EMAIL: { description: "By mail." },
    PHONE: { description: "By telephone." },
  },
});

export const WillingSource = { HERSELF: "HERSELF", HUB: "HUB" } as const;
export type WillingSource = keyof typeof WillingSource;

registerEnumType(WillingSource, {
  name: "WillingSource",
  description: "Who confirmed that a contact person is willing.",
  valuesConfig: {
    HERSELF: { description: "She did, signed in." },
    HUB: { description: "The hub asked her, and noted how." },
  },
});

export const ContactAlert = {
  NO_PRIMARY: "NO_PRIMARY",
  NOBODY_PRESENT: "NOBODY_PRESENT",
  NOT_WILLING: "NOT_WILLING",
} as const;
export type ContactAlert = keyof typeof ContactAlert;

registerEnumType(ContactAlert, {
  name: "ContactAlert",
  description: "What an organisation lacks in contacts, the worst first.",
  valuesConfig: {
    NO_PRIMARY: { description: "Nobody is named to turn to first." },
    NOBODY_PRESENT: { description: "All are away today." },
    NOT_WILLING: {
      description: "The first one has not confirmed that she is willing.",
    },
  },
});
