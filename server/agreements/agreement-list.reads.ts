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

/** As Agreement.statusOn, on the day $2. */
const STATUS = `case
  when a.status not in ('ACTIVE', 'SIGNED', 'SUSPENDED') then a.status
  when a.ended_on < $2 then 'TERMINATED' when a.valid_to < $2 then 'EXPIRED'
  when a.status = 'SUSPENDED' then 'SUSPENDED' when a.valid_from <= $2 then 'ACTIVE' else 'SIGNED' end`;

/** Of the party $9 that looks and has left, it is over, though the others go on. */
const GROUP = `case
  when $9 = any(a.party_ids) and $9 <> all(a.present_ids) then 'ENDED'
  when ${STATUS} in ('DRAFT', 'IN_NEGOTIATION', 'AGREED', 'SUSPENDED') then 'NEEDS_MOVE'
  when ${STATUS} in ('ACTIVE', 'SIGNED') then case
    when (a.valid_to <= $2::date + 90 and not a.auto_renew) or exists (select from agreement_version v
      where v.centre_id = a.centre_id and v.agreement_id = a.id and (v.status = 'PROPOSED' or v.held_on is not null)) then 'NEEDS_MOVE'
    else 'IN_FORCE' end
  when ${STATUS} in ('EXPIRED', 'TERMINATED') and a.valid_to >= $2::date - 30 then 'NEEDS_MOVE'
  else 'ENDED' end`;

/** What ends soonest comes first, then what is for good; then what ended, the latest first. */
const ORDER = `case when ${GROUP} = 'ENDED'
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
  const parameters = [
    centreId,
    localDate(context.now),
    filter?.group ?? null,
    filter?.kinds ?? null,
    filter?.text?.trim() ? likeText(filter.text) : null,
    filter?.partnerId ? fromGlobalId("Partner", filter.partnerId) : null,
    holds(agreementPolicy.readAll, context.actor, { centreId }),
    holds(agreementPolicy.list, context.actor, { centreId }) ? SIGNED_ONCE : [],
    holds(agreementPolicy.readOwn, context.actor, { centreId }) &&
    "partnerId" in context.actor
      ? context.actor.partnerId
      : null,
    filter?.isPublic ?? null,
  ];
  const where = `from agreement a
    where a.centre_id = $1 and ($3::text is null or ${GROUP} = $3) and ($4::text[] is null or a.kind = any($4))
      and ($5::text is null or folded(a.number || ' ' || a.title) like '%' || folded($5) || '%'
        or exists (select from partner p where p.centre_id = a.centre_id and p.id = any(a.party_ids)
          and p.search like '%' || folded($5) || '%'))
      and ($6::uuid is null or $6 = any(a.party_ids)) and ($10::boolean is null or a.is_public = $10) and ($7 or a.status = any($8) or (a.status <> 'DRAFT' and $9 = any(a.party_ids)))`;
  const rows = await context.reads.rows<AgreementRow>(
    `select a.id, ${ORDER} as sort ${where}
       and ($11::text is null or (${ORDER}, a.id) > ($11, $12::uuid))
     order by ${ORDER}, a.id limit $13`,
    [
      ...parameters,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.first + 1,
    ],
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
      const [counted] = await context.reads.rows<{ count: string }>(
        `select count(*) ${where}`,
        parameters,
      );
      return Number(counted?.count ?? 0);
    },
  };
}
