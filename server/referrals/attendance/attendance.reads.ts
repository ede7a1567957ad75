// Reads lists of attendance: of a service for a day or period, and of one referral.
import type { CapacityUnit } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { grouped, loader } from "../../platform/graphql/loader.js";
import { render } from "../../platform/permission/render.js";
import { referralPolicy } from "../referrals.policy.js";
import { Attendance, AttendanceLine, AttendanceSheet } from "./attendance.js";

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

interface AskedSheet {
  serviceId: string;
  from: string;
  to: string;
}

const periodOf = ({ from, to }: AskedSheet) => `${from} ${to}`;

type SheetRow = Partial<Attendance> & {
  service: string;
  id: string;
  number: string;
  tokenCode: string;
  isSuspended: boolean;
  absencesInRow: number;
};

/** Lists of many services at once, one statement for each period; null: the viewer does not write it. */
export const sheetOf = loader<AskedSheet, AttendanceSheet | null>(
  async (context, sheets) => {
    const services = [...new Set(sheets.map(({ serviceId }) => serviceId))];
    const capacities = await context.reads.rows<{
      id: string;
      unit: CapacityUnit;
    }>(
      `select service_id as id, unit from capacity where centre_id = $1 and service_id = any($2)`,
      [context.actor.centreId, services],
    );
    const units = new Map(capacities.map(({ id, unit }) => [id, unit]));
    const periods = [
      ...new Map(sheets.map((sheet) => [periodOf(sheet), sheet])).values(),
    ];
    const read = await Promise.all(
      periods.map((period) => linesOf(context, services, period)),
    );
    const rows = new Map(
      periods.map((period, nth) => [periodOf(period), read[nth] ?? []]),
    );
    return sheets.map((sheet) => {
      const unit = units.get(sheet.serviceId);
      const lines = (rows.get(periodOf(sheet)) ?? []).filter(
        ({ service }) => service === sheet.serviceId,
      );
      return unit
        ? Object.assign(new AttendanceSheet(), {
            ...{ ...sheet, unit },
            lines: lines
              .map(lineOf)
              .toSorted((one, other) => one.number.localeCompare(other.number)),
          })
        : null;
    });
  },
  (sheet) => `${sheet.serviceId} ${periodOf(sheet)}`,
);

/** Of the newest of each service. */
function linesOf(
  context: Context,
  services: readonly string[],
  { from, to }: AskedSheet,
): Promise<SheetRow[]> {
  const { actor } = context;
  const values: unknown[] = [actor.centreId, services, from, to];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  return context.reads.rows<SheetRow>(
    `select s.*, a.day::text as day, a.until::text as until, a.revision, a.state, a.quantity,
       a.recorded_at as "recordedAt"
     from (select r.centre_id, r.id, r.service_id as service, r.number, r.token_code as "tokenCode",
         r.status = 'SUSPENDED' as "isSuspended", r.absences_in_row as "absencesInRow",
         row_number() over (partition by r.service_id order by r.started_at desc, r.id) as place
       from referral r
       where r.centre_id = $1 and r.service_id = any($2) and ${render(referralPolicy.recordAttendance, actor, bind, "r")}
         and (r.started_at at time zone 'Europe/Warsaw')::date <= $4::date
         and (r.finished_at is null or (r.finished_at at time zone 'Europe/Warsaw')::date >= $3::date)) s
     left join lateral (select l.* from attendance l where l.centre_id = s.centre_id and l.referral_id = s.id
       and l.day = $3 order by l.revision desc limit 1) a on true
     where s.place <= ${String(MOST_LINES)}`,
    values,
  );
}

function lineOf(row: SheetRow): AttendanceLine {
  const { id, number, tokenCode, isSuspended, absencesInRow } = row;
  const { day, until, revision, state, quantity, recordedAt } = row;
  return Object.assign(new AttendanceLine(), {
    ...{ id, number, tokenCode, isSuspended, absencesInRow },
    referralId: toGlobalId("Referral", id),
    entry: revision
      ? Object.assign(new Attendance(), {
          ...{ referralId: id, revision },
          ...{ day, until, state, quantity, recordedAt },
        })
      : null,
  });
}
