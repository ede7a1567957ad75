// Why a free place went past somebody who waits, told to her coordinator and to the partner.
import { registerEnumType } from "type-graphql";

export const PassedOver = {
  OFFER_LAPSED: "OFFER_LAPSED",
  AGREEMENT: "AGREEMENT",
  BASIS: "BASIS",
} as const;
export type PassedOver = keyof typeof PassedOver;

registerEnumType(PassedOver, {
  name: "PassedOver",
  description: "Why a free place went past one who waits.",
  valuesConfig: {
    OFFER_LAPSED: {
      description:
        "It was offered and not confirmed in time; the next place that comes free is offered again, in the same order.",
    },
    AGREEMENT: {
      description: "No agreement lets anybody be placed there now.",
    },
    BASIS: {
      description:
        "The agreement, the programme or the basis does not cover what travels with it.",
    },
  },
});
