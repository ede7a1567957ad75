// Reads of the log itself, for the stream: the head of a centre and the events after a position.
import type { DataSource } from "typeorm";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { loader } from "../platform/graphql/loader.js";
import { Refusal } from "../platform/graphql/problem.js";
import type { LogEvent, Topic } from "./event.js";

export interface EventRow {
  centre_id: string;
  position: string;
  type: string;
  topic: Topic;
  subject_id: string;
  partner_id: string | null;
  sender_account_id: string | null;
  actor_account_id: string | null;
  actor_partner_id: string | null;
  at: Date;
  facts: Record<string, unknown>;
}

export function eventOf(row: EventRow): LogEvent {
  return {
    centreId: row.centre_id,
    position: Number(row.position),
    type: row.type,
    topic: row.topic,
    subjectId: row.subject_id,
    partnerId: row.partner_id,
    senderAccountId: row.sender_account_id,
    actorAccountId: row.actor_account_id,
    actorPartnerId: row.actor_partner_id,
    at: row.at,
    facts: row.facts,
  };
}

/** Events after a position, in order; at most `limit`. */
export async function readEvents(
  dataSource: DataSource,
  centreId: string,
  after: number,
  limit: number,
): Promise<LogEvent[]> {
  const rows = await inTransaction(
    dataSource,
    { kind: "log", centreId },
    (manager) =>
      manager.query<EventRow[]>(
        `select * from event where centre_id = $1 and position > $2 order by position limit $3`,
        [centreId, after, limit],
      ),
  );
  return rows.map(eventOf);
}

const isReadable = loader<number, boolean>(async (context, positions) => {
  const rows = await context.reads.rows<{ position: string }>(
    `select position from event where centre_id = $1 and position = any($2)`,
    [context.actor.centreId, positions],
  );
  const readable = new Set(rows.map(({ position }) => Number(position)));
  return positions.map((position) => readable.has(position));
}, String);

/**
 * The second wall of a delivery: the database itself lets the subscriber read this line.
 * @throws FORBIDDEN
 */
export async function requireReadable(
  context: Context,
  position: number,
): Promise<void> {
  if (!(await context.load(isReadable, position)))
    throw new Refusal(
      "FORBIDDEN",
      context.say({
        pl: "Twoja rola na to nie pozwala.",
        en: "Your role does not allow this.",
      }),
    );
}

/** What a delivery throws that is not the subscriber's: it is left out, and the stream goes on. */
export class NotTold extends Error {}

/**
 * The second wall where it alone knows whose an event is.
 * @throws NotTold
 */
export async function tellOnlyReadable(
  context: Context,
  position: number,
): Promise<void> {
  if (!(await context.load(isReadable, position)))
    throw new NotTold("not the subscriber's");
}

export interface Head {
  position: number;
  /** Changes only when a backup is restored. */
  epoch: string;
  /** The first position that the log still holds; one past the head where it is empty. */
  oldest: number;
}

export async function readHead(
  dataSource: DataSource,
  centreId: string,
): Promise<Head | null> {
  const [head] = await inTransaction(
    dataSource,
    { kind: "log", centreId },
    (manager) =>
      manager.query<{ position: string; epoch: string; oldest: string }[]>(
        `select l.position, l.epoch,
                coalesce((select min(e.position) from event e where e.centre_id = l.centre_id), l.position + 1) as oldest
         from centre_log l where l.centre_id = $1`,
        [centreId],
      ),
  );
  return head
    ? {
        position: Number(head.position),
        epoch: head.epoch,
        oldest: Number(head.oldest),
      }
    : null;
}
