// Documents that passed their examination: our client sends the same few all day, a stranger never the same.
import { createHash } from "node:crypto";

import type { DocumentNode } from "graphql";

/** A longer text is examined each time; the longest of our client is half of it. */
const longestText = 10_000;

/** Measured: names of one letter are the dearest, a node for every two bytes of text. */
const weightOf = (text: string) => 2_000 + 120 * text.length;

/** In bytes of memory; the whole client is a fifth of it. */
const allowedWeight = 48_000_000;

const keyOf = (text: string) =>
  createHash("sha256").update(text).digest("base64url");

/** What was asked longest ago goes first. */
export class RememberedDocuments {
  private readonly kept = new Map<
    string,
    { document: DocumentNode; weight: number }
  >();
  private weight = 0;

  get size(): number {
    return this.kept.size;
  }

  find(text: string): DocumentNode | undefined {
    if (text.length > longestText) return undefined;
    const key = keyOf(text);
    const known = this.kept.get(key);
    if (!known) return undefined;
    this.kept.delete(key);
    this.kept.set(key, known);
    return known.document;
  }

  /** @param document without locations: they hold every token and comment of the text */
  keep(text: string, document: DocumentNode): void {
    if (text.length > longestText) return;
    const weight = weightOf(text);
    this.kept.set(keyOf(text), { document, weight });
    this.weight += weight;
    for (const [key, oldest] of this.kept) {
      if (this.weight <= allowedWeight) return;
      this.kept.delete(key);
      this.weight -= oldest.weight;
    }
  }
}
