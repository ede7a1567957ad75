// What a list stands on: of many people at once, in few statements.
import type { Work } from "../../events/index.js";
import type { CapacityUnit } from "../../offer/index.js";
import { grouped, inOrder } from "../../platform/graphql/loader.js";
import type { Referral } from "../referral.js";
import { Attendance } from "./attendance.js";

const NEWEST_DAYS = 60;

interface Period {
  from: string;
  to: string;
}

/** Of each referral the standing lines of its newest days, and those that touch a period; in the order of the referrals. */
export async function standingOf(
  work: Work,
  referralIds: readonly string[],
  { from, to }: Period,
): Promise<Attendance[][]> {
  const rows = await work.rows<Attendance>(
    `select l.referral_id as "referralId", l.day::text as day, l.until::text as until, l.revision, l.state, l.quantity
     from (select s.*, row_number() over (partition by s.referral_id order by s.day desc) as place
       from (select distinct on (a.referral_id, a.day) a.* from attendance a
         where a.centre_id = $1 and a.referral_id = any($2) order by a.referral_id, a.day, a.revision desc) s) l
     where l.place <= ${String(NEWEST_DAYS)} or (l.day <= $4 and l.until >= $3)`,
    [work.centreId, referralIds, from, to],
  );
  return grouped(
    referralIds,
    rows.map((row) => Object.assign(new Attendance(), row)),
    ({ referralId }) => referralId,
  );
}

/** What their services are counted in; a unit stays what it was when the service was published. */
export async function unitsOf(
  work: Work,
  referrals: readonly Referral[],
): Promise<CapacityUnit[]> {
  const services = referrals.map(({ serviceId }) => serviceId);
  const rows = await work.rows<{ id: string; unit: CapacityUnit }>(
    `select service_id as id, unit from capacity where centre_id = $1 and service_id = any($2)`,
    [work.centreId, services],
  );
  return inOrder(services, rows, ({ id }) => id).map((row) => {
    if (!row) throw new Error("the service of a referral has no numbers");
    return row.unit;
  });
}

/** The next version of each, with how often absent; they are locked. */
export async function saveAbsences(
  work: Work,
  referrals: readonly Referral[],
): Promise<void> {
  await work.rows(
    `update referral r set version = n.version, updated_at = $2, absences_in_row = n.absences
     from unnest($3::uuid[], $4::integer[], $5::integer[]) as n(id, version, absences)
     where r.centre_id = $1 and r.id = n.id`,
    [
      work.centreId,
      work.now,
      referrals.map(({ id }) => id),
      referrals.map(({ version }) => version),
      referrals.map((one) => one.absencesInRow),
    ],
  );
}
