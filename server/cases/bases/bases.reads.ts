// Reads of bases: those of a coordinator's own cases, and the ones that let something travel now.
import { In } from "typeorm";

import type { Work } from "../../events/index.js";
import { ofEach } from "../../platform/database/of-each.js";
import { grouped, inOrder, loader } from "../../platform/graphql/loader.js";
import { caseById } from "../cases.reads.js";
import { type Covering, DisclosureBasis } from "./disclosure-basis.js";

const MOST_BASES = 50;

/** The latest first; of the actor's own cases. */
export const basesOfCase = loader<string, DisclosureBasis[]>(
  async (context, caseIds) => {
    const { centreId } = context.actor;
    const own = await Promise.all(
      caseIds.map((id) => context.load(caseById, id)),
    );
    const ids = own.flatMap((one) => (one ? [one.id] : []));
    if (!centreId || ids.length === 0) return caseIds.map(() => []);
    const bases = await context.reads.ask((manager) =>
      ofEach(manager, DisclosureBasis, {
        centreId,
        of: "caseId",
        ids,
        order: { recordedAt: "DESC", id: "DESC" },
        most: MOST_BASES,
      }),
    );
    return grouped(caseIds, bases, ({ caseId }) => caseId);
  },
);

/** Of the actor's own cases. */
export const basisById = loader<string, DisclosureBasis | null>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => null);
    const bases = await context.reads.ask((manager) =>
      manager
        .getRepository(DisclosureBasis)
        .findBy({ centreId, id: In([...ids]) }),
    );
    const cases = await Promise.all(
      bases.map(({ caseId }) => context.load(caseById, caseId)),
    );
    const own = bases.filter((_, nth) => cases[nth] !== null);
    return inOrder(ids, own, ({ id }) => id);
  },
);

/** Those that cover it now: what somebody gave before what nobody did, the widest first. */
export async function basesCovering(
  work: Work,
  caseId: string,
  asked: Covering,
): Promise<DisclosureBasis[]> {
  const bases = await work.manager.getRepository(DisclosureBasis).findBy({
    centreId: work.centreId,
    caseId,
    partnerId: asked.partnerId,
  });
  return bases
    .filter((basis) => basis.covers(asked, work.now))
    .sort(
      (a, b) =>
        Number(a.isEmergencys) - Number(b.isEmergencys) ||
        b.fields.length - a.fields.length,
    );
}
