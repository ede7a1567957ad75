// What somebody who is not signed in sets off by her link, written in the name of the centre that the link names.
import type { Desk } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";

export function deskOfCentre(context: Context, centreId: string): Desk {
  return {
    dataSource: context.dataSource,
    actor: { kind: "system", centreId },
    now: context.now,
    say: context.say,
    keys: context.keys,
    committed: context.committed,
    renew: () => context.renew(),
  };
}
