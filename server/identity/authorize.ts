// The only place that refuses: who is not signed in, and who may not.
import { Refusal } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import type { Actor, Member } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";

/** Whoever asks, and the language in which a refusal is told. */
export interface Asking {
  actor: Actor;
  say: Say;
}

/** @throws UNAUTHENTICATED */
export function signedIn({ actor, say }: Asking): Member {
  if (actor.kind === "member") return actor;
  throw new Refusal(
    "UNAUTHENTICATED",
    say({ pl: "Zaloguj się.", en: "Sign in first." }),
  );
}

/** @throws UNAUTHENTICATED, FORBIDDEN */
export function authorize<Row extends { centreId: string }>(
  asking: Asking,
  expression: Expression<Row>,
  row: Row,
): void {
  if (!["system", "link"].includes(asking.actor.kind)) signedIn(asking);
  if (!allows(expression, asking.actor, row))
    throw new Refusal(
      "FORBIDDEN",
      asking.say({
        pl: "Twoja rola na to nie pozwala.",
        en: "Your role does not allow this.",
      }),
    );
}
