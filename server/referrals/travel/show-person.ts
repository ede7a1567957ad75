// "Pokaż" of the partner: who the person of an open referral is, as far as it was sent, with a purpose, for ten minutes, on record.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  registerEnumType,
} from "type-graphql";

import {
  countLook,
  LOOK_MS,
  openSight,
  tell,
  ToldPerson,
  TooManyLooks,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InvalidInput } from "../../platform/graphql/problem.js";
import { findReferral } from "../move-referral.js";
import { openWhatIsSeen } from "../open-referral.js";
import { Referral } from "../referral.js";
import { unknownReferral } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { SightEnded, sightEnded } from "./sight-ended.js";

export const SightPurpose = {
  CONTACT: "CONTACT",
  ARRANGING: "ARRANGING",
} as const;
export type SightPurpose = keyof typeof SightPurpose;

registerEnumType(SightPurpose, {
  name: "SightPurpose",
  description: "What a partner looks at somebody's data for.",
  valuesConfig: {
    CONTACT: { description: "To get in touch with her." },
    ARRANGING: { description: "To prepare or give the service." },
  },
});

@InputType({ description: "Of which referral the person is shown." })
export class ShowPersonInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => SightPurpose, { description: "What for." })
  purpose!: SightPurpose;
}

export const ShowPersonPayload = createUnionType({
  name: "ShowPersonPayload",
  description: "Outcome of asking to see who the person of a referral is.",
  types: () => [ToldPerson, SightEnded, TooManyLooks, InvalidInput] as const,
});

export async function showPerson(
  work: Work,
  { referralId, purpose }: ShowPersonInput,
): Promise<typeof ShowPersonPayload> {
  const id = fromGlobalId("Referral", referralId);
  const means = {
    action: "VIEW",
    noun: "Referral",
    subjectId: id,
    change: "PersonShown",
    purpose,
  } as const;
  work.means({ ...means, fields: [] });
  const seen = await findReferral(work, id);
  if (!seen) return unknownReferral(work.say);
  authorize(work, referralPolicy.showPerson, seen);
  // alone from here on: it is opened with the look, or not at all
  const referral = await work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  const sight = await openSight(work, id);
  if (!sight) return sightEnded(work.say);
  const counted = await countLook(work);
  if (counted !== "COUNTED") return counted;
  if (referral?.status === "SENT") await openWhatIsSeen(work, id);
  const told = tell(sight, sight.identity, sight.words);
  work.touch({ ...means, fields: told.map(({ field }) => field) });
  return Object.assign(new ToldPerson(), {
    told,
    at: work.now,
    until: new Date(work.now.getTime() + LOOK_MS),
  } satisfies ToldPerson);
}
