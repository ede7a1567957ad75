// A person asked that her data are not used for a while: nothing but a number is told of her meanwhile (RODO art. 18, domain 4.7).
import type { Work } from "../../events/index.js";
import { inOrder, loader } from "../../platform/graphql/loader.js";
import type { TravelLimit } from "./travel-limits.js";

const RESTRICTED = (column: string) =>
  `case_is_kept($1, ${column}) is not distinct from 'RESTRICTED'`;

/** What then travels to whomever. */
export const restrictedLimit: TravelLimit = {
  highest: "L0_TOKEN",
  fields: [],
  words: {
    pl: "Przetwarzanie danych tej osoby jest ograniczone na jej żądanie. Możesz wysłać tylko numer.",
    en: "The data of this person are restricted at her request. You may send only a number.",
  },
  dataRole: "NO_PERSONAL_DATA",
};

export async function isRestricted(
  work: Work,
  caseId: string,
): Promise<boolean> {
  const [row] = await work.rows<{ is_restricted: boolean }>(
    `select ${RESTRICTED("$2")} as is_restricted`,
    [work.centreId, caseId],
  );
  return row?.is_restricted ?? false;
}

/** Of the actor's own cases: the requests of others are not hers to see. */
export const restrictionOf = loader<string, boolean>(
  async (context, caseIds) => {
    const rows = await context.reads.rows<{ id: string; is: boolean }>(
      `select id, ${RESTRICTED("id")} as is from unnest($2::uuid[]) id`,
      [context.actor.centreId, caseIds],
    );
    return inOrder(caseIds, rows, ({ id }) => id).map(
      (row) => row?.is ?? false,
    );
  },
);
