// "Pokaż imiona": whom a list is about, as far as her first name was sent, with one tap for all, for ten minutes, on record for each.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  ObjectType,
} from "type-graphql";

import {
  countNames,
  LOOK_MS,
  openSights,
  TooManyLooks,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { fromGlobalId, toGlobalId } from "../../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { findReferrals } from "../move-referral.js";
import { unknownReferral } from "../referral-problems.js";
import type { ReferralStatus } from "../referral-status.js";
import { referralPolicy } from "../referrals.policy.js";
import { SightEnded, sightEnded } from "../travel/sight-ended.js";

const MOST_NAMES = 200;

/** Who stands on a list and may still be looked at: opened long since, so that a name leaves its trace with her. */
const LISTED: readonly ReferralStatus[] = ["IN_PROGRESS", "SUSPENDED"];

@InputType({ description: "Whose first names are shown." })
export class ShowNamesInput {
  @Field(() => [ID], { description: "Referrals of a list: at most 200." })
  referralIds!: string[];
}

@ObjectType({ description: "The first name of somebody on a list." })
export class ShownName {
  @Field(() => ID, { description: "The referral that she came by." })
  referralId!: string;

  @Field(() => String, { description: "Her first name." })
  name!: string;
}

@ObjectType({
  description: "First names of a list, shown for ten minutes and on record.",
})
export class ShownNames {
  @Field(() => [ShownName], {
    description: "Of those whose first name may be looked at now.",
  })
  names!: ShownName[];

  @Field(() => Date, { description: "Since when." })
  at!: Date;

  @Field(() => Date, { description: "Until when they may be shown." })
  until!: Date;
}

export const ShowNamesPayload = createUnionType({
  name: "ShowNamesPayload",
  description: "Outcome of asking for the first names of a list.",
  types: () => [ShownNames, SightEnded, TooManyLooks, InvalidInput] as const,
});

export async function showNames(
  work: Work,
  { referralIds }: ShowNamesInput,
): Promise<typeof ShowNamesPayload> {
  const { problem } = new InputCheck(work.say).that(
    referralIds.length > 0 && referralIds.length <= MOST_NAMES,
    "referralIds",
    {
      pl: `Wybierz od 1 do ${String(MOST_NAMES)} osób.`,
      en: `From 1 to ${String(MOST_NAMES)} people.`,
    },
  );
  if (problem) return problem;
  const ids = [...new Set(referralIds)].map((id) =>
    fromGlobalId("Referral", id),
  );
  const meansOf = (subjectId: string) =>
    ({
      action: "VIEW",
      noun: "Referral",
      subjectId,
      change: "NamesShown",
      purpose: "ARRANGING",
    }) as const;
  const seen = await findReferrals(work, ids);
  for (const [nth, id] of ids.entries()) {
    work.means({ ...meansOf(id), fields: [] });
    const one = seen[nth];
    if (!one) return unknownReferral(work.say, "referralIds");
    authorize(work, referralPolicy.showPerson, one);
  }
  const listed = ids.filter((_, nth) => {
    const status = seen[nth]?.status;
    return status !== undefined && LISTED.includes(status);
  });
  const sights = await openSights(work, listed);
  const names = [...sights].flatMap(([id, { fields, identity }]) => {
    if (!fields.includes("FIRST_NAME")) return [];
    work.touch({ ...meansOf(id), fields: ["FIRST_NAME"] });
    const referralId = toGlobalId("Referral", id);
    return [{ referralId, name: identity.name } satisfies ShownName];
  });
  if (names.length === 0) return sightEnded(work.say);
  const counted = await countNames(work, names.length);
  if (counted !== "COUNTED") return counted;
  return Object.assign(new ShownNames(), {
    names,
    at: work.now,
    until: new Date(work.now.getTime() + LOOK_MS),
  } satisfies ShownNames);
}
