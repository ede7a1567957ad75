// Batched reads: a definition is a question about many keys at once; the operation's context remembers the answers.
import DataLoader from "dataloader";

import type { Context } from "./context.js";

export interface LoaderDefinition<Key, Value> {
  /** Answers in the order of the keys; what is absent or hidden is null (or an empty list). */
  load(context: Context, keys: readonly Key[]): Promise<Value[]>;
  /** What makes two keys one, where they are not strings. */
  keyOf?: (key: Key) => string;
}

export function loader<Key, Value>(
  load: LoaderDefinition<Key, Value>["load"],
  keyOf?: (key: Key) => string,
): LoaderDefinition<Key, Value> {
  return keyOf ? { load, keyOf } : { load };
}

/** Puts rows in the order of the keys that were asked for. */
export function inOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** The same for lists: each key gets all its rows, in the order of the rows. */
export function grouped<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const byKey = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}

export class Loaders {
  private readonly open = new Map<unknown, DataLoader<unknown, unknown>>();

  constructor(private readonly context: Context) {}

  load<Key, Value>(
    definition: LoaderDefinition<Key, Value>,
    key: Key,
  ): Promise<Value> {
    let known = this.open.get(definition);
    if (!known) {
      const { keyOf } = definition;
      const made = new DataLoader<Key, Value, Key | string>(
        (keys) => definition.load(this.context, keys),
        keyOf
          ? { cacheKeyFn: keyOf, maxBatchSize: 1000 }
          : { maxBatchSize: 1000 },
      );
      known = made;
      this.open.set(definition, known);
    }
    // the map is keyed by the definition, whose types the caller's signature carries
    // oxlint-disable-next-line typescript/consistent-type-assertions
    return known.load(key) as Promise<Value>;
  }

  forget(): void {
    this.open.clear();
  }
}
