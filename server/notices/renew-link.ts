// A link has expired: another one goes to the person that the first one went to, or who stands in for her, and to nobody else.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import { transact } from "../events/index.js";
import { writeLetter } from "../letters/index.js";
import type { Context } from "../platform/graphql/context.js";
import type { System } from "../platform/permission/actor.js";
import { CONFIRM_PLACES } from "./ask-to-confirm.js";
import { LinkDead, linkDead, tooManyLinks } from "./link-problems.js";
import { OpenedLink } from "./linked.js";
import { findLink, openedLink } from "./links.reads.js";
import { ANSWER_REFERRAL } from "./tell-of-referral.js";

@InputType({ description: "Which link shall be sent anew." })
export class RenewLinkInput {
  @Field(() => String, { description: "Of the link that has expired." })
  token!: string;
}

@ObjectType({
  description:
    "Another link is on its way to the same address, if there still is something to answer.",
})
export class LinkRenewed {
  @Field(() => OpenedLink, { description: "The one that has expired." })
  link!: OpenedLink;
}

export const RenewLinkPayload = createUnionType({
  name: "RenewLinkPayload",
  description: "Outcome of asking for another link.",
  types: () => [LinkRenewed, LinkDead] as const,
});

/** Who asks again and again gets one mail in so many minutes. */
const PAUSE_MINUTES = 10;
const A_DAY = 5;

export async function renewLink(
  context: Context,
  { token }: RenewLinkInput,
): Promise<typeof RenewLinkPayload> {
  const opened = await openedLink(context, token);
  const found = await findLink(context, token);
  if (!found || opened?.state !== "EXPIRED")
    return linkDead(context.say, opened);
  const { link } = found;
  const kind =
    link.kind === "CONFIRM_PLACES" ? CONFIRM_PLACES : ANSWER_REFERRAL;
  const { dataSource, now, say, keys, committed } = context;
  const actor: System = { kind: "system", centreId: link.centreId };
  const isTooMuch = await transact(
    { dataSource, actor, now, say, keys, committed },
    async (work) => {
      const today = await work.rows<{ is_recent: boolean }>(
        `select written_at > $4::timestamptz - make_interval(mins => ${String(PAUSE_MINUTES)}) as is_recent
         from letter where centre_id = $1 and contact_person_id = $2 and kind = $3 and subject_id is not distinct from $5
           and written_at > $4::timestamptz - interval '1 day'`,
        [work.centreId, link.contactPersonId, kind, now, link.referralId],
      );
      if (today.some((letter) => letter.is_recent)) return false;
      if (today.length >= A_DAY) return true;
      await writeLetter(work, {
        kind,
        partnerId: link.partnerId,
        contactPersonId: link.contactPersonId,
        subjectId: link.referralId,
        key: `${kind}:again:${link.id}`,
      });
      return false;
    },
  );
  if (isTooMuch) return tooManyLinks(say, opened);
  return Object.assign(new LinkRenewed(), { link: opened });
}
