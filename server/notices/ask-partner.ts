// The organiser asks an organisation, between its reminders, whether its free places are still true (domain O7).
import {
  createUnionType,
  Field,
  ID,
  InputType,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, Role } from "../identity/index.js";
import { outsideQuietHours, writeLetter } from "../letters/index.js";
import { Partner } from "../partners/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { role } from "../platform/permission/expression.js";
import { CONFIRM_PLACES } from "./ask-to-confirm.js";
import { STALE_OFFER } from "./remind-stale-offers.js";

const mayAsk = role<Pick<Partner, "centreId">>(Role.OUS);

@InputType({ description: "Which organisation is asked." })
export class AskToConfirmInput {
  @Field(() => ID, { description: "Which organisation." })
  partnerId!: string;
}

@ObjectType({
  description:
    "An organisation is asked whether its free places are still true.",
})
export class ConfirmationAsked {
  @Field(() => Date, {
    description: "When; asked again within a day, it is the first time.",
  })
  askedAt!: Date;

  @Field(() => Partner, { description: "Who is asked." })
  partner!: Partner;
}

export const AskToConfirmPayload = createUnionType({
  name: "AskToConfirmPayload",
  description: "Outcome of asking.",
  types: () => [ConfirmationAsked, InvalidInput] as const,
});

export async function askToConfirm(
  work: Work,
  { partnerId }: AskToConfirmInput,
): Promise<typeof AskToConfirmPayload> {
  const { centreId, now } = work;
  const id = fromGlobalId("Partner", partnerId);
  const partner = await work.manager
    .getRepository(Partner)
    .findOneBy({ centreId, id });
  if (!partner)
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiej organizacji.",
      en: "There is no such organisation.",
    });
  authorize(work, mayAsk, partner);
  await work.alone(`${CONFIRM_PLACES} ${centreId} ${id}`);
  const asked = await askedLately(work, id);
  if (asked)
    return Object.assign(new ConfirmationAsked(), { askedAt: asked, partner });
  const contactPersonId = await contactOf(work, id);
  if (!contactPersonId)
    return unknownNoun(work.say, "partnerId", {
      pl: "Ta organizacja nie ma osoby do kontaktu z adresem e-mail. Zadzwoń do niej.",
      en: "This organisation has no contact person with an e-mail address. Call it.",
    });
  await writeLetter(work, {
    ...{ kind: CONFIRM_PLACES, partnerId: id, contactPersonId },
    key: `${CONFIRM_PLACES}:${id}`,
    sendAt: outsideQuietHours(now),
  });
  work.record({
    type: "ConfirmationAsked",
    topic: "NETWORK",
    subjectId: id,
    partnerId: id,
    facts: {},
  });
  return Object.assign(new ConfirmationAsked(), { askedAt: now, partner });
}

/** By the organiser or by the clock, and nobody has confirmed since: nobody is asked twice a day, or while the mail still waits. */
async function askedLately(
  work: Work,
  partnerId: string,
): Promise<Date | null> {
  const [letter] = await work.inSystemsName(() =>
    work.rows<{ at: Date }>(
      `select max(coalesce(sent_at, written_at)) as at from letter
       where centre_id = $1 and partner_id = $2 and kind in ('${STALE_OFFER}', '${CONFIRM_PLACES}') and dropped_at is null
         and (sent_at is null or sent_at > $3::timestamptz - interval '1 day')
       having max(coalesce(sent_at, written_at)) > coalesce((select max(confirmed_at) from capacity
         where centre_id = $1 and partner_id = $2), '-infinity')`,
      [work.centreId, partnerId, work.now],
    ),
  );
  return letter?.at ?? null;
}

async function contactOf(
  work: Work,
  partnerId: string,
): Promise<string | null> {
  const [contact] = await work.inSystemsName(() =>
    work.rows<{ id: string }>(
      `select id from contact_person
       where centre_id = $1 and partner_id = $2 and active and work_email is not null
       order by is_primary desc, created_at, id limit 1`,
      [work.centreId, partnerId],
    ),
  );
  return contact?.id ?? null;
}
