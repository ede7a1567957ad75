// Somebody stands at the door with a card: its code is looked at, and used once; a ticket is given with it, any other service begins (P14).
import { createUnionType, Field, InputType } from "type-graphql";

import type { Work } from "../../events/index.js";
import {
  RequestKeyReused,
  takeRequestKey,
  transact,
} from "../../events/index.js";
import { authorize, signedIn } from "../../identity/index.js";
import type { CapacityUnit } from "../../offer/index.js";
import { NoFreePlace } from "../../offer/index.js";
import { localDate } from "../../platform/calendar.js";
import type { Context } from "../../platform/graphql/context.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { takeUp } from "../accept-referral.js";
import {
  awaitsCoordinator,
  latestAppointment,
} from "../appointments/find-appointment.js";
import { Attendance } from "../attendance/attendance.js";
import { unitsOf } from "../attendance/attendance-lines.js";
import {
  findReferral,
  giveBack,
  moveLocked,
  Numbers,
} from "../move-referral.js";
import { openWhatIsSeen } from "../open-referral.js";
import { Referral } from "../referral.js";
import { codeIn } from "../referral-number.js";
import { referralPolicy } from "../referrals.policy.js";
import { begin } from "../start-referral.js";
import { answerable } from "../transitions.js";
import { TokenRefused, tokenRefused } from "./token-refused.js";
import { isTicket, whyNot } from "./why-not.js";
import { countWrongCode, isSlowedDown } from "./wrong-codes.js";

@InputType({ description: "Which code is looked at." })
export class CheckTokenInput {
  @Field(() => String, {
    description:
      "Eight letters and digits; blanks, dashes and small letters do no harm.",
  })
  code!: string;
}

@InputType({ description: "Which code is used." })
export class RedeemTokenInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => String, {
    description:
      "Eight letters and digits; blanks, dashes and small letters do no harm.",
  })
  code!: string;
}

export const CheckTokenPayload = createUnionType({
  name: "CheckTokenPayload",
  description: "What the code is good for now.",
  types: () => [Referral, TokenRefused, InvalidInput] as const,
});

export const RedeemTokenPayload = createUnionType({
  name: "RedeemTokenPayload",
  description: "Outcome of using a code.",
  types: () =>
    [Referral, TokenRefused, RequestKeyReused, InvalidInput] as const,
});

const CHANGE = "TokenRedeemed";

/** Uses nothing: whoever stands at the door sees first what it is, and has opened it. */
export function checkToken(
  context: Context,
  { code }: CheckTokenInput,
): Promise<typeof CheckTokenPayload> {
  return atTheDoor(context, code, async (work, id) => {
    const referral = await lockOf(work, id);
    if (!referral || referral.vanished)
      return tokenRefused(work.say, "UNKNOWN");
    const { refusal } = await judge(work, referral);
    if (refusal) return refusal;
    if (referral.status === "SENT") await openWhatIsSeen(work, id);
    return (await findReferral(work, id)) ?? referral;
  });
}

export function redeemToken(
  context: Context,
  input: RedeemTokenInput,
): Promise<typeof RedeemTokenPayload> {
  const { requestKey } = input;
  return atTheDoor(
    context,
    input.code,
    async (work, id) => {
      const { problem } = new InputCheck(work.say).key(requestKey);
      if (problem) return problem;
      const referral = await lockOf(work, id);
      if (!referral || referral.vanished)
        return tokenRefused(work.say, "UNKNOWN");
      const { refusal, unit } = await judge(work, referral);
      return refusal ?? redeem(work, referral, unit);
    },
    async (work, id) => {
      const code = codeIn(input.code);
      const taken = await takeRequestKey(
        ...([work, "redeemToken", requestKey, { code }, id] as const),
      );
      if (taken instanceof RequestKeyReused) return taken;
      return taken.repeats ? lockOf(work, id) : null;
    },
  );
}

/**
 * A wrong code is counted after what it did has been rolled back.
 * @param repeats what was used with this key before: its answer was lost on the way, and nobody is sent away with a
 * card that was just used, whoever typed wrong ones meanwhile
 */
async function atTheDoor<Outcome, Again = never>(
  context: Context,
  typed: string,
  act: (work: Work, referralId: string) => Promise<Outcome>,
  repeats: (work: Work, referralId: string) => Promise<Again | null> = () =>
    Promise.resolve(null),
): Promise<Outcome | Again | TokenRefused | InvalidInput> {
  const outcome = await transact(context, async (work) => {
    const { centreId } = work;
    const { partnerId } = signedIn(work);
    authorize(work, referralPolicy.atTheDoor, { centreId, partnerId });
    const code = codeIn(typed);
    const { problem } = new InputCheck(work.say).that(code !== null, "code", {
      pl: "Kod ma 8 liter i cyfr, np. K7MP2XRA. Nie ma w nim liter I i O ani cyfr 0 i 1.",
      en: "A code has 8 letters and digits, e.g. K7MP2XRA. It has no letters I and O and no digits 0 and 1.",
    });
    if (problem) return problem;
    const [found] = await work.rows<{ id: string }>(
      `select id from referral where centre_id = $1 and partner_id = $2 and token_code = $3 and not vanished
       order by created_at desc, id limit 1`,
      [centreId, partnerId, code],
    );
    const touch = { action: "UPDATE", noun: "Referral", fields: [] } as const;
    work.means({ ...touch, subjectId: found?.id ?? null, change: CHANGE });
    const before = found ? await repeats(work, found.id) : null;
    if (before instanceof Referral) return before;
    // a key that is used again would tell that there is such a code
    if (await isSlowedDown(work)) return tokenRefused(work.say, "TOO_MANY");
    if (!found) return tokenRefused(work.say, "UNKNOWN");
    return before ?? act(work, found.id);
  });
  if (outcome instanceof TokenRefused && outcome.reason === "UNKNOWN")
    await transact(context, countWrongCode);
  return outcome;
}

function lockOf(work: Work, id: string): Promise<Referral | null> {
  return work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
}

async function judge(
  work: Work,
  referral: Referral,
): Promise<{ refusal: TokenRefused | null; unit: CapacityUnit }> {
  const service = await new Numbers(work, referral).service();
  const appointment = await latestAppointment(work, referral.id);
  const isAwaited = await awaitsCoordinator(work, referral);
  const [unit] = await unitsOf(work, [referral]);
  if (!unit) throw new Error("the service of a referral has no numbers");
  const reason = whyNot(
    referral,
    { service, unit, appointment, isAwaited },
    work.now,
  );
  const refusal = reason && tokenRefused(work.say, reason, referral);
  return { refusal, unit };
}

/** All the moves that are still to be made, in one transaction: who lets somebody in accepts her. */
async function redeem(
  work: Work,
  { id, status }: Referral,
  unit: CapacityUnit,
): Promise<Referral | TokenRefused> {
  const { accept, start, complete } = referralPolicy;
  const sides = ["PARTNER"] as const;
  let referral: Referral | null = null;
  if (answerable.includes(status)) {
    const accepted = await moveLocked(
      work,
      id,
      { to: "ACCEPTED", sides, event: "ReferralAccepted", permission: accept },
      (moved, numbers) => takeUp(work, moved, numbers),
    );
    if (accepted instanceof NoFreePlace)
      return tokenRefused(work.say, "NO_PLACE");
    if (!(accepted instanceof Referral))
      return tokenRefused(work.say, "NOT_AT_THE_DOOR");
  }
  if (status !== "IN_PROGRESS")
    referral = hasMoved(
      await moveLocked(
        work,
        id,
        {
          to: "IN_PROGRESS",
          sides,
          event: "ReferralStarted",
          permission: start,
        },
        async (moved, numbers) => {
          await begin(work, moved, numbers);
          moved.redeemedAt = work.now;
          return undefined;
        },
      ),
    );
  if (isTicket(unit))
    referral = hasMoved(
      await moveLocked(
        work,
        id,
        {
          to: "COMPLETED",
          sides,
          event: "ReferralCompleted",
          permission: complete,
        },
        async (moved, numbers, was) => {
          moved.redeemedAt ??= work.now;
          await writeDown(work, moved);
          await giveBack(moved, was, numbers);
          moved.finishedAt = work.now;
          return undefined;
        },
      ),
    );
  if (!referral) throw new Error("a code was used and nothing moved");
  return referral;
}

function hasMoved(outcome: object): Referral {
  if (outcome instanceof Referral) return outcome;
  throw new Error("a locked referral was moved by somebody else");
}

/** What was given stands in the list of the day, unless lists are kept of it already. */
async function writeDown(work: Work, referral: Referral): Promise<void> {
  const { centreId, id: referralId, partnerId, senderAccountId } = referral;
  const lines = work.manager.getRepository(Attendance);
  if (await lines.existsBy({ centreId, referralId })) return;
  const day = localDate(work.now);
  await lines.insert({
    ...{ centreId, referralId, partnerId, senderAccountId },
    serviceId: referral.serviceId,
    ...{ day, until: day, revision: 1, state: null },
    quantity: referral.units,
    recordedAt: work.now,
    recordedBy: signedIn(work).accountId,
  });
}
