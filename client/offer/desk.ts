// The provider's own changes of places: taps gathered, sent once, undone as a new change, kept while offline.
import type { NumbersFragment } from "../graphql/generated/graphql.js";
import { otherMeaningOf, type Step, stepsFor } from "./steps.js";

export type Sent =
  | { kind: "done"; numbers: NumbersFragment }
  | { kind: "moved"; numbers: NumbersFragment }
  | { kind: "refused"; message: string }
  /** No answer came: perhaps done, perhaps not. */
  | { kind: "lost" };

export interface Change {
  was: number;
  is: number;
  steps: readonly Step[];
  other: Step[] | null;
  /** The number of places after it, for the words. */
  total: number;
  version: number;
}

/** What stands under a row about its last change. */
export type Line =
  | { kind: "changed"; change: Change }
  | { kind: "undone"; is: number }
  | { kind: "moved"; is: number }
  | { kind: "refused"; message: string }
  | { kind: "notSaved"; target: number }
  | { kind: "said"; what: "queue" | "offered" };

export interface Row {
  /** The free places that the person wants to see; null: as the graph says. */
  target: number | null;
  isQueued: boolean;
  line: Line | null;
}

interface Options {
  send(
    serviceId: string,
    step: Step,
    numbers: NumbersFragment,
    requestKey: string,
  ): Promise<Sent>;
  isOnline(): boolean;
  newKey(): string;
  /** Runs later; answers how to call it off. */
  later(milliseconds: number, run: () => void): () => void;
  /** Taps closer together than this are one change. */
  gatherFor: number;
}

const still: Row = { target: null, isQueued: false, line: null };

export function createDesk(options: Options) {
  let rows: ReadonlyMap<string, Row> = new Map();
  const listeners = new Set<() => void>();
  /** The numbers that the person saw when the first tap of a change fell. */
  const seen = new Map<string, NumbersFragment>();
  const callOff = new Map<string, () => void>();
  const atWork = new Set<string>();
  /** The same step on the same version is the same request, however often it is repeated. */
  const keys = new Map<string, string>();

  const rowOf = (serviceId: string) => rows.get(serviceId) ?? still;
  function put(serviceId: string, changes: Partial<Row>): void {
    rows = new Map(rows).set(serviceId, { ...rowOf(serviceId), ...changes });
    for (const listener of listeners) listener();
  }

  async function run(
    serviceId: string,
    steps: readonly Step[],
    before: NumbersFragment,
  ): Promise<Sent> {
    let sent: Sent = { kind: "done", numbers: before };
    for (const step of steps) {
      if (sent.kind !== "done") break;
      const { numbers } = sent;
      const request = JSON.stringify([serviceId, numbers.version, step]);
      const key = keys.get(request) ?? options.newKey();
      keys.set(request, key);
      sent = await options.send(serviceId, step, numbers, key);
    }
    return sent;
  }

  async function flush(serviceId: string): Promise<void> {
    const before = seen.get(serviceId);
    const { target } = rowOf(serviceId);
    if (!before || target === null || atWork.has(serviceId)) return;
    if (target === before.available) return settle(serviceId, rowOf(serviceId));
    if (!options.isOnline()) return put(serviceId, { isQueued: true });

    const steps = stepsFor(target - before.available, before.walkIns);
    atWork.add(serviceId);
    put(serviceId, { isQueued: false });
    const sent = await run(serviceId, steps, before);
    atWork.delete(serviceId);
    if (sent.kind === "lost")
      return options.isOnline()
        ? settle(serviceId, { line: { kind: "notSaved", target } })
        : put(serviceId, { isQueued: true });
    if (sent.kind !== "done") return settle(serviceId, { line: lineOf(sent) });

    const line = changed(before, sent.numbers, steps);
    const wanted = rowOf(serviceId).target;
    if (wanted === null || wanted === target)
      return settle(serviceId, { line });
    // taps that fell meanwhile are the next change
    seen.set(serviceId, sent.numbers);
    put(serviceId, { line });
    gather(serviceId);
  }

  function settle(serviceId: string, { line }: Pick<Row, "line">): void {
    seen.delete(serviceId);
    put(serviceId, { target: null, isQueued: false, line });
  }

  function gather(serviceId: string): void {
    callOff.get(serviceId)?.();
    const send = () => void flush(serviceId);
    callOff.set(serviceId, options.later(options.gatherFor, send));
  }

  return {
    rowOf,
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** The person wants so many free places; `numbers` is what the screen shows. */
    want(serviceId: string, numbers: NumbersFragment, free: number): void {
      if (!seen.has(serviceId)) seen.set(serviceId, numbers);
      put(serviceId, { target: Math.max(0, free), line: null });
      gather(serviceId);
    },
    /** Runs steps as one change of their own: an undo, or the other meaning of the last. */
    async change(
      serviceId: string,
      steps: readonly Step[],
      numbers: NumbersFragment,
      lineAfter: (after: NumbersFragment) => Line,
    ): Promise<void> {
      if (atWork.has(serviceId)) return;
      const { line: lineBefore } = rowOf(serviceId);
      atWork.add(serviceId);
      const sent = await run(serviceId, steps, numbers);
      atWork.delete(serviceId);
      if (sent.kind === "done")
        return put(serviceId, { line: lineAfter(sent.numbers) });
      put(serviceId, {
        line: sent.kind === "lost" ? lineBefore : lineOf(sent),
      });
    },
    say: (serviceId: string, line: Line) => put(serviceId, { line }),
    discard: (serviceId: string) => settle(serviceId, { line: null }),
    /** The network is back: what waited is sent. */
    sendQueued(): void {
      for (const [serviceId, { isQueued }] of rows)
        if (isQueued) void flush(serviceId);
    },
    /** Leaving the page forgets the lines, never what waits to be sent. */
    leave(): void {
      for (const [serviceId, { isQueued, target }] of rows)
        if (!isQueued && target === null) put(serviceId, still);
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

export function changed(
  before: NumbersFragment,
  after: NumbersFragment,
  steps: readonly Step[],
): Line {
  return {
    kind: "changed",
    change: {
      was: before.available,
      is: after.available,
      steps,
      other: otherMeaningOf(steps),
      total: after.total,
      version: after.version,
    },
  };
}

/** A line about a number is true until the number moves by something else. */
export function stillTrue(line: Line | null, numbers: NumbersFragment) {
  switch (line?.kind) {
    case "changed": {
      const { is, total } = line.change;
      return is === numbers.available && total === numbers.total ? line : null;
    }
    case "undone":
    case "moved":
      return line.is === numbers.available ? line : null;
    default:
      return line;
  }
}

export function lineOf(
  sent: Exclude<Sent, { kind: "done" } | { kind: "lost" }>,
): Line {
  return sent.kind === "moved"
    ? { kind: "moved", is: sent.numbers.available }
    : { kind: "refused", message: sent.message };
}
