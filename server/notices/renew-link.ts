// A link has expired: another one goes to the address that the first one went to, and to no other.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import { transact } from "../events/index.js";
import { writeLetter } from "../letters/index.js";
import type { Context } from "../platform/graphql/context.js";
import type { System } from "../platform/permission/actor.js";
import { CONFIRM_PLACES } from "./ask-to-confirm.js";
import { LinkDead, linkDead } from "./link-problems.js";
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
  await transact(
    { dataSource, actor, now, say, keys, committed },
    async (work) => {
      const recent = await work.rows(
        `select from letter where centre_id = $1 and contact_person_id = $2 and kind = $3
         and written_at > $4::timestamptz - make_interval(mins => ${String(PAUSE_MINUTES)}) limit 1`,
        [work.centreId, link.contactPersonId, kind, now],
      );
      if (recent.length > 0) return;
      await writeLetter(work, {
        kind,
        partnerId: link.partnerId,
        contactPersonId: link.contactPersonId,
        subjectId: link.referralId,
        key: `${kind}:again:${link.id}`,
      });
    },
  );
  return Object.assign(new LinkRenewed(), { link: opened });
}
