// Whether a person has a case already: asked of the blind index, counted and on record each time, since who may ask at will can find out about anybody.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { Case } from "./case.js";
import type { CaseIdentity } from "./case-identity.js";
import { TooManyLookups } from "./case-problems.js";
import { coordinatorsOf } from "./cases.reads.js";
import { countOneMore } from "./count-one-more.js";
import { type PersonToken, soughtTokens } from "./person-index.js";

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 20;
const MOST_A_DAY = 60;

/**
 * Stands in a unit of work of its own that commits before anything is told: what follows may be rolled back,
 * that she asked stays counted and on record.
 */
export async function countLookup(
  work: Work,
  identity: CaseIdentity,
): Promise<TooManyLookups | "COUNTED"> {
  const { accountId } = signedIn(work);
  if (soughtTokens(work.keys.vault, work.centreId, identity).length === 0)
    return "COUNTED";
  const anHour = await countOneMore(
    work,
    `looked-for:hour ${accountId}`,
    HOUR_MS,
  );
  const aDay = await countOneMore(
    work,
    `looked-for:day ${accountId}`,
    24 * HOUR_MS,
  );
  if (anHour > MOST_AN_HOUR || aDay > MOST_A_DAY)
    return new TooManyLookups(
      work.say({
        pl: "Za dużo sprawdzeń, czy ktoś ma już sprawę. Spróbuj za godzinę.",
        en: "Too many checks whether somebody has a case. Try in an hour.",
      }),
    );
  work.touch({
    action: "VIEW",
    noun: "Case",
    subjectId: null,
    fields: ["name", "surname", "born"],
    change: "PersonLookedFor",
  });
  return "COUNTED";
}

/** Whoever opens a case of the same person at the same moment waits here, and finds this one. */
export async function lookForPerson(
  work: Work,
  identity: CaseIdentity,
  except: string | null,
): Promise<{ others: string[]; ownCases: Case[] } | null> {
  const tokens = soughtTokens(work.keys.vault, work.centreId, identity);
  const [first] = tokens;
  if (!first) return null;
  await work.alone(`person ${first.byYear.toString("hex")}`);
  const found = await coordinatorsOf(work, tokens, except);
  if (found.length === 0) return null;
  const own = found.flatMap(({ own_case_id: id }) => id ?? []);
  return {
    others: found.flatMap((one) => (one.own_case_id ? [] : [one.name])),
    ownCases:
      own.length === 0
        ? []
        : await work.manager.getRepository(Case).find({
            where: { centreId: work.centreId, id: In(own) },
            order: { openedOn: "DESC", id: "ASC" },
          }),
  };
}

/** Whether a correction makes somebody else of her, who is looked for anew. */
export function isSamePerson(
  one: PersonToken | null,
  other: PersonToken | null,
): boolean {
  if (!one || !other) return one === other;
  return (
    one.byYear.equals(other.byYear) &&
    (one.byDate === other.byDate ||
      (one.byDate !== null &&
        other.byDate !== null &&
        one.byDate.equals(other.byDate)))
  );
}
