// Writing and reading what was asked and answered.
import { In } from "typeorm";

import type { Work } from "../../events/index.js";
import { signedIn } from "../../identity/index.js";
import { grouped, loader } from "../../platform/graphql/loader.js";
import { allows } from "../../platform/permission/allows.js";
import type { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { type QuestionTopic, ReferralMessage } from "./referral-message.js";

export const LONGEST_MESSAGE = 300;
/** Of one referral, questions and answers: after so many people telephone. */
export const MOST_MESSAGES = 20;

/** Of a referral that is locked, so that numbers come one after the other. */
export async function writeMessage(
  work: Work,
  referral: Referral,
  said: { fromPartner: boolean; topics: QuestionTopic[]; text: string },
): Promise<void> {
  const { id: referralId, partnerId, senderAccountId } = referral;
  await work.manager.getRepository(ReferralMessage).insert({
    centreId: work.centreId,
    ...{ referralId, partnerId, senderAccountId },
    number: (await countMessages(work, referralId)) + 1,
    fromPartner: said.fromPartner,
    accountId: signedIn(work).accountId,
    topics: said.topics,
    text: said.text || null,
    at: work.now,
  });
}

export async function countMessages(
  work: Work,
  referralId: string,
): Promise<number> {
  return work.manager
    .getRepository(ReferralMessage)
    .countBy({ centreId: work.centreId, referralId });
}

/** Oldest first; null where they are not the viewer's to read, or there are none. */
export const messagesOf = loader<Referral, ReferralMessage[] | null>(
  async (context, referrals) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId) return referrals.map(() => null);
    const rows = await context.reads.ask((manager) =>
      manager.getRepository(ReferralMessage).find({
        where: { centreId, referralId: In(referrals.map(({ id }) => id)) },
        order: { number: "ASC" },
      }),
    );
    const of = grouped(
      referrals.map(({ id }) => id),
      rows,
      (row) => row.referralId,
    );
    return referrals.map((referral, place) => {
      const messages = of[place] ?? [];
      const mayRead = allows(referralPolicy.readMessages, actor, referral);
      return mayRead && messages.length > 0 ? messages : null;
    });
  },
  (referral) => referral.id,
);
