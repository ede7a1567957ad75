// The agreements of a centre as a list: those that wait for a move, those in force, those that ended.
import { registerEnumType } from "type-graphql";
import { Field, ID, InputType } from "type-graphql";

import { likeText } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { holds } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";
import { type Bind, binding } from "../platform/permission/render.js";
import type { Agreement } from "./agreement.js";
import { AgreementKind, SIGNED_ONCE } from "./agreement-kind.js";
import { agreementPolicy } from "./agreements.policy.js";
import { agreementById, readsAgreements } from "./agreements.reads.js";

export const AgreementGroup = {
  NEEDS_MOVE: "NEEDS_MOVE",
  IN_FORCE: "IN_FORCE",
  ENDED: "ENDED",
} as const;
export type AgreementGroup = keyof typeof AgreementGroup;

registerEnumType(AgreementGroup, {
  name: "AgreementGroup",
  description: "What an agreement asks of its parties now.",
  valuesConfig: {
    NEEDS_MOVE: {
      description:
        "Not signed by all, suspended, to be amended, ending within 90 days, or ended within the last 30.",
    },
    IN_FORCE: { description: "Signed, and nothing is to be done." },
    ENDED: { description: "Ended, or did not come about." },
  },
});

@InputType({ description: "Narrows a list of agreements." })
export class AgreementFilter {
  @Field(() => AgreementGroup, {
    nullable: true,
    description: "Of this group.",
  })
  group?: AgreementGroup | null;

  @Field(() => [AgreementKind], {
    nullable: true,
    description: "Any of these kinds.",
  })
  kinds?: AgreementKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Part of the number, the title or a party's name, without case and diacritics.",
  })
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Of this organisation.",
  })
  partnerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only those that everybody who signs in at the centre may know of.",
  })
  isPublic?: boolean | null;
}

/** As Agreement.statusOn. */
const statusOn = (day: string) => `case
  when a.status not in ('ACTIVE', 'SIGNED', 'SUSPENDED') then a.status
  when a.ended_on < ${day} then 'TERMINATED' when a.valid_to < ${day} then 'EXPIRED'
  when a.status = 'SUSPENDED' then 'SUSPENDED' when a.valid_from <= ${day} then 'ACTIVE' else 'SIGNED' end`;

/** Of the party that looks and has left, it is over, though the others go on. */
const groupFor = (party: string, day: string) => `case
  when ${party} = any(a.party_ids) and ${party} <> all(a.present_ids) then 'ENDED'
  when ${statusOn(day)} in ('DRAFT', 'IN_NEGOTIATION', 'AGREED', 'SUSPENDED') then 'NEEDS_MOVE'
  when ${statusOn(day)} in ('ACTIVE', 'SIGNED') then case
    when (a.valid_to <= ${day} + 90 and not a.auto_renew) or exists (select from agreement_version v
      where v.centre_id = a.centre_id and v.agreement_id = a.id and (v.status = 'PROPOSED' or v.held_on is not null)) then 'NEEDS_MOVE'
    else 'IN_FORCE' end
  when ${statusOn(day)} in ('EXPIRED', 'TERMINATED') and a.valid_to >= ${day} - 30 then 'NEEDS_MOVE'
  else 'ENDED' end`;

/** What ends soonest comes first, then what is for good; then what ended, the latest first. */
const orderBy = (group: string) => `case when ${group} = 'ENDED'
  then '1' || lpad((date '9999-12-31' - coalesce(a.ended_on, a.valid_to, a.created_at::date))::text, 8, '0')
  else '0' || lpad((coalesce(a.valid_to, date '9999-12-31') - date '2000-01-01')::text, 8, '0') end`;

interface AgreementRow {
  id: string;
  sort: string;
}

export async function agreementsVisibleTo(
  context: Context,
  filter: AgreementFilter | null,
  page: Page,
): Promise<CountedConnection<Agreement>> {
  const centreId = readsAgreements(context, { evenOwn: true });
  if (!centreId) return emptyConnection();
  const asks = (policy: Expression<{ centreId: string }>) =>
    holds(policy, context.actor, { centreId });
  const ownId =
    asks(agreementPolicy.readOwn) && "partnerId" in context.actor
      ? context.actor.partnerId
      : null;
  const group = (bind: Bind) =>
    groupFor(`${bind(ownId)}::uuid`, `${bind(localDate(context.now))}::date`);
  const seen = (bind: Bind) =>
    `(a.status = any(${bind(asks(agreementPolicy.list) ? SIGNED_ONCE : [])})
      or (a.status <> 'DRAFT' and ${bind(ownId)}::uuid = any(a.party_ids)))`;
  const text = filter?.text?.trim() ? likeText(filter.text) : null;
  // only what was asked for stands in the statement, so that it is planned once
  const from = (bind: Bind) =>
    `from agreement a where ${[
      `a.centre_id = ${bind(centreId)}`,
      !asks(agreementPolicy.readAll) && seen(bind),
      filter?.group && `${group(bind)} = ${bind(filter.group)}`,
      filter?.kinds && `a.kind = any(${bind(filter.kinds)})`,
      text &&
        `(folded(a.number || ' ' || a.title) like '%' || folded(${bind(text)}) || '%'
          or exists (select from partner p where p.centre_id = a.centre_id and p.id = any(a.party_ids)
            and p.search like '%' || folded(${bind(text)}) || '%'))`,
      filter?.partnerId &&
        `${bind(fromGlobalId("Partner", filter.partnerId))} = any(a.party_ids)`,
      typeof filter?.isPublic === "boolean" &&
        `a.is_public = ${bind(filter.isPublic)}`,
    ]
      .filter(Boolean)
      .join(" and ")}`;
  const listed = binding();
  const order = orderBy(group(listed.bind));
  const after =
    page.after &&
    `and (${order}, a.id) > (${listed.bind(page.after[0])}, ${listed.bind(page.after[1])}::uuid)`;
  const rows = await context.reads.rows<AgreementRow>(
    `select a.id, ${order} as sort ${from(listed.bind)} ${after ?? ""}
     order by ${order}, a.id limit ${String(page.first + 1)}`,
    listed.values,
  );
  const agreements = await Promise.all(
    rows.map((row) => context.load(agreementById, row.id)),
  );
  return {
    ...connection(
      rows,
      page,
      (row) => [row.sort, row.id],
      (row) => {
        const agreement = agreements.find((found) => found?.id === row.id);
        if (!agreement) throw new Error("a listed agreement is not to be read");
        return agreement;
      },
    ),
    count: async () => {
      const counted = binding();
      const [row] = await context.reads.rows<{ count: string }>(
        `select count(*) ${from(counted.bind)}`,
        counted.values,
      );
      return Number(row?.count ?? 0);
    },
  };
}
