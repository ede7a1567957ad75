// The service begins: what was reserved is occupied. The law may ask for a paper first.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import type { EntryMode } from "../offer/index.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import type { Appointment } from "./appointments/appointment.js";
import { holdsNoShow } from "./appointments/find-appointment.js";
import { moveReferral, type Numbers } from "./move-referral.js";
import { checkWording } from "./questions/wording.js";
import { Referral } from "./referral.js";
import { DocumentMissing, ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which accepted referral begins." })
export class StartReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Number of the decision or statutory referral, where the entry mode asks for one; at most 100 characters, nothing else of anybody.",
  })
  statutoryDocumentRef?: string | null;
}

export const StartReferralPayload = createUnionType({
  name: "StartReferralPayload",
  description: "Outcome of starting.",
  types: () =>
    [Referral, DocumentMissing, ReferralMoved, InvalidInput] as const,
});

const LONGEST_PAPER = 100;

/** Ways in for which the platform's referral does not replace the paper of the law (domain 1.6). */
const WITH_PAPER: ReadonlySet<EntryMode> = new Set([
  "STATUTORY_REFERRAL",
  "ADMIN_DECISION",
]);

export function needsPaper(entryMode: EntryMode): boolean {
  return WITH_PAPER.has(entryMode);
}

export function startReferral(
  work: Work,
  input: StartReferralInput,
): Promise<typeof StartReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "IN_PROGRESS",
      from: "ACCEPTED",
      sides: ["PARTNER"],
      event: "ReferralStarted",
      permission: referralPolicy.start,
    },
    async (referral, numbers) => {
      const hasCome = (since: Appointment) =>
        since.state === "CAME" ||
        (since.isPlanned && since.isDayReached(work.now));
      if (await holdsNoShow(work, referral, hasCome))
        return unknownNoun(work.say, "referralId", {
          pl: "Zapisano, że ta osoba nie przyszła, i koordynatorka decyduje, co dalej. Jeśli jednak jest u Was, podajcie nowy termin na dziś, a potem zacznijcie.",
          en: "It was noted that the person did not come, and the coordinator says what comes next. If she is with you after all, give another date for today, then begin.",
        });
      const paper = input.statutoryDocumentRef?.trim() ?? "";
      const { problem } = await checkWording(
        work,
        referral,
        new InputCheck(work.say),
        { path: "statutoryDocumentRef", text: paper, most: LONGEST_PAPER },
      );
      if (problem) return problem;
      const { entryMode } = await numbers.service();
      if (needsPaper(entryMode) && !paper && !referral.statutoryDocumentRef)
        return new DocumentMissing(
          work.say({
            pl: "Ta usługa wymaga pisma. Podaj numer decyzji albo skierowania.",
            en: "This service needs a paper. Give the number of the decision or referral.",
          }),
        );
      await begin(work, referral, numbers);
      if (paper) referral.statutoryDocumentRef = paper;
      return undefined;
    },
  );
}

/** What was reserved is occupied. */
export async function begin(
  work: Work,
  referral: Referral,
  numbers: Numbers,
): Promise<void> {
  await numbers.change("START", (capacity) => {
    capacity.start(referral.units);
  });
  referral.takes = "OCCUPIED";
  referral.startedAt = work.now;
}
