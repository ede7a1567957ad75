// How many people somebody looks at in an hour and a day: enough for any day of work, too few to read a whole centre unseen.
import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { denied } from "../platform/graphql/problem.js";
import { TooManyLooks } from "./case-problems.js";
import { countOneMore } from "./count-one-more.js";

/** Somebody ran into the limit, in the access log. */
export const LOOKS_STOPPED = "LooksStopped";

const HOUR_MS = 3_600_000;
const MOST_LOOKS = { anHour: 60, aDay: 200 } as const;
/** First names alone, of people whom the own organisation serves: a list of eighty, three times an hour and ten a day. */
const MOST_NAMES = { anHour: 240, aDay: 800 } as const;

/**
 * Asked last before somebody is shown: what is refused for another reason is no look. It counts with the look and
 * goes with it, so the refusal itself, which stands in the access log, makes the wait no longer.
 */
export async function countLook(work: Work): Promise<TooManyLooks | "COUNTED"> {
  return count(work, "looked-at", 1, MOST_LOOKS);
}

/** The same of first names of a list; each of them is one. */
export async function countNames(
  work: Work,
  people: number,
): Promise<TooManyLooks | "COUNTED"> {
  return count(work, "named", people, MOST_NAMES);
}

async function count(
  work: Work,
  how: string,
  people: number,
  most: { anHour: number; aDay: number },
): Promise<TooManyLooks | "COUNTED"> {
  const { accountId } = signedIn(work);
  const counted = (span: string, spanMs: number) =>
    countOneMore(work, `${how}:${span} ${accountId}`, spanMs, people);
  const anHour = await counted("hour", HOUR_MS);
  const aDay = await counted("day", 24 * HOUR_MS);
  if (anHour <= most.anHour && aDay <= most.aDay) return "COUNTED";
  // her refusal stands in the access log by this name: the officer is told of it
  if (work.refusedTouch)
    work.means({ ...work.refusedTouch, change: LOOKS_STOPPED });
  return denied(
    new TooManyLooks(
      work.say({
        pl: "Za dużo spojrzeń na dane osób w krótkim czasie, więc teraz ich nie pokażemy. Spróbuj za godzinę. Jeśli to pilne, zadzwoń do inspektora ochrony danych.",
        en: "Too many people were looked at in a short time, so nobody is shown now. Try in an hour. If it is urgent, call the data protection officer.",
      }),
    ),
  );
}
