// Reads lists of attendance: of a service for a day or period, and of one referral.
import type { CapacityUnit } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { grouped, loader } from "../../platform/graphql/loader.js";
import { render } from "../../platform/permission/render.js";
import { referralPolicy } from "../referrals.policy.js";
import { Attendance, AttendanceSheet } from "./attendance.js";

const MOST_DAYS = 60;
const MOST_LINES = 200;

const COLUMNS = `a.referral_id as "referralId", a.day::text as day, a.until::text as until, a.revision, a.state, a.quantity,
  a.recorded_at as "recordedAt"`;

/** All lines of the newest days of each referral, the newest first; the wall leaves out what is not the viewer's. */
export const attendanceOf = loader<string, Attendance[]>(
  async (context, referralIds) => {
    const rows = await context.reads.rows<Attendance>(
      `select ${COLUMNS} from (select l.*, dense_rank() over (partition by l.referral_id order by l.day desc) as place
         from attendance l where l.centre_id = $1 and l.referral_id = any($2)) a
       where a.place <= ${String(MOST_DAYS)} order by a.day desc, a.revision desc`,
      [context.actor.centreId, referralIds],
    );
    return grouped(
      referralIds,
      rows.map((row) => Object.assign(new Attendance(), row)),
      (row) => row.referralId,
    );
  },
);

/** What all lines of a referral come to, also those that are too old for a list. */
export const deliveredSoFar = loader<string, number | null>(
  async (context, referralIds) => {
    const rows = await context.reads.rows<{ id: string; units: number }>(
      `select l.referral_id as id, sum(coalesce(l.quantity, case l.state when 'PRESENT' then 1 else 0 end))::integer as units
       from (select distinct on (a.referral_id, a.day) a.* from attendance a
         where a.centre_id = $1 and a.referral_id = any($2) order by a.referral_id, a.day, a.revision desc) l
       group by l.referral_id`,
      [context.actor.centreId, referralIds],
    );
    const units = new Map(rows.map((row) => [row.id, row.units]));
    return referralIds.map((id) => units.get(id) ?? null);
  },
);

/** null: the service is not one whose lists the viewer writes. */
export async function sheetOf(
  context: Context,
  serviceId: string,
  { from, to }: { from: string; to: string },
): Promise<AttendanceSheet | null> {
  const { actor } = context;
  const values: unknown[] = [actor.centreId, serviceId, from, to];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  const rows = await context.reads.rows<
    Partial<Attendance> & {
      referralId: string;
      number: string;
      absencesInRow: number;
    }
  >(
    `select r.id as "referralId", r.number, r.absences_in_row as "absencesInRow", a.day::text as day, a.until::text as until,
       a.revision, a.state, a.quantity, a.recorded_at as "recordedAt"
     from referral r
     left join lateral (select l.* from attendance l where l.centre_id = r.centre_id and l.referral_id = r.id
       and l.day = $3 and l.until = $4 order by l.revision desc limit 1) a on true
     where r.centre_id = $1 and r.service_id = $2 and ${render(referralPolicy.recordAttendance, actor, bind, "r")}
       and r.status in ('IN_PROGRESS', 'SUSPENDED', 'COMPLETED', 'DISCONTINUED')
       and (r.started_at at time zone 'Europe/Warsaw')::date <= $4::date
       and (r.finished_at is null or (r.finished_at at time zone 'Europe/Warsaw')::date >= $3::date)
     order by r.started_at desc, r.id limit ${String(MOST_LINES)}`,
    values,
  );
  const [capacity] = await context.reads.rows<{ unit: CapacityUnit }>(
    `select unit from capacity where centre_id = $1 and service_id = $2`,
    [actor.centreId, serviceId],
  );
  if (!capacity) return null;
  return Object.assign(new AttendanceSheet(), {
    ...{ serviceId, from, to, unit: capacity.unit },
    lines: rows
      .map(({ referralId, number, absencesInRow, ...entry }) => ({
        referralId: toGlobalId("Referral", referralId),
        ...{ number, absencesInRow },
        entry: entry.revision ? Object.assign(new Attendance(), entry) : null,
      }))
      .toSorted((one, other) => one.number.localeCompare(other.number)),
  });
}
