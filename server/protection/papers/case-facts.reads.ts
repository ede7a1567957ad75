// What is known of an own case beside who the person is: her referrals, the bases of telling, and who saw or changed something.
import type { AgreementKind } from "../../agreements/index.js";
import type { Case } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import type { Role } from "../../identity/index.js";
import type { CapacityUnit } from "../../offer/index.js";
import type { DisclosureLevel } from "../../partners/index.js";
import type { TouchAction } from "../../platform/permission/touch.js";
import type {
  DeclineReason,
  DiscontinueReason,
  ReferralStatus,
} from "../../referrals/index.js";

export interface SentReferral {
  number: string;
  own_reference: string | null;
  service: string;
  partner: string;
  level: DisclosureLevel;
  status: ReferralStatus;
  units: number;
  unit: CapacityUnit;
  sent_at: Date;
  decided_at: Date | null;
  started_at: Date | null;
  finished_at: Date | null;
  decline_reason: DeclineReason | null;
  discontinue_reason: DiscontinueReason | null;
  agreement: string | null;
  agreement_kind: AgreementKind | null;
  /** On which it was sent; null: as a number, or of somebody erased since. */
  basis: BasisKind | null;
  /** Exactly what travelled; null as the basis. */
  fields: string[] | null;
  delivered_units: number | null;
  result: string | null;
  /** The dates that were agreed on, but those that were moved or fell away. */
  appointments: { at: string; state: "PLANNED" | "CAME" | "DID_NOT_COME" }[];
}

export type BasisKind =
  | "CONSENT"
  | "STATUTORY_TASK"
  | "CONTRACT_PROCESSOR"
  | "VITAL_INTEREST";

export interface GivenBasis {
  partner: string;
  service: string | null;
  level: DisclosureLevel;
  fields: string[];
  basis: BasisKind;
  given_at: Date;
  valid_to: Date | null;
  revoked_at: Date | null;
}

export interface SeenLine {
  at: Date;
  partner: string | null;
  is_system: boolean;
  roles: Role[];
  action: TouchAction;
  fields: string[];
  change: string | null;
  purpose: string | null;
  number: string | null;
}

export interface CaseFacts {
  case: Case;
  centre: string;
  controller: string;
  /** Where the data protection officer is reached: mail, then the centre's own telephone and address. */
  officerAt: string[];
  isIdentityKept: boolean;
  erasedAt: Date | null;
  referrals: SentReferral[];
  bases: GivenBasis[];
  lines: SeenLine[];
  /** There are older ones that are not printed. */
  hasMoreLines: boolean;
}

const MOST_REFERRALS = 500;
const MOST_LINES = 1_000;

export async function caseFacts(work: Work, of: Case): Promise<CaseFacts> {
  const [place] = await work.rows<{
    centre: string;
    controller: string;
    is_kept: boolean;
    erased_at: Date | null;
    reached_at: (string | null)[];
  }>(
    `select c.name as centre, array[h.phone, h.address] as reached_at, coalesce(h.name, c.name) as controller, k.destroyed_at as erased_at,
       k.wrapped_key is not null as is_kept
     from centre c left join partner h on h.centre_id = c.id and h.id = c.hub_partner_id
     left join case_key k on k.centre_id = c.id and k.case_id = $2 where c.id = $1`,
    [of.centreId, of.id],
  );
  const lines = await linesAbout(work, of);
  return {
    case: of,
    centre: place?.centre ?? "",
    controller: place?.controller ?? "",
    officerAt: [
      ...(await officersMails(work)),
      ...(place?.reached_at ?? []).flatMap((one) => one ?? []),
    ],
    isIdentityKept: place?.is_kept ?? false,
    erasedAt: place?.erased_at ?? null,
    referrals: await referralsOf(work, of),
    bases: await basesOf(work, of),
    lines: lines.slice(0, MOST_LINES),
    hasMoreLines: lines.length > MOST_LINES,
  };
}

/** Whoever has the duty; her address is public by law (RODO art. 13 (1) b), her name is not asked. */
async function officersMails(work: Work): Promise<string[]> {
  const rows = await work.inSystemsName(() =>
    work.rows<{ email: string }>(
      `select distinct a.email from assignment g join account a on a.id = g.account_id and a.status = 'ACTIVE'
       where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and 'IOD' = any(g.roles)
       order by a.email limit 3`,
      [work.centreId],
    ),
  );
  return rows.map(({ email }) => email);
}

/** Those that were sent, the oldest first, each with what of the person travelled with it, and on which basis. */
export function referralsOf(work: Work, of: Case): Promise<SentReferral[]> {
  return work.rows(
    `select r.number, s.own_reference, v.name as service, p.name as partner, r.disclosure_level as level, r.status,
       r.units, c.unit, r.sent_at, r.decided_at, r.started_at, r.finished_at, r.decline_reason, r.discontinue_reason,
       a.number as agreement, a.kind as agreement_kind, b.basis, t.fields,
       coalesce(r.delivered_units, case when r.started_at is not null and r.finished_at is not null then (
         select sum(coalesce(l.quantity, case l.state when 'PRESENT' then 1 else 0 end))::integer
         from (select distinct on (d.day) d.* from attendance d where d.centre_id = r.centre_id and d.referral_id = r.id
           order by d.day, d.revision desc) l) end) as delivered_units, coalesce(r.result, s.result) as result,
       array(select jsonb_build_object('at', d.at, 'state', d.state) from appointment d
         where d.centre_id = r.centre_id and d.referral_id = r.id and d.state <> 'CANCELLED' order by d.number) as appointments
     from referral_subject s
     join referral r on r.centre_id = s.centre_id and r.id = s.referral_id
     join service v on v.centre_id = r.centre_id and v.id = r.service_id
     join partner p on p.centre_id = r.centre_id and p.id = r.partner_id
     join capacity c on c.centre_id = r.centre_id and c.service_id = r.service_id
     left join agreement a on a.centre_id = r.centre_id and a.id = r.agreement_id
     left join referral_scope t on t.centre_id = r.centre_id and t.referral_id = r.id
     left join disclosure_basis b on b.centre_id = t.centre_id and b.id = t.basis_id
     where s.centre_id = $1 and s.case_id = $2 and r.sent_at is not null
     order by r.sent_at, r.number limit $3`,
    [of.centreId, of.id, MOST_REFERRALS],
  );
}

function basesOf(work: Work, of: Case): Promise<GivenBasis[]> {
  return work.rows(
    `select p.name as partner, v.name as service, b.max_level as level, b.fields, b.basis, b.given_at, b.valid_to, b.revoked_at
     from disclosure_basis b
     join partner p on p.centre_id = b.centre_id and p.id = b.partner_id
     left join service v on v.centre_id = b.centre_id and v.id = b.service_id
     where b.centre_id = $1 and b.case_id = $2 order by b.given_at, b.id limit $3`,
    [of.centreId, of.id, MOST_REFERRALS],
  );
}

/** What was done; who tried and was refused was told nothing. The names of people who work with it stay out. */
function linesAbout(work: Work, of: Case): Promise<SeenLine[]> {
  return work.rows(
    `select l.at, p.name as partner, l.actor_account_id is null as is_system, l.roles, l.action, l.fields, l.change,
       l.purpose, l.subject_number as number
     from access_log l left join partner p on p.centre_id = l.centre_id and p.id = l.partner_id
     where l.centre_id = $1 and l.case_id = $2 and l.outcome = 'DONE' order by l.position desc limit $3`,
    [of.centreId, of.id, MOST_LINES + 1],
  );
}
