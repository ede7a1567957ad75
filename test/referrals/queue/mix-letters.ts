// What people had to be told, at its hour, and was not: reminders, escalations, refusals, appointments that are near and what expired; judged by the tables and the mails alone.
import { DateTime } from "luxon";

import { isWorkingDay, ZONE } from "../../../server/platform/calendar.js";
import type { Api } from "../../support/api.js";
import type { Mix } from "./mix.js";

const HOUR = 3_600_000;

/** The same moment, or seven o'clock of the next working day. */
function byDay(at: Date): Date {
  let day = DateTime.fromJSDate(at, { zone: ZONE });
  if (isWorkingDay(day) && day.hour >= 7 && day.hour < 20) return at;
  if (day.hour >= 7) day = day.plus({ days: 1 });
  while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  return day.startOf("day").set({ hour: 7 }).toJSDate();
}

interface Awaited {
  id: string;
  priority: string;
  since: Date;
  due: Date;
  isAwaited: boolean;
}

interface Needed {
  kind: string;
  of: string;
  subject: string | null;
  accounts: string[];
  at: Date;
}

/** Halfway the team is reminded, and of an emergency the organiser told. */
function neededOf(mix: Mix, { id, priority, since, due }: Awaited): Needed[] {
  const half = new Date((since.getTime() + due.getTime()) / 2);
  const isDanger = priority === "EMERGENCY";
  const hour = isDanger
    ? half
    : byDay(new Date(Math.ceil(half.getTime() / HOUR) * HOUR));
  const subject = isDanger ? id : null;
  const team = mix.teams.map(({ accountId }) => accountId);
  return [
    ...(hour < due
      ? [{ kind: "referral-reminder", accounts: team, at: hour }]
      : []),
    ...(isDanger
      ? [{ kind: "answer-overdue", accounts: [mix.ous.accountId], at: half }]
      : []),
  ].map((one) => ({ ...one, of: id, subject }));
}

/** Nine o'clock of the last working day before; nothing where it was arranged later than that. */
function eveOf(at: Date): Date {
  let day = DateTime.fromJSDate(at, { zone: ZONE }).startOf("day");
  do day = day.minus({ days: 1 });
  while (!isWorkingDay(day));
  return day.set({ hour: 9 }).toJSDate();
}

interface Written {
  kind: string;
  account: string;
  subject: string | null;
  at: Date;
  sentAt: Date | null;
  isDone: boolean;
  isSent: boolean;
}

export async function forgottenLetters(
  { clock }: Api,
  mix: Mix,
): Promise<string[]> {
  const { centre, admin } = mix;
  const now = clock.now();
  const rows = async <Row extends object>(
    sql: string,
    further: unknown[] = [],
  ) => (await admin.query<Row>(sql, [centre.id, ...further])).rows;
  const written = await rows<Written>(
    `select kind, account_id as account, subject_id as subject, send_at as at, sent_at as "sentAt", sent_at is not null as "isSent",
       coalesce(sent_at, dropped_at) is not null as "isDone" from letter where centre_id = $1 and account_id is not null`,
  );
  const there = (of: (letter: Written) => boolean) => written.some(of);
  const broken = await jobsOfLetters(mix);

  // written with the sending or the answer to a question, whatever has become of it since
  for (const one of await rows<Awaited>(
    `select id, priority, coalesce(clock_from, sent_at) as since, due_at as due,
       status in ('SENT', 'RECEIVED') and due_at > $2 as "isAwaited"
     from referral where centre_id = $1 and asked_at is null and sent_at is not null and due_at is not null`,
    [now],
  ))
    for (const { kind, accounts, subject, at } of neededOf(mix, one))
      for (const account of accounts)
        if (
          !there(
            (letter) =>
              letter.kind === kind &&
              letter.account === account &&
              letter.subject === subject &&
              letter.at.getTime() === at.getTime() &&
              (at > now ||
                !one.isAwaited ||
                // halfway of danger nobody is spared
                (subject === null ? letter.isDone : letter.isSent)),
          )
        )
          broken.push(`no ${kind} of ${one.id} at ${at.toISOString()}`);

  for (const { id, sender, priority, ended } of await rows<{
    id: string;
    sender: string;
    priority: string;
    ended: Date;
  }>(
    `select id, sender_account_id as sender, priority, finished_at as ended from referral
     where centre_id = $1 and status in ('DECLINED', 'EXPIRED')`,
  ))
    if (
      !there(({ kind, account, subject, at, sentAt }) =>
        account === sender && priority === "STANDARD"
          ? // one that was late tells of what came about until it went
            kind === "answers-digest" &&
            (at >= ended || (sentAt ?? at) >= ended)
          : kind === "referral-refused" && subject === id,
      )
    )
      broken.push(`nobody is told that ${id} was not taken`);

  for (const { id, sender, planned, arranged } of await rows<{
    id: string;
    sender: string;
    planned: Date;
    arranged: Date;
  }>(
    `select r.id, r.sender_account_id as sender, a.at as planned, (select max(e.at) from event e where e.centre_id = $1
       and e.subject_id = r.id and e.type in ('AppointmentArranged', 'AppointmentMoved')) as arranged
     from appointment a join referral r on r.centre_id = a.centre_id and r.id = a.referral_id
     where a.centre_id = $1 and a.state = 'PLANNED' and r.status = 'ACCEPTED'`,
  )) {
    const eve = eveOf(planned);
    const told = [sender, ...mix.teams.map(({ accountId }) => accountId)];
    for (const who of told)
      if (
        eve > arranged &&
        !there(
          ({ kind, account, at }) =>
            kind === "appointment-near" &&
            account === who &&
            at.getTime() === eve.getTime(),
        )
      )
        broken.push(`nobody is reminded of who comes with ${id}`);
  }
  return broken;
}

/** Each that waits has its one job, at its hour. */
async function jobsOfLetters({ centre, admin }: Mix): Promise<string[]> {
  const { rows } = await admin.query<{ fault: string }>(
    `select l.kind || ' waits with ' || count(j.id) || ' jobs' as fault from letter l
     left join (graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       and t.identifier = 'send-letter') on (j.payload->>'letterId')::uuid = l.id and j.run_at = l.send_at
     where l.centre_id = $1 and l.sent_at is null and l.dropped_at is null
     group by l.id, l.kind having count(j.id) <> 1`,
    [centre.id],
  );
  return rows.map(({ fault }) => fault);
}

/** Of everything that expired unanswered the organiser has read, once the mails have gone out: by its number, or as one of so many more. */
export async function untoldExpiries(mix: Mix): Promise<string[]> {
  const { centre, ous, mails } = mix;
  // one that was sent again, since it was cut off before it was noted, counts as it went out last
  const told = new Map(
    mails
      .filter(
        ({ to, subject }) => to === ous.email && /w terminie/.test(subject),
      )
      .map(({ id, text }) => [id, text]),
  );
  const texts = [...told.values()];
  const more = texts.map((text) =>
    Number(/jeszcze: (\d+)/.exec(text)?.[1] ?? 0),
  );
  const rows = await centre.asSystem((work) =>
    work.rows<{ number: string }>(
      `select number from referral where centre_id = $1 and status = 'EXPIRED' and asked_at is null`,
      [centre.id],
    ),
  );
  const unnamed = rows
    .map(({ number }) => number)
    .filter((number) => !texts.some((text) => text.includes(number)));
  return unnamed.length > more.reduce((sum, one) => sum + one, 0)
    ? [...unnamed, `of these ${more.join(" + ")} are told of by count`]
    : [];
}

/** Of danger nobody is told the same twice: once halfway, and once more after each answer to a question. */
export async function toldTwice({ centre, mails }: Mix): Promise<string[]> {
  const rows = await centre.asSystem((work) =>
    work.rows<{ number: string; times: number }>(
      `select r.number, 1 + (select count(*)::int from event e where e.centre_id = r.centre_id and e.subject_id = r.id
         and e.type = 'InformationGiven') as times
       from referral r where r.centre_id = $1 and r.priority = 'EMERGENCY'`,
      [centre.id],
    ),
  );
  return rows.flatMap(({ number, times }) => {
    const escalations = new Set(
      mails
        .filter(
          ({ subject }) =>
            subject === `Nagłe skierowanie ${number} czeka bez odpowiedzi`,
        )
        .map(({ id }) => id),
    );
    return escalations.size > times
      ? [`${number} escalated ${String(escalations.size)} times`]
      : [];
  });
}
