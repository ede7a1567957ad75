// What the owner of an account changes about how she signs in: written by the system at her word, with its line in the log.
import type { Work } from "../events/index.js";
import { transact } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import type { Member } from "../platform/permission/actor.js";

/** The second wall lets no member write what opens her account. */
export function forOwnAccount<Outcome>(
  context: Context,
  { accountId, centreId }: Member,
  useCase: (work: Work) => Promise<Outcome>,
): Promise<Outcome> {
  return transact(
    {
      dataSource: context.dataSource,
      actor: { kind: "system", centreId, accountId },
      requestId: context.requestId,
      door: context.door,
      now: context.now,
      say: context.say,
      keys: context.keys,
      committed: context.committed,
      renew: () => context.renew(),
    },
    useCase,
  );
}
