// The log of a demo centre: everything that happened before the loading, in its order, from position 1 on.
import { randomUUID } from "node:crypto";

import type { DemoWorld } from "./world.js";

export async function writeHistory(world: DemoWorld): Promise<void> {
  const { work, centreId } = world;
  // the sort keeps the order of what happened at one time
  const events = [...world.events]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ by, at, ...event }) => ({
      ...event,
      at: at.toISOString(),
      actorAccountId: by?.accountId ?? null,
      actorPartnerId: by?.partnerId ?? null,
    }));
  await work.rows(
    `insert into centre_log (centre_id, position, epoch) values ($1, $2, $3)`,
    [centreId, events.length, randomUUID()],
  );
  await work.rows(
    `insert into event (centre_id, position, type, topic, subject_id, partner_id, sender_account_id,
                        actor_account_id, actor_partner_id, at, facts)
     select $1, place, event->>'type', event->>'topic', (event->>'subjectId')::uuid,
            (event->>'partnerId')::uuid, (event->>'senderAccountId')::uuid, (event->>'actorAccountId')::uuid,
            (event->>'actorPartnerId')::uuid, (event->>'at')::timestamptz, event->'facts'
     from jsonb_array_elements($2::jsonb) with ordinality as line(event, place)`,
    [centreId, JSON.stringify(events)],
  );
}
