// What goes to a partner: a resident, or her application for which the partner itself has the procedure (CUS art. 38(1)).
import { registerEnumType } from "type-graphql";

export const ReferralKind = {
  SERVICE_REFERRAL: "SERVICE_REFERRAL",
  APPLICATION_TRANSFER: "APPLICATION_TRANSFER",
} as const;
export type ReferralKind = keyof typeof ReferralKind;

registerEnumType(ReferralKind, {
  name: "ReferralKind",
  description: "What goes to a partner.",
  valuesConfig: {
    SERVICE_REFERRAL: { description: "A resident is referred to a service." },
    APPLICATION_TRANSFER: {
      description:
        "An application is passed on: to the municipal office or a unit of the municipality alone, which decides on it by its own procedure.",
    },
  },
});
