// Where somebody ran into the limit of looks, the data protection officer is told by mail: once a day, how many people it were, and nobody's name.
import { LOOKS_STOPPED } from "../cases/index.js";
import type { Work } from "../events/index.js";
import type { Letter } from "../letters/index.js";
import { composes, nextWorkingDayAt, writeLetters } from "../letters/index.js";
import { officersOf, type Told, wording } from "./tell-officer.js";

const LOOKS = "looks-stopped";

/** Local time. */
const HOUR = 8;
const DAY_MS = 86_400_000;

/** Each night; may run again: what she was told of already is not told anew. */
export async function tellOfStoppedLooks(work: Work): Promise<void> {
  const [latest] = await work.rows<{ at: Date | null }>(
    `select max(written_at) as at from letter where centre_id = $1 and kind = '${LOOKS}'`,
    [work.centreId],
  );
  const since = new Date(
    Math.max(latest?.at?.getTime() ?? 0, work.now.getTime() - DAY_MS),
  );
  if ((await stoppedBetween(work, since, work.now)) === 0) return;
  const sendAt = nextWorkingDayAt(HOUR, work.now);
  const accounts = await officersOf(work);
  await writeLetters(
    work,
    accounts.map((accountId) => ({
      ...{ kind: LOOKS, accountId, sendAt },
      key: [LOOKS, accountId].join(":"),
    })),
  );
}

async function stoppedBetween(
  work: Work,
  after: Date,
  until: Date,
): Promise<number> {
  const [found] = await work.rows<{ people: number }>(
    `select count(distinct actor_account_id)::integer as people from access_log
     where centre_id = $1 and outcome = 'REFUSED' and change = '${LOOKS_STOPPED}' and at > $2 and at <= $3`,
    [work.centreId, after, until],
  );
  return found?.people ?? 0;
}

async function looksInWords(
  work: Work,
  { writtenAt }: Letter,
): Promise<Told | null> {
  const since = new Date(writtenAt.getTime() - DAY_MS);
  const people = String(await stoppedBetween(work, since, writtenAt));
  return people === "0"
    ? null
    : {
        subject: {
          pl: `Limit spojrzeń na dane osób: ${people}`,
          en: `Limit of looks at people: ${people}`,
        },
        text: {
          pl: `Tylu pracowników w ciągu doby doszło do limitu spojrzeń na dane osób: ${people}. Kto i kiedy, jest w dzienniku dostępu.`,
          en: `So many of the staff ran into the limit of looks at people within a day: ${people}. Who and when stands in the access log.`,
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
