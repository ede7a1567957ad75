// Who was invited accepts: with a password that she sets, or as the account that she has; only now her roles count.
import { createUnionType, Field, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { transact } from "../events/index.js";
import type { Account, SessionToken } from "../identity/index.js";
import {
  grantRoles,
  hashPassword,
  hasLapsed,
  insertAccount,
  newPasswordFits,
  newPasswordRule,
  openSession,
  passwordFits,
  SecondFactorNeeded,
  SignedIn,
  signedIn,
  switchMembership,
  throttleOf,
  TOO_MANY_TRIES,
} from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { AccountLinkRefused, linkRefused } from "./account-link.js";
import { findLink } from "./account-link.reads.js";
import { deskOfCentre } from "./as-centre.js";
import { oneAtATime } from "./household.js";
import { Invitation } from "./invitation.js";
import { recordInvitation } from "./invite-person.js";
import { isStillGiven } from "./still-given.js";

@InputType({ description: "The link of an invitation, and who accepts it." })
export class AcceptInvitationInput {
  @Field(() => String, { description: "From the address in the mail." })
  token!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "A new one, from 10 to 200 characters; of an account that is there already its own; null: signed in as that account.",
  })
  password?: string | null;
}

export const AcceptInvitationPayload = createUnionType({
  name: "AcceptInvitationPayload",
  description:
    "Outcome of accepting an invitation: signed in, acting by it; an account with a second factor is asked for its code.",
  types: () =>
    [SignedIn, SecondFactorNeeded, AccountLinkRefused, InvalidInput] as const,
});

type Accepted =
  | SessionToken
  | SecondFactorNeeded
  | AccountLinkRefused
  | InvalidInput;

export async function acceptInvitation(
  context: Context,
  { token, password = null }: AcceptInvitationInput,
): Promise<Accepted> {
  const found = await findLink(context, token);
  const invitation = found?.invitation;
  const state = invitation?.stateAt(context.now) ?? null;
  if (!invitation || state !== "OPEN") return linkRefused(context.say, state);
  const problem = found.account
    ? await foreign(context, found.account, password)
    : unfit(context, password);
  if (problem) return problem;
  const passwordHash = found.account
    ? null
    : await hashPassword(password ?? "");
  const taken = await transact(
    deskOfCentre(context, invitation.centreId),
    (work) => takeUp(work, invitation.id, found.account, passwordHash),
  );
  if (taken instanceof AccountLinkRefused) return taken;
  // another invitation made her account meanwhile: now it is that one which accepts, by its password
  if (taken === "ACCOUNT_APPEARED")
    return acceptInvitation(context, { token, password });
  context.rightsChanged(taken.account.id);
  return actBy(context, taken);
}

function unfit(context: Context, password: string | null) {
  return new InputCheck(context.say).that(
    newPasswordFits(password ?? ""),
    "password",
    newPasswordRule,
  ).problem;
}

/** Who holds the mail is not yet who holds the account. */
async function foreign(
  context: Context,
  account: Account,
  password: string | null,
): Promise<InvalidInput | null> {
  if (isHerself(context, account)) return null;
  const throttle = throttleOf(context);
  const { address } = context.session;
  const mayTry = await throttle.count(account.email, address);
  const fits =
    mayTry &&
    (await passwordFits(account.passwordHash, (password ?? "").slice(0, 1000)));
  if (fits) await throttle.forgive(account.email, address);
  return new InputCheck(context.say)
    .that(mayTry, "password", TOO_MANY_TRIES)
    .that(
      !mayTry ||
        (fits &&
          account.status === "ACTIVE" &&
          !hasLapsed(account, context.now)),
      "password",
      {
        pl: "To nie jest hasło do tego konta.",
        en: "This is not the password of this account.",
      },
    ).problem;
}

interface TakenUp {
  account: Account;
  assignmentId: string;
}

async function takeUp(
  work: Work,
  invitationId: string,
  known: Account | null,
  passwordHash: string | null,
): Promise<TakenUp | AccountLinkRefused | "ACCOUNT_APPEARED"> {
  const invitations = work.manager.getRepository(Invitation);
  const invitation = await invitations.findOne({
    where: { centreId: work.centreId, id: invitationId },
    lock: { mode: "pessimistic_write" },
  });
  const state = invitation?.stateAt(work.now) ?? null;
  if (!invitation || state !== "OPEN") return linkRefused(work.say, state);
  await oneAtATime(work, invitation);
  if (!(await isStillGiven(work, invitation)))
    return linkRefused(work.say, "WITHDRAWN");
  const { partnerId, roles } = invitation;
  if (!known && (await hasAppeared(work, invitation)))
    return "ACCOUNT_APPEARED";
  const account =
    known ??
    (await insertAccount(
      work,
      {
        email: invitation.email ?? "",
        name: invitation.name ?? "",
        partnerId,
      },
      { passwordHash, mustChangePassword: false, oneTimeUntil: null },
    ));
  const assignmentId = await grantRoles(work, account.id, partnerId, roles);
  invitation.close("acceptedAt", work.now);
  await invitations.save(invitation);
  recordInvitation(work, invitation, "InvitationAccepted");
  return { account, assignmentId };
}

/** Of two invitations to one new address, accepted in the same instant, the second waits here for the first. */
async function hasAppeared(
  work: Work,
  { email }: Pick<Invitation, "email">,
): Promise<boolean> {
  await work.alone(`account ${email}`);
  const found = await work.rows(`select from account where email = $1`, [
    email,
  ]);
  return found.length > 0;
}

/** Signed in, and acting for the organisation that invited. What more a sign-in asks of her is asked by openSession. */
async function actBy(
  context: Context,
  { account, assignmentId }: TakenUp,
): Promise<Accepted> {
  if (!isHerself(context, account)) {
    const opened = await openSession(context, account);
    if (!opened) return linkRefused(context.say, "USED");
    if (opened instanceof SecondFactorNeeded) return opened;
    if (signedIn(context).assignmentId === assignmentId) return opened;
  }
  return switchMembership(context, signedIn(context), {
    membershipId: toGlobalId("ViewerMembership", assignmentId),
  });
}

function isHerself({ actor }: Context, { id }: Account): boolean {
  return actor.kind === "member" && actor.accountId === id;
}
