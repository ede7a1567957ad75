// What can stand in the way of a referral, told so that one knows what to do.
import { Field, ObjectType } from "type-graphql";

import type { InvalidInput } from "../platform/graphql/problem.js";
import { denied, Problem, unknownNoun } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { Referral } from "./referral.js";

@ObjectType({
  implements: Problem,
  description: "Somebody else acted first. Nothing was changed by this call.",
})
export class ReferralMoved extends Problem {
  @Field(() => Referral, { description: "The referral as it is now." })
  referral: Referral;

  constructor(message: string, referral: Referral) {
    super(message);
    this.referral = referral;
  }
}

@ObjectType({
  implements: Problem,
  description: "More than a number needs a case and a valid basis.",
})
export class BasisMissing extends Problem {}

@ObjectType({
  implements: Problem,
  description: "No agreement lets the hub refer there now.",
})
export class AgreementMissing extends Problem {}

@ObjectType({
  implements: Problem,
  description: "The entry mode asks for a paper.",
})
export class DocumentMissing extends Problem {}

export function referralMoved(say: Say, referral: Referral): ReferralMoved {
  return new ReferralMoved(
    say({
      pl: "Ktoś był szybszy. Zobacz, co dzieje się ze skierowaniem.",
      en: "Somebody was quicker. See how the referral stands.",
    }),
    referral,
  );
}

export function unknownReferral(say: Say, path = "referralId"): InvalidInput {
  return denied(
    unknownNoun(say, path, {
      pl: "Nie ma takiego skierowania.",
      en: "There is no such referral.",
    }),
  );
}
