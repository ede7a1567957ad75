// Somebody is asked in: to an organisation, by e-mail, to certain roles; the mail goes out after the commit.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, Role, signedIn } from "../identity/index.js";
import { writeLetter } from "../letters/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { isEmail, wordsForNoEmail } from "../platform/mail-address.js";
import type { Member } from "../platform/permission/actor.js";
import { findHousehold } from "./household.js";
import { Invitation, invitationExpiry } from "./invitation.js";
import { countInvitation } from "./invitations-a-day.js";
import type { Household } from "./people.policy.js";
import { peoplePolicy, rolesToGive } from "./people.policy.js";

@InputType({ description: "Who is asked in, where and as what." })
export class InvitePersonInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The organisation; null: the viewer's own.",
  })
  partnerId?: string | null;

  @Field(() => String, { description: "Where the mail goes." })
  email!: string;

  @Field(() => String, { description: "Name, from 2 to 200 characters." })
  name!: string;

  @Field(() => [Role], {
    description: "At least one of the organisation's `rolesViewerCanGive`.",
  })
  roles!: Role[];
}

export const InvitePersonPayload = createUnionType({
  name: "InvitePersonPayload",
  description: "Outcome of asking somebody in.",
  types: () => [Invitation, RequestKeyReused, InvalidInput] as const,
});

export async function invitePerson(
  work: Work,
  input: InvitePersonInput,
): Promise<typeof InvitePersonPayload> {
  const member = signedIn(work);
  const partnerId = input.partnerId
    ? fromGlobalId("Partner", input.partnerId)
    : member.partnerId;
  const household = await findHousehold(work, partnerId);
  if (!household || household.hasLeft)
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiej organizacji.",
      en: "There is no such organisation.",
    });
  authorize(work, peoplePolicy.keep, household);
  const email = input.email.trim().toLowerCase();
  const problem = await faults(work, member, household, email, input);
  if (problem) return problem;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "invitePerson",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return work.manager
      .getRepository(Invitation)
      .findOneByOrFail({ centreId: work.centreId, id: taken.repeats });
  if (await isAlreadyThere(work, household, email))
    return unknownNoun(work.say, "email", {
      pl: "Ta osoba już tu jest albo ma zaproszenie. Zajrzyj na listę.",
      en: "This person is here already or has an invitation. See the list.",
    });
  const invitation = newInvitation(work, member, household, email, input);
  invitation.id = id;
  const tooMany = await countInvitation(work, member, invitation);
  if (tooMany) return tooMany;
  await work.manager.getRepository(Invitation).insert(invitation);
  recordInvitation(work, invitation, "PersonInvited");
  await mailInvitation(work, invitation);
  return invitation;
}

async function faults(
  work: Work,
  member: Member,
  household: Household,
  email: string,
  { requestKey, name, roles }: InvitePersonInput,
): Promise<InvalidInput | null> {
  const givable = rolesToGive(member, household);
  const [own] = await work.rows<{ email: string }>(
    `select email from account where id = $1`,
    [member.accountId],
  );
  const length = name.trim().length;
  return new InputCheck(work.say)
    .key(requestKey)
    .that(isEmail(email), "email", wordsForNoEmail(email))
    .that(email !== own?.email, "email", {
      pl: "Nie można zaprosić samej siebie ani samego siebie.",
      en: "Nobody can invite herself.",
    })
    .that(length >= 2 && length <= 200, "name", {
      pl: "Imię i nazwisko: od 2 do 200 znaków.",
      en: "A name has from 2 to 200 characters.",
    })
    .that(!holdsPesel(name), "name", noPesel)
    .that(
      roles.length > 0 && roles.every((role) => givable.includes(role)),
      "roles",
      {
        pl: "Wybierz co najmniej jeden z obowiązków, które możesz tu nadać.",
        en: "Choose at least one of the roles that you can give here.",
      },
    ).problem;
}

async function isAlreadyThere(
  work: Work,
  { centreId, partnerId }: Household,
  email: string,
): Promise<boolean> {
  const found = await work.rows(
    `select from invitation where centre_id = $1 and partner_id = $2 and email = $3
     union all
     select from assignment g join account a on a.id = g.account_id
     where g.centre_id = $1 and g.partner_id = $2 and g.ended_at is null and a.email = $3`,
    [centreId, partnerId, email],
  );
  return found.length > 0;
}

function newInvitation(
  work: Work,
  member: Member,
  { centreId, partnerId }: Household,
  email: string,
  { name, roles }: InvitePersonInput,
): Invitation {
  const duties = [Role.OUS, Role.SYSADMIN, Role.PARTNER_ADMIN] as const;
  return Object.assign(new Invitation(), {
    centreId,
    id: "",
    partnerId,
    email,
    name: name.trim(),
    roles: [...new Set(roles)],
    invitedBy: member.accountId,
    invitedFrom: member.partnerId,
    invitedAs: duties.find((duty) => member.roles.has(duty)) ?? "PARTNER_ADMIN",
    invitedAt: work.now,
    expiresAt: invitationExpiry(work.now),
    mailedAt: null,
    acceptedAt: null,
    withdrawnAt: null,
  } satisfies Partial<Invitation>);
}

/** Who was invited is in no event. */
export function recordInvitation(
  work: Work,
  { id, partnerId, roles }: Invitation,
  type: string,
): void {
  work.record({
    type,
    topic: "RIGHTS",
    subjectId: id,
    partnerId,
    facts: { roles: roles.join(" ") },
  });
}

export async function mailInvitation(
  work: Work,
  { id, partnerId }: Invitation,
): Promise<void> {
  await writeLetter(work, {
    kind: "invitation",
    partnerId,
    subjectId: id,
    key: `invitation:${id}`,
  });
}
