// The caller's own key of a creation: the same key and input twice is done once (trust, "Keys").
import { createHash } from "node:crypto";

import { Field, ObjectType } from "type-graphql";

import { isRequestKey, Problem } from "../platform/graphql/problem.js";
import type { Work } from "./transact.js";

@ObjectType({
  implements: Problem,
  description: "The same key came before with another input.",
})
export class RequestKeyReused extends Problem {
  @Field(() => String, { description: "What happened and what to do." })
  declare message: string;
}

export interface TakenKey {
  /** What the first call with this key made; null where this is the first. */
  repeats: string | null;
}

/** How somebody answered a question about what she asks for; with it and without the same is asked for. */
const ANSWERS: ReadonlySet<string> = new Set(["sensitiveWordsMeant"]);

/** A field that is null and one that is left out say the same. */
function given(input: object): [string, unknown][] {
  return Object.entries(input)
    .filter(
      ([name, value]) =>
        value !== null && value !== undefined && !ANSWERS.has(name),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The first act of a creation: a repeat that comes while the first is at work waits for it here.
 * @param nounId what the call will have made when it commits
 */
export async function takeRequestKey(
  work: Work,
  operation: string,
  key: string,
  input: object,
  nounId: string,
): Promise<TakenKey | RequestKeyReused> {
  const { actor } = work;
  // what is no key is told among the faults of the input
  if (actor.kind !== "member" || !isRequestKey(key)) return { repeats: null };
  const hash = createHash("sha256")
    .update(JSON.stringify([actor.accountId, given(input)]))
    .digest();
  const taken = await work.rows(
    `insert into request_key (centre_id, partner_id, operation, key, input_hash, noun_id, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (centre_id, partner_id, operation, key) do nothing
     returning key`,
    [work.centreId, actor.partnerId, operation, key, hash, nounId, work.now],
  );
  if (taken.length > 0) return { repeats: null };
  const [before] = await work.rows<{ input_hash: Buffer; noun_id: string }>(
    `select input_hash, noun_id from request_key
     where centre_id = $1 and partner_id = $2 and operation = $3 and key = $4`,
    [work.centreId, actor.partnerId, operation, key],
  );
  if (before?.input_hash.equals(hash)) return { repeats: before.noun_id };
  return new RequestKeyReused(
    work.say({
      pl: "Ten klucz był już użyty z innymi danymi. Wyślij z nowym kluczem.",
      en: "This key came before with another input. Send it with a new key.",
    }),
  );
}
