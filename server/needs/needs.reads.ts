// Reads of the register of needs.
import { In, IsNull } from "typeorm";

import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { holds } from "../platform/permission/allows.js";
import { Need } from "./need.js";
import { NeedComment } from "./need-comment.js";
import { needPolicy } from "./needs.policy.js";

/** Nobody answers more at once. */
const MOST = 100;

export function readableCentre(context: Context): string | null {
  const { centreId } = context.actor;
  return centreId && holds(needPolicy.read, context.actor, { centreId })
    ? centreId
    : null;
}

export const needById = loader<string, Need | null>(async (context, ids) => {
  const centreId = readableCentre(context);
  if (!centreId) return ids.map(() => null);
  const needs = await context.reads.ask((manager) =>
    manager
      .getRepository(Need)
      .findBy({ centreId, id: In([...ids]), withdrawnAt: IsNull() }),
  );
  return inOrder(ids, needs, (need) => need.id);
});

/** The oldest first. */
export const needsOfNetwork = loader<string, Need[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const needs = await context.reads.ask((manager) =>
      ofEach(manager, Need, {
        centreId,
        of: "networkId",
        ids: networkIds,
        order: { createdAt: "ASC", id: "ASC" },
        most: MOST,
      }),
    );
    return grouped(networkIds, needs, (need) => need.networkId ?? "");
  },
);

/** What was said of it, the newest first, for who works in the network. */
export const commentsOfNeed = loader<string, NeedComment[]>(
  async (context, needIds) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId || !holds(needPolicy.readComments, actor, { centreId }))
      return needIds.map(() => []);
    const comments = await context.reads.ask((manager) =>
      ofEach(manager, NeedComment, {
        centreId,
        of: "needId",
        ids: needIds,
        order: { at: "DESC", id: "ASC" },
        most: MOST,
      }),
    );
    return grouped(needIds, comments, (comment) => comment.needId);
  },
);
