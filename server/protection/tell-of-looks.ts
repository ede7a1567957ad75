// Where somebody ran into the limit of looks, the data protection officer is told by mail: once a day, how many people it were, and nobody's name.
import { LOOKS_STOPPED } from "../cases/index.js";
import type { Work } from "../events/index.js";
import type { Letter } from "../letters/index.js";
import { composes, nextWorkingDayAt, writeLetters } from "../letters/index.js";
import { officersOf, type Told, wording } from "./tell-officer.js";

const LOOKS = "looks-stopped";

/** Local time. */
const HOUR = 8;
const LONGEST_MS = 31 * 86_400_000;

/** Each night; may run again: what she was told of already is not told anew. */
export async function tellOfStoppedLooks(work: Work): Promise<void> {
  const sendAt = nextWorkingDayAt(HOUR, work.now);
  for (const accountId of await officersOf(work))
    if ((await stoppedSinceTold(work, accountId)) > 0)
      await writeLetters(work, [
        { kind: LOOKS, accountId, sendAt, key: [LOOKS, accountId].join(":") },
      ]);
}

/** Also over days without a run, or on which nothing goes out: until this officer was told, and at most a month. */
async function stoppedSinceTold(
  work: Work,
  accountId: string | null,
): Promise<number> {
  const [found] = await work.rows<{ people: number }>(
    `select count(distinct actor_account_id)::integer as people from access_log
     where centre_id = $1 and outcome = 'REFUSED' and change = '${LOOKS_STOPPED}' and at > $2 and at > coalesce((
       select max(coalesce(taken_at, sent_at)) from letter
       where centre_id = $1 and kind = '${LOOKS}' and account_id = $3 and sent_at is not null), $2)`,
    [work.centreId, new Date(work.now.getTime() - LONGEST_MS), accountId],
  );
  return found?.people ?? 0;
}

async function looksInWords(
  work: Work,
  { accountId }: Letter,
): Promise<Told | null> {
  const people = String(await stoppedSinceTold(work, accountId));
  return people === "0"
    ? null
    : {
        subject: {
          pl: `Limit spojrzeń na dane osób: ${people}`,
          en: `Limit of looks at people: ${people}`,
        },
        text: {
          pl: `Tylu pracowników doszło ostatnio do limitu spojrzeń na dane osób: ${people}. Kto i kiedy, jest w dzienniku dostępu.`,
          en: `So many of the staff ran into the limit of looks at people of late: ${people}. Who and when stands in the access log.`,
        },
      };
}

composes(
  LOOKS,
  wording(looksInWords, {
    label: { pl: "Otwórz dziennik dostępu", en: "Open the access log" },
    path: "/dziennik?wynik=bez-dostepu",
  }),
);
