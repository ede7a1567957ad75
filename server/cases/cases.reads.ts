// Reads of cases, and whether a basis lets more than a number travel.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import type { DisclosureLevel } from "../partners/index.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { inOrder, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import { render } from "../platform/permission/render.js";
import { DisclosureBasis } from "./basis.js";
import { Case } from "./case.js";
import { casePolicy } from "./cases.policy.js";

export const caseById = loader<string, Case | null>(async (context, ids) => {
  const { actor } = context;
  const { centreId } = actor;
  if (!centreId) return ids.map(() => null);
  const cases = await context.reads.ask((manager) =>
    manager.getRepository(Case).findBy({ centreId, id: In([...ids]) }),
  );
  return inOrder(
    ids,
    cases.filter((one) => allows(casePolicy.read, actor, one)),
    (one) => one.id,
  );
});

/** The actor's own cases, the latest first. */
export async function casesVisibleTo(
  context: Context,
  page: Page,
): Promise<CountedConnection<Case>> {
  const { centreId } = context.actor;
  if (!centreId) return emptyConnection();
  const values: unknown[] = [centreId];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  const where = `from case_ref c where c.centre_id = $1
    and ${render(casePolicy.read, context.actor, bind, "c")}`;
  const counted = [...values];
  const beyond = page.after
    ? `and (c.opened_on, c.id) < (${bind(page.after[0])}::date, ${bind(page.after[1])}::uuid)`
    : "";
  const rows = await context.reads.rows<{ id: string; opened_on: string }>(
    `select c.id, c.opened_on::text ${where} ${beyond}
     order by c.opened_on desc, c.id desc limit ${bind(page.first + 1)}`,
    values,
  );
  const cases = await Promise.all(
    rows.map(({ id }) => context.load(caseById, id)),
  );
  return {
    ...connection(
      rows,
      page,
      (row) => [row.opened_on, row.id],
      (row) => {
        const found = cases.find((one) => one?.id === row.id);
        if (!found) throw new Error("a listed case is not to be read");
        return found;
      },
    ),
    count: async () => {
      const [row] = await context.reads.rows<{ count: string }>(
        `select count(*) ${where}`,
        counted,
      );
      return Number(row?.count ?? 0);
    },
  };
}

/** The actor's own case; null where it is absent or somebody else's. */
export async function findOwnCase(
  work: Work,
  id: string,
): Promise<Case | null> {
  const found = await work.manager
    .getRepository(Case)
    .findOneBy({ centreId: work.centreId, id });
  return found && allows(casePolicy.read, work.actor, found) ? found : null;
}

/** Whether a valid basis of the case covers this partner, service and level now. */
export async function hasBasis(
  work: Work,
  asked: {
    caseId: string;
    partnerId: string;
    serviceId: string;
    level: DisclosureLevel;
  },
): Promise<boolean> {
  const { caseId, partnerId, serviceId, level } = asked;
  const bases = await work.manager
    .getRepository(DisclosureBasis)
    .findBy({ centreId: work.centreId, caseId, partnerId });
  return bases.some((basis) => basis.covers(serviceId, level, work.now));
}
