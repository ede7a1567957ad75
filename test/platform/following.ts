// What one subscriber of a test saw, to be waited for fact by fact.
import type { Client } from "graphql-ws";

export interface Changed {
  cursor: string;
  position: number;
  number: number;
  partner: string;
}

export interface Delivery extends Partial<Changed> {
  __typename: "Changed" | "CaughtUp";
  cursor: string;
}

export const changedDocument = `
  subscription ($centreId: ID!, $kind: String, $after: String) {
    changed(centreId: $centreId, kind: $kind, after: $after) {
      __typename
      ... on Changed { cursor position number partner }
      ... on CaughtUp { cursor }
    }
  }`;

/** A queue of what one subscription brought, to be waited for fact by fact. */
export class Following {
  readonly events: Changed[] = [];
  readonly caughtUp: string[] = [];
  ended: { errors?: unknown; completed?: true } | null = null;
  cursor: string | null = null;
  private readonly waiting = new Set<() => void>();
  readonly leave: () => void;

  constructor(client: Client, variables: Record<string, unknown>) {
    this.leave = client.subscribe<{ changed: Delivery }>(
      { query: changedDocument, variables },
      {
        next: ({ data, errors }) => {
          if (errors) this.ended = { errors };
          if (data) this.take(data.changed);
          this.stir();
        },
        error: (errors) => {
          this.ended = { errors };
          this.stir();
        },
        complete: () => {
          this.ended ??= { completed: true };
          this.stir();
        },
      },
    );
  }

  get numbers(): number[] {
    return this.events.map(({ number }) => number);
  }

  /** Resolves as soon as the claim holds. */
  async until(claim: (following: this) => boolean): Promise<void> {
    while (!claim(this))
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
      });
  }

  private take(delivery: Delivery): void {
    this.cursor = delivery.cursor;
    if (delivery.__typename === "CaughtUp") this.caughtUp.push(delivery.cursor);
    else {
      const { cursor, position = 0, number = 0, partner = "" } = delivery;
      this.events.push({ cursor, position, number, partner });
    }
  }

  private stir(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
