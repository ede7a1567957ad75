// The application's connection: what is asked again PostgreSQL plans once, for behind its walls planning costs the most.
import type { Connection } from "pg";

import { SteadyClient } from "./steady-client.js";

/** Per connection: a plan with its walls takes some 100 kB of it. For one more, the one that was asked longest ago goes. */
export const mostPrepared = 250;

/** Optional filters and words that are looked for decide the plan: it is made for their values, each time. */
const isPlannedForItsValues = (text: string) =>
  /\$\d+(::[\w[\]]+)? is null|\blike\b|@@|<->|%>/i.test(text);

/** Statements asked once in this process, which may never come again; forgotten before they are many. */
const askedOnce = new Set<string>();

function isAskedAgain(text: string): boolean {
  if (askedOnce.has(text)) return true;
  if (askedOnce.size >= 2_000) askedOnce.clear();
  askedOnce.add(text);
  return false;
}

/** A table changed under a prepared `select *`: PostgreSQL refuses it until it is prepared anew. */
const isOfAnotherTime = (failure: unknown) =>
  failure instanceof Error &&
  failure.message.includes("cached plan must not change result type");

const hasValues = (values: unknown) =>
  Array.isArray(values) && values.length > 0;

/** pg declares nine shapes of a question, and which answer belongs to which is its own affair. */
function ask(client: SteadyClient, asking: unknown[]): never {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the answer's shape is that of the question
  return Reflect.apply(SteadyClient.prototype.query, client, asking) as never;
}

/** What pg knows of a connection beside its types. */
interface Parsed {
  readonly parsedStatements: Record<string, string>;
}

export class PreparedClient extends SteadyClient {
  /** Of each text its name; the one asked longest ago comes first. */
  private readonly names = new Map<string, string>();
  private named = 0;
  declare readonly connection: Connection & Parsed;

  /** As pg's own; a text with its values is a statement that may be prepared. */
  override query(...asking: unknown[]): never {
    const [text, values] = asking;
    const name =
      typeof text === "string" && asking.length === 2 && hasValues(values)
        ? this.nameOf(text)
        : undefined;
    if (!name) return ask(this, asking);
    const answer = ask(this, [{ name, text, values }]);
    // the one who asks hears of it as well
    Promise.resolve(answer).catch((failure: unknown) => {
      if (isOfAnotherTime(failure)) this.forget(this.names.size);
    });
    return answer;
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known) {
      this.names.delete(text);
      this.names.set(text, known);
      return known;
    }
    if (isPlannedForItsValues(text) || !isAskedAgain(text)) return undefined;
    this.forget(this.names.size + 1 - mostPrepared);
    this.named += 1;
    const name = `again_${String(this.named)}`;
    this.names.set(text, name);
    return name;
  }

  /** Those that were asked longest ago; PostgreSQL lets them go in a failed transaction as well. */
  private forget(many: number): void {
    for (const [text, name] of [...this.names].slice(0, Math.max(0, many))) {
      this.names.delete(text);
      // goes out ahead of the next statement, which takes its answer along
      this.connection.close({ type: "S", name }, true);
      Reflect.deleteProperty(this.connection.parsedStatements, name);
    }
  }
}
