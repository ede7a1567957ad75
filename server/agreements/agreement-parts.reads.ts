// Reads of what an agreement holds beside its own row, each for whom the policy lets see it.
import { In, IsNull, Not } from "typeorm";

import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";
import { any } from "../platform/permission/expression.js";
import type { Agreement } from "./agreement.js";
import { AgreementDocument } from "./agreement-document.js";
import { AgreementFinance } from "./agreement-finance.js";
import { AgreementParty } from "./agreement-party.js";
import { AgreementRemark } from "./agreement-remark.js";
import { AgreementTask } from "./agreement-task.js";
import {
  AgreementVersion,
  AgreementVersionParty,
} from "./agreement-version.js";
import { agreementPolicy } from "./agreements.policy.js";
import { agreementById } from "./agreements.reads.js";
import { ServiceInScope } from "./service-in-scope.js";

type Seen = Pick<Agreement, "centreId" | "partyIds" | "presentIds">;

/** Of each agreement; more versions, documents or remarks nobody reads at once. */
const MOST = 200;

/** Of the agreements that were asked for, those that the policy opens. */
async function openedIds(
  context: Context,
  ids: readonly string[],
  policy: Expression<Seen>,
): Promise<string[]> {
  const found = await Promise.all(
    ids.map((id) => context.load(agreementById, id)),
  );
  return found.flatMap((one) =>
    one && allows(policy, context.actor, one) ? [one.id] : [],
  );
}

async function opened(
  context: Context,
  ids: readonly string[],
  policy: Expression<Seen>,
): Promise<{ centreId: string; agreementId: ReturnType<typeof In<string>> }> {
  return {
    centreId: context.actor.centreId ?? "",
    agreementId: In(await openedIds(context, ids, policy)),
  };
}

/** Rows of a table of parts, by their agreement, in an order. */
function partsOf<Row extends { agreementId: string }>(
  noun: new () => Row,
  order: Partial<Record<keyof Row & string, "ASC" | "DESC">>,
  policy: Expression<Seen>,
) {
  return loader<string, Row[]>(async (context, ids) => {
    const open = await openedIds(context, ids, policy);
    const { centreId } = context.actor;
    const rows = centreId
      ? await context.reads.ask((manager) =>
          ofEach(manager, noun, {
            centreId,
            of: "agreementId",
            ids: open,
            order,
            most: MOST,
          }),
        )
      : [];
    return grouped(ids, rows, (row) => row.agreementId);
  });
}

const { readTerms, readFormer, readPapers, readFinance, readFormerFinance } =
  agreementPolicy;

export const partyStatesOf = partsOf(
  AgreementParty,
  { partnerId: "ASC" },
  readTerms,
);
export const tasksOf = partsOf(AgreementTask, { position: "ASC" }, readTerms);
export const servicesInScopeOf = partsOf(
  ServiceInScope,
  { serviceId: "ASC" },
  readTerms,
);
/** Who left reads what was in force up to its day. */
export const versionsOf = loader<string, AgreementVersion[]>(
  async (context, ids) => {
    const { actor } = context;
    const open = await openedIds(context, ids, any(readTerms, readFormer));
    const rows = await context.reads.ask((manager) =>
      ofEach(manager, AgreementVersion, {
        centreId: actor.centreId ?? "",
        of: "agreementId",
        ids: open,
        order: { revision: "DESC" },
        most: MOST,
      }),
    );
    const left = await leftOn(context, ids);
    const found = await Promise.all(
      ids.map((id) => context.load(agreementById, id)),
    );
    return grouped(
      ids,
      rows.filter(({ agreementId, status, effectiveFrom }) => {
        const agreement = found.find((one) => one?.id === agreementId);
        const day = left.get(agreementId);
        return (
          (agreement && allows(readTerms, actor, agreement)) ||
          (day !== undefined &&
            ["IN_FORCE", "PAST"].includes(status) &&
            (effectiveFrom ?? "") < day)
        );
      }),
      (row) => row.agreementId,
    );
  },
);

/** By agreement, when the viewer's organisation left it. */
async function leftOn(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { actor } = context;
  if (!("partnerId" in actor)) return new Map();
  const { partnerId } = actor;
  const where = await opened(context, ids, readFormer);
  const parties = await context.reads.ask((manager) =>
    manager
      .getRepository(AgreementParty)
      .findBy({ ...where, partnerId, leftOn: Not(IsNull()) }),
  );
  return new Map(
    parties.map((one) => [one.agreementId, one.leftOn ?? ""] as const),
  );
}
export const documentsOf = partsOf(
  AgreementDocument,
  { uploadedAt: "ASC", id: "ASC" },
  readPapers,
);
/** The latest first. */
export const remarksOf = partsOf(
  AgreementRemark,
  { madeAt: "DESC", id: "DESC" },
  readPapers,
);

/** The money of the terms in force. */
export const financeOf = loader<string, AgreementFinance | null>(
  async (context, ids) => {
    const where = await opened(context, ids, readFinance);
    const rows = await context.reads.ask((manager) =>
      manager.getRepository(AgreementFinance).find({ where }),
    );
    const agreements = await Promise.all(
      ids.map((id) => context.load(agreementById, id)),
    );
    const inForce = rows.filter((row) =>
      agreements.some(
        (one) => one?.id === row.agreementId && one.revision === row.revision,
      ),
    );
    return inOrder(ids, inForce, (row) => row.agreementId);
  },
);

/** The money of a version. */
export const financeOfVersion = loader<
  AgreementVersion,
  AgreementFinance | null
>(async (context, versions) => {
  const where = await opened(
    context,
    versions.map((one) => one.agreementId),
    // which versions those who left may look at says `versionsOf`
    any(readFinance, readFormerFinance),
  );
  const rows = await context.reads.ask((manager) =>
    manager.getRepository(AgreementFinance).find({ where }),
  );
  return inOrder(versions.map(keyOf), rows, keyOf);
}, keyOf);

export const signaturesOf = loader<AgreementVersion, AgreementVersionParty[]>(
  async (context, versions) => {
    const where = await opened(
      context,
      versions.map((one) => one.agreementId),
      readTerms,
    );
    const rows = await context.reads.ask((manager) =>
      manager
        .getRepository(AgreementVersionParty)
        .find({ where, order: { partnerId: "ASC" } }),
    );
    return grouped(versions.map(keyOf), rows, keyOf);
  },
  keyOf,
);

function keyOf({
  agreementId,
  revision,
}: Pick<AgreementVersion, "agreementId" | "revision">): string {
  return `${agreementId} ${String(revision)}`;
}
