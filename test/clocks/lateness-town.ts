// The town whose clocks are measured: referrals, offers, sights, lists of fallbacks and letters, each with its job.
import { randomUUID } from "node:crypto";

import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import { plan } from "../referrals/chain/listing.js";
import type { Person } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";

export interface Words {
  referrals: number;
  due: number;
  burst: number;
  others: number;
  seconds: number;
}

export interface Town {
  centre: TestCentre;
  partners: TestPartner[];
  services: Offered[];
  senders: Person[];
  team: Person;
}

interface Size {
  partners: number;
  /** Of each partner. */
  services: number;
  /** So many that what they hold leaves room for what goes on by itself. */
  senders: number;
}

export async function aTown(
  centre: TestCentre,
  referrals: number,
  size: Size,
): Promise<Town> {
  const places = Math.ceil(referrals / (size.partners * size.services));
  const services: Offered[] = [];
  const partners: TestPartner[] = [];
  let team: Person | null = null;
  for (let n = 0; n < size.partners; n += 1) {
    const partner = await centre.aPartner();
    partners.push(partner);
    team ??= await partner.aPerson("PARTNER_REFERRALS");
    for (let m = 0; m < size.services; m += 1)
      services.push(
        await partner.aService({ total: places, reserved: places }),
      );
  }
  if (!team) throw new Error("nobody answers");
  await centre.aPerson("OUS");
  const senders: Person[] = [];
  for (let n = 0; n < size.senders; n += 1)
    senders.push(await centre.aPerson("KIPUS"));
  return { centre, partners, services, senders, team };
}

/** As they stand when they were sent some days ago: with their holds, events and timers. */
export async function sendAll(
  { centre, services, senders }: Town,
  { referrals, due, burst, seconds }: Words,
  from: Date,
): Promise<void> {
  const end = +from + seconds * 1000;
  const sent = Array.from({ length: referrals }, (_, n) => ({
    id: randomUUID(),
    number: `SK/2020/${String(n + 1).padStart(5, "0")}`,
    service: services[n % services.length]?.id,
    sender: senders[n % senders.length]?.accountId,
    due: new Date(
      n < burst
        ? end
        : n < due
          ? +from + ((n - burst) / (due - burst)) * seconds * 1000
          : end + 3 * 86_400_000,
    ).toISOString(),
  }));
  for (let first = 0; first < sent.length; first += AT_ONCE)
    await insert(centre, sent.slice(first, first + AT_ONCE), from);
}

/** So many rows are written in a statement that no machine takes too long for it. */
const AT_ONCE = 1000;

async function insert(centre: TestCentre, sent: readonly object[], from: Date) {
  await centre.asSystem(async (work) => {
    await work.rows(
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
         priority, status, disclosure_level, units, takes, sent_at, due_at, due_rule, created_at, updated_at)
       select s.centre_id, g.id, g.number, left(g.id::text, 8), s.id, s.partner_id, g.sender, 'Koordynatorka',
         'STANDARD', 'SENT', 'L0_TOKEN', 1, 'RESERVED', $2::timestamptz - interval '5 days', g.due,
         '{"agreement":null,"priority":"STANDARD","amount":5,"unit":"WORKING_DAYS"}', $2::timestamptz - interval '5 days',
         $2::timestamptz - interval '5 days'
       from jsonb_to_recordset($1::jsonb) as g(id uuid, number text, service uuid, sender uuid, due timestamptz)
       join service s on s.id = g.service`,
      [JSON.stringify(sent), from],
    );
    await work.rows(
      `select enqueue_job('expire-referral', r.id, r.due_at) from jsonb_to_recordset($2::jsonb) as g(id uuid)
       join referral r on r.centre_id = $1 and r.id = g.id`,
      [centre.id, JSON.stringify(sent)],
    );
  });
}

/** What rings beside them, all with the burst; an offer lapses seven days after its sending. */
export async function ringOthers(
  { centre, partners, senders, team }: Town,
  { others, seconds }: Words,
  from: Date,
): Promise<void> {
  const [partner] = partners;
  const [sender] = senders;
  if (!partner || !sender) throw new Error("nobody offers or sends");
  const total = others * 3;
  const taken = await partner.aService({ total, reserved: others * 2 });
  const elsewhere = await partner.aService({ total });
  const caseId = fromGlobalId("Case", await centre.aCase(sender));
  const basisId = fromGlobalId(
    "DisclosureBasis",
    await centre.aBasis({
      ...{ caseId, partnerId: partner.id, serviceId: null },
      ...{ maxLevel: "L1_CONTACT", revoked: false },
    }),
  );
  const end = new Date(+from + seconds * 1000);
  await centre.asSystem(async (work) => {
    const rows = (sql: string, ...values: unknown[]) =>
      work.rows(sql, [centre.id, ...values]);
    await rows(
      `update disclosure_basis set valid_to = $3 where centre_id = $1 and id = $2`,
      ...[basisId, end],
    );
    await rows(
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
         priority, status, disclosure_level, units, takes, sent_at, offered_until, waiting_since, created_at, updated_at)
       select s.centre_id, gen_random_uuid(), 'SK/2021/' || lpad(n::text, 5, '0'), left(md5(n::text), 8), s.id, s.partner_id,
         $3, 'Koordynatorka', 'STANDARD', case when n <= $4 then 'OFFERED' else 'ACCEPTED' end,
         case when n <= $4 then 'L0_TOKEN' else 'L1_CONTACT' end, 1, 'RESERVED', $5::timestamptz - interval '7 days',
         case when n <= $4 then $5::timestamptz end, case when n <= $4 then $5::timestamptz - interval '7 days' end,
         now(), now()
       from service s, generate_series(1, 2 * $4::int) n where s.centre_id = $1 and s.id = $2`,
      ...[taken.id, sender.accountId, others, end],
    );
    await rows(
      `insert into referral_scope (centre_id, referral_id, case_id, basis_id, fields)
       select centre_id, id, $3, $4, array['FIRST_NAME'] from referral
       where centre_id = $1 and service_id = $2 and status = 'ACCEPTED'`,
      ...[taken.id, caseId, basisId],
    );
    await rows(
      `select enqueue_job(case status when 'OFFERED' then 'lapse-offer' else 'end-sight' end, id, $3) from referral
       where centre_id = $1 and service_id = $2`,
      ...[taken.id, end],
    );
    await rows(
      `insert into letter (centre_id, id, kind, account_id, partner_id, key, send_at, written_at)
       select $1, gen_random_uuid(), 'referral-reminder', $2, $3, 'measured:' || n, $4, now()
       from generate_series(1, $5::int) n`,
      ...[team.accountId, partner.id, end, others],
    );
  });
  // each by who sent it
  const listed = await centre.asSystem((work) =>
    work.rows<{ id: string; sender: string }>(
      `select id, sender_account_id as sender from referral where centre_id = $1 and due_at = $2 order by id limit $3`,
      [centre.id, end, others],
    ),
  );
  for (const { id, sender: accountId } of listed) {
    const hers = senders.find((one) => one.accountId === accountId);
    const planned =
      hers &&
      (await plan(hers, toGlobalId("Referral", id), [elsewhere.globalId]));
    if (planned?.__typename !== "Referral")
      throw new Error(`no list: ${String(planned?.__typename)}`);
  }
}
