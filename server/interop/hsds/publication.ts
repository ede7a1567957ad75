// How open data is asked: as the kind of actor that sees what is published and nothing else, in a snapshot that ends with the question.
import type { DataSource } from "typeorm";

import { Reads } from "../../platform/database/session.js";
import { type Asked, findCentre } from "./published.reads.js";

export class Publication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => Date,
  ) {}

  centre(slug: string): Promise<{ id: string; name: string } | null> {
    return this.read(undefined, (reads) => findCentre(reads, slug));
  }

  /** What is published of every centre, whichever it is. */
  everywhere<Result>(
    question: (reads: Reads) => Promise<Result>,
  ): Promise<Result> {
    return this.read(undefined, question);
  }

  ask<Result>(
    centreId: string,
    question: (asked: Asked) => Promise<Result>,
  ): Promise<Result> {
    return this.read(centreId, (reads) =>
      question({ reads, centreId, now: this.now() }),
    );
  }

  private async read<Result>(
    centreId: string | undefined,
    question: (reads: Reads) => Promise<Result>,
  ): Promise<Result> {
    const reads = new Reads(this.dataSource, () => ({
      kind: "publication",
      ...(centreId === undefined ? {} : { centreId }),
    }));
    try {
      return await question(reads);
    } finally {
      await reads.close();
    }
  }
}
