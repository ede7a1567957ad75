// The access log is written here and nowhere else: touches of one transaction, chained by the database.
import type { DataSource, EntityManager } from "typeorm";

import { inTransaction } from "../platform/database/session.js";
import type { Actor } from "../platform/permission/actor.js";
import type { Touch, TouchDoor } from "../platform/permission/touch.js";
import type { NewEvent } from "./event.js";

/** Whose touches these are, and by which way they came; who acts is known to the transaction. */
export interface Recorder {
  centreId: string;
  now: Date;
  requestId?: string | undefined;
  /** A job, where nothing is said. */
  door?: TouchDoor | undefined;
}

export type Line = Touch & {
  outcome?: "DONE" | "REFUSED";
  /** Of who signs in: who is not yet in has no organisation to act for. */
  assignmentId?: string;
};

/** What an event of rights or of the network is in the access log: nobody who records one can forget it. */
export function touchOf(event: NewEvent): Touch | null {
  const { type, topic, subjectId, facts } = event;
  const { accountId, role } = facts;
  if (topic === "RIGHTS")
    return {
      action: "PERMISSION_CHANGE",
      noun: "Account",
      subjectId: typeof accountId === "string" ? accountId : subjectId,
      fields: typeof role === "string" ? [role] : [],
      change: type,
    };
  const [noun = type] = /^[A-Z][a-z]+/.exec(type) ?? [];
  return topic === "NETWORK"
    ? { action: "CONFIG_CHANGE", noun, subjectId, fields: [], change: type }
    : null;
}

/** Last in its transaction: the end of the centre's chain is locked until the commit. */
export async function writeAccess(
  manager: EntityManager,
  { centreId, now, requestId, door = "JOB" }: Recorder,
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) return;
  await manager.query(`select write_access($1, $2, $3, $4, $5)`, [
    centreId,
    now,
    requestId ?? null,
    door,
    JSON.stringify(lines),
  ]);
}

/** In a transaction of its own: what was read or refused. */
export async function recordAccess(
  desk: Omit<Recorder, "centreId"> & { dataSource: DataSource; actor: Actor },
  lines: readonly Line[],
): Promise<void> {
  const { actor } = desk;
  const { centreId } = actor;
  // who is not signed in gets nothing that is anybody's, and has no centre that would keep the line
  if (lines.length === 0 || !centreId || actor.kind === "visitor") return;
  await inTransaction(desk.dataSource, actor, (manager) =>
    writeAccess(manager, { ...desk, centreId }, lines),
  );
}
