// The data protection officer is told by mail what comes near and what is over: 72 hours of a breach, a request's month, and closed cases that wait for her yes; numbers and days alone.
import type { Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes, nextWorkingDayAt, writeLetters } from "../letters/index.js";
import { holderOf } from "../notices/index.js";
import {
  addDays,
  localDate,
  timeOfDay,
  wordsOfDay,
} from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import { casesToErase } from "./keeping/keeping.reads.js";
import { Breach, BREACH_MS } from "./rights/breach.js";
import { ResidentRequest } from "./rights/resident-request.js";

const BREACH_DUE = "breach-due";
const REQUEST_DUE = "request-due";
const KEEPING_WAITS = "keeping-waits";

/** Local time. */
const HOUR = 8;

/** Before its 72 hours are over. */
const NEAR_MS = 24 * 3_600_000;

/** Before a request's day. */
const NEAR_DAYS = 7;

/** Of what waits for a yes she is told anew after this many days. */
const AGAIN_DAYS = 28;

export async function officersOf(work: Work): Promise<string[]> {
  const rows = await work.rows<{ id: string }>(
    `select distinct g.account_id as id from assignment g join account a on a.id = g.account_id and a.status = 'ACTIVE'
     where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and '${Role.IOD}' = any(g.roles)`,
    [work.centreId],
  );
  return rows.map(({ id }) => id);
}

/** Written with the breach; the 72 hours run by night as by day, and so do these. */
export async function tellOfBreach(
  work: Work,
  { id, foundAt }: Pick<Breach, "id" | "foundAt">,
): Promise<void> {
  await work.inSystemsName(async () => {
    const due = foundAt.getTime() + BREACH_MS;
    const moments = [due - NEAR_MS, due]
      .filter((moment) => moment > work.now.getTime())
      .map((moment) => new Date(moment));
    const accounts = await officersOf(work);
    await writeLetters(
      work,
      accounts.flatMap((accountId) =>
        moments.map((sendAt) => ({
          ...{ kind: BREACH_DUE, accountId, subjectId: id, sendAt },
          key: [BREACH_DUE, accountId, id, sendAt.toISOString()].join(":"),
        })),
      ),
    );
  });
}

/** Each night; may run again: of each request she is told once that its day comes near, and once that it has passed. */
export async function tellOfWhatIsDue(work: Work): Promise<void> {
  const today = localDate(work.now);
  const accounts = await officersOf(work);
  const sendAt = nextWorkingDayAt(HOUR, work.now);
  const due = await work.rows<{ id: string; account_id: string }>(
    `select q.id, a.account_id from resident_request q cross join unnest($2::uuid[]) a(account_id)
     where q.centre_id = $1 and q.state = 'OPEN' and q.due_on <= $3::date + ${String(NEAR_DAYS)}
       and not exists (select from letter l where l.centre_id = q.centre_id and l.kind = '${REQUEST_DUE}'
         and l.subject_id = q.id and l.account_id = a.account_id
         and l.written_at >= (case when q.due_on < $3::date then q.due_on + 1 else q.due_on - ${String(NEAR_DAYS)} end)
           ::timestamp at time zone 'Europe/Warsaw')`,
    [work.centreId, accounts, today],
  );
  await writeLetters(
    work,
    due.map(({ id: subjectId, account_id: accountId }) => ({
      ...{ kind: REQUEST_DUE, accountId, subjectId, sendAt },
      key: [REQUEST_DUE, accountId, subjectId].join(":"),
    })),
  );
  if ((await waiting(work)) === 0) return;
  const told = await work.rows<{ id: string }>(
    `select distinct account_id as id from letter where centre_id = $1 and kind = '${KEEPING_WAITS}' and written_at > $2`,
    [work.centreId, addDays(today, -AGAIN_DAYS)],
  );
  await writeLetters(
    work,
    accounts
      .filter((accountId) => told.every(({ id }) => id !== accountId))
      .map((accountId) => ({
        ...{ kind: KEEPING_WAITS, accountId, sendAt },
        key: [KEEPING_WAITS, accountId].join(":"),
      })),
  );
}

async function waiting(work: Work): Promise<number> {
  const found = await casesToErase(work);
  return found.filter(({ kept_for }) => kept_for === null).length;
}

export interface Told {
  subject: Words;
  text: Words;
}

const DESK = {
  label: { pl: "Otwórz ochronę danych", en: "Open the desk" },
  path: "/ochrona-danych",
};

/** Null where it is answered, decided or confirmed meanwhile. */
export const wording =
  (
    wordsOf: (work: Work, letter: Letter) => Promise<Told | null>,
    { label, path } = DESK,
  ) =>
  async (work: Work, letter: Letter): Promise<Composed | null> => {
    const holder = await holderOf(work, letter, Role.IOD, null);
    const told = holder && (await wordsOf(work, letter));
    if (!told) return null;
    const { say, address, language, footer } = holder;
    return {
      to: address,
      language,
      subject: say(told.subject),
      paragraphs: [say({ pl: "Dzień dobry,", en: "Hello," }), say(told.text)],
      actions: [{ label: say(label), path }],
      footer,
    };
  };

async function breachInWords(
  { manager, centreId, now }: Work,
  { subjectId }: Letter,
): Promise<Told | null> {
  if (!subjectId) return null;
  const breach = await manager
    .getRepository(Breach)
    .findOneBy({ centreId, id: subjectId });
  if (!breach || breach.decidedAt) return null;
  const { dueAt } = breach;
  const number = String(breach.number);
  const day = wordsOfDay(localDate(dueAt));
  const until = {
    pl: `${day.pl}, ${timeOfDay(dueAt)}`,
    en: `${day.en}, ${timeOfDay(dueAt)}`,
  };
  return dueAt <= now
    ? {
        subject: {
          pl: `Naruszenie nr ${number}: minęły 72 godziny`,
          en: `Breach no. ${number}: the 72 hours are over`,
        },
        text: {
          pl: `72 godziny na zgłoszenie minęły: ${until.pl}. Zapisz decyzję i powód opóźnienia.`,
          en: `The 72 hours for the report ended: ${until.en}. Note the decision and why it is late.`,
        },
      }
    : {
        subject: {
          pl: `Naruszenie nr ${number}: czas na zgłoszenie mija`,
          en: `Breach no. ${number}: the time for the report is running out`,
        },
        text: {
          pl: `Decyzji jeszcze nie ma. Zgłoszenie do UODO jest możliwe w terminie do: ${until.pl}.`,
          en: `There is no decision yet. A report to the authority is in time until: ${until.en}.`,
        },
      };
}

async function requestInWords(
  { manager, centreId, now }: Work,
  { subjectId }: Letter,
): Promise<Told | null> {
  if (!subjectId) return null;
  const request = await manager
    .getRepository(ResidentRequest)
    .findOneBy({ centreId, id: subjectId, state: "OPEN" });
  if (!request) return null;
  const number = String(request.number);
  const day = wordsOfDay(request.dueOn);
  return request.dueOn < localDate(now)
    ? {
        subject: {
          pl: `Żądanie nr ${number}: minął termin odpowiedzi`,
          en: `Request no. ${number}: the day of its answer has passed`,
        },
        text: {
          pl: `Termin odpowiedzi minął: ${day.pl}. Odpowiedz mieszkańcowi jak najszybciej.`,
          en: `The answer was due: ${day.en}. Answer the resident as soon as you can.`,
        },
      }
    : {
        subject: {
          pl: `Żądanie nr ${number}: zbliża się termin odpowiedzi`,
          en: `Request no. ${number}: the day of its answer comes near`,
        },
        text: {
          pl: `Odpowiedź jest potrzebna do: ${day.pl}. Jeśli to za mało czasu, przedłuż termin i podaj powód.`,
          en: `The answer is due: ${day.en}. If that is too short, extend it and say why.`,
        },
      };
}

async function keepingInWords(work: Work): Promise<Told | null> {
  const count = String(await waiting(work));
  if (count === "0") return null;
  return {
    subject: {
      pl: `Zamknięte sprawy do decyzji: ${count}`,
      en: `Closed cases that wait for a decision: ${count}`,
    },
    text: {
      pl: `Minął czas przechowywania zamkniętych spraw: ${count}. Potwierdź usunięcie danych.`,
      en: `The time of keeping is over for closed cases: ${count}. Confirm the erasure.`,
    },
  };
}

composes(BREACH_DUE, wording(breachInWords));
composes(REQUEST_DUE, wording(requestInWords));
composes(KEEPING_WAITS, wording(keepingInWords));
