// Where the operator's commands are served: one process, one database, and whoever must be told afterwards.
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { tellOthers, transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import type { Clock } from "../platform/clock.js";
import { inTransaction } from "../platform/database/session.js";
import { speaking } from "../platform/graphql/words.js";
import type { Keys } from "../platform/keys.js";

/** What cannot be done, in a sentence for the operator; nothing was changed. */
export class CommandRefused extends Error {}

/** What was typed cannot be understood; the sentence says how it is typed. */
export class CommandMistyped extends Error {}

export class Counter {
  private readonly heads = new Map<string, number>();
  private readonly accounts = new Set<string>();
  private command = "command";

  constructor(
    readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly keys: Keys,
    readonly print: (line: string) => void,
  ) {}

  get now(): Date {
    return this.clock.now();
  }

  async findCentre(slug: string): Promise<Centre> {
    const centres = await this.centres();
    const found = centres.find((centre) => centre.slug === slug);
    if (found) return found;
    const known = centres.map((centre) => centre.slug).join(", ");
    throw new CommandRefused(
      `There is no centre "${slug}". ${known ? `There are: ${known}.` : "There is none yet: make one."}`,
    );
  }

  centres(): Promise<Centre[]> {
    return inTransaction(this.dataSource, { kind: "setup" }, (manager) =>
      manager.getRepository(Centre).find({ order: { slug: "asc" } }),
    );
  }

  /** What the operator typed, for the access log. */
  serves(command: string): void {
    this.command = command;
  }

  /** One transaction as the centre's system, with its events; where it changed no rights, that it was there goes on record. */
  inCentre<Outcome>(
    centre: Pick<Centre, "id">,
    useCase: (work: Work) => Promise<Outcome>,
  ): Promise<Outcome> {
    const desk: Desk = {
      dataSource: this.dataSource,
      actor: { kind: "system", centreId: centre.id },
      now: this.now,
      say: speaking("en"),
      keys: this.keys,
      door: "COMMAND",
      committed: (centreId, position) => this.heads.set(centreId, position),
    };
    return transact(desk, async (work) => {
      const outcome = await useCase(work);
      if (work.touches.length === 0)
        work.touch({
          action: "VIEW",
          noun: "Centre",
          subjectId: centre.id,
          fields: [],
          change: this.command,
        });
      return outcome;
    });
  }

  /** Her rights are asked anew in every process, on open sockets too. */
  rightsChanged(accountId: string): void {
    this.accounts.add(accountId);
  }

  async close(): Promise<void> {
    await tellOthers(this.dataSource, this.heads, this.accounts);
  }
}
