// How many people somebody looks at in an hour and a day: enough for any day of work, too few to read a whole centre unseen.
import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { denied } from "../platform/graphql/problem.js";
import { TooManyLooks } from "./case-problems.js";
import { countOneMore } from "./count-one-more.js";

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 60;
const MOST_A_DAY = 200;

/**
 * Asked last before somebody is shown: what is refused for another reason is no look. It counts with the look and
 * goes with it, so the refusal itself, which stands in the access log, makes the wait no longer.
 */
export async function countLook(work: Work): Promise<TooManyLooks | "COUNTED"> {
  const { accountId } = signedIn(work);
  const anHour = await countOneMore(
    work,
    `looked-at:hour ${accountId}`,
    HOUR_MS,
  );
  const aDay = await countOneMore(
    work,
    `looked-at:day ${accountId}`,
    24 * HOUR_MS,
  );
  if (anHour <= MOST_AN_HOUR && aDay <= MOST_A_DAY) return "COUNTED";
  return denied(
    new TooManyLooks(
      work.say({
        pl: "Za dużo spojrzeń na dane osób w krótkim czasie, więc teraz ich nie pokażemy. Spróbuj za godzinę. Jeśli to pilne, zadzwoń do inspektora ochrony danych.",
        en: "Too many people were looked at in a short time, so nobody is shown now. Try in an hour. If it is urgent, call the data protection officer.",
      }),
    ),
  );
}
