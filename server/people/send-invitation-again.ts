// An invitation is sent once more, with the same link and a whole new week.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { timeOfDay } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { findHousehold } from "./household.js";
import { Invitation, invitationExpiry } from "./invitation.js";
import { countInvitation } from "./invitations-a-day.js";
import { mailInvitation, recordInvitation } from "./invite-person.js";
import { peoplePolicy } from "./people.policy.js";
import { isStillGiven } from "./still-given.js";

@InputType({ description: "Which invitation goes out again." })
export class SendInvitationAgainInput {
  @Field(() => ID, { description: "One of the organisation's `invitations`." })
  invitationId!: string;
}

export const SendInvitationAgainPayload = createUnionType({
  name: "SendInvitationAgainPayload",
  description: "Outcome of sending an invitation again.",
  types: () => [Invitation, InvalidInput] as const,
});

export async function sendInvitationAgain(
  work: Work,
  input: SendInvitationAgainInput,
): Promise<Invitation | InvalidInput> {
  const invitation = await findWaiting(work, input.invitationId);
  if (invitation instanceof InvalidInput) return invitation;
  const problem =
    (await faults(work, invitation)) ??
    (await countInvitation(work, signedIn(work), invitation));
  if (problem) return problem;
  const change = {
    invitedAt: work.now,
    expiresAt: invitationExpiry(work.now),
  };
  const { centreId, id } = invitation;
  await work.manager.getRepository(Invitation).update({ centreId, id }, change);
  recordInvitation(work, invitation, "InvitationSentAgain");
  await mailInvitation(work, invitation);
  return Object.assign(invitation, change);
}

async function faults(
  work: Work,
  invitation: Invitation,
): Promise<InvalidInput | null> {
  const { againFrom } = invitation;
  const hour = timeOfDay(againFrom);
  const isGiven = await isStillGiven(work, invitation);
  return new InputCheck(work.say)
    .that(againFrom <= work.now, "invitationId", {
      pl: `Zaproszenie wyszło przed chwilą. Jeszcze raz można je wysłać o ${hour}.`,
      en: `The invitation went out a moment ago. It can be sent once more at ${hour}.`,
    })
    .that(isGiven, "invitationId", {
      pl: "Kto wysłał to zaproszenie, nie może już nadawać tych obowiązków. Wycofaj je i zaproś od nowa.",
      en: "Whoever sent this invitation may no longer give these duties. Withdraw it, and invite anew.",
    }).problem;
}

/** Locked, so that nobody accepts it meanwhile. */
export async function findWaiting(
  work: Work,
  globalId: string,
): Promise<Invitation | InvalidInput> {
  signedIn(work);
  const { centreId } = work;
  const id = fromGlobalId("Invitation", globalId);
  const repository = work.manager.getRepository(Invitation);
  // what may be read, and only then what may be changed: a lock hides what is only to be read
  const found = await repository.findOneBy({ centreId, id });
  const unknown = unknownNoun(work.say, "invitationId", {
    pl: "Nie ma takiego zaproszenia.",
    en: "There is no such invitation.",
  });
  if (!found || !allows(peoplePolicy.read, work.actor, found)) return unknown;
  const household = await findHousehold(work, found.partnerId);
  if (!household) return unknown;
  authorize(work, peoplePolicy.keep, household);
  const locked = await repository.findOne({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (locked?.isWaiting) return locked;
  return unknownNoun(work.say, "invitationId", {
    pl: "To zaproszenie jest już przyjęte albo wycofane.",
    en: "This invitation was accepted or withdrawn already.",
  });
}
