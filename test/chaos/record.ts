// What the harness itself knows, outside of all that is killed: what was asked, what was answered, what each subscriber heard.
import { appendFileSync, existsSync, readFileSync } from "node:fs";

export const verbs = [
  "sendReferral",
  "openReferral",
  "acceptReferral",
  "declineReferral",
  "waitlistReferral",
  "offerPlace",
  "confirmPlace",
  "startReferral",
  "completeReferral",
  "discontinueReferral",
  "withdrawReferral",
  "setCapacity",
  "recordWalkIn",
] as const;
export type Verb = (typeof verbs)[number];

/** Something that somebody asks for, until it is answered. */
export interface Deed {
  /** Its own; of a referral that is sent also the own reference, of a creation also the request key. */
  name: string;
  verb: Verb;
  /** The account. */
  by: string;
  /** The referral or the service that it is about. */
  subject: string;
  /** Units, the new total, or who came and went. */
  amount?: number;
  /** Said once more with the key of another deed; with another amount it is another input. */
  repeats?: string;
}

export interface Numbers {
  total: number;
  occupied: number;
  reserved: number;
  version: number;
}

/** What was answered at last: the name of a payload, or the code of a refusal. */
export interface Answered {
  told: string;
  /** The referral as it was told. */
  id?: string;
  status?: string;
  version?: number;
  /** The service and its numbers as they were told. */
  service?: string;
  numbers?: Numbers;
}

/** One delivery; without a subject it is a CaughtUp. */
export interface Heard {
  position: number;
  subject?: string;
  status?: string;
  numbers?: Numbers;
}

export interface Listener {
  name: string;
  topic: "CAPACITY" | "REFERRAL";
  /** Whose eyes it has. */
  accountId: string;
  partnerId: string;
  role: "OUS" | "KIPUS" | "PARTNER_REFERRALS";
  /** The position after which it began. */
  from: number;
}

type Line =
  | { is: "asked"; deed: Deed }
  | { is: "answered"; name: string; answered: Answered }
  | { is: "heard"; by: string; heard: Heard; cursor: string }
  | { is: "killed"; what: string };

/** Kept in memory, and line by line in a file where one is given, from which it is read again. */
export class Record {
  readonly deeds = new Map<string, Deed>();
  readonly answers = new Map<string, Answered>();
  readonly heard = new Map<string, Heard[]>();
  readonly cursors = new Map<string, string>();
  readonly kills: string[] = [];
  sends = 0;

  constructor(private readonly path?: string) {
    if (!path || !existsSync(path)) return;
    const lines = readFileSync(path, "utf8").split("\n");
    // what follows the last line break was being written when the harness itself was killed
    lines.pop();
    // our own lines
    // oxlint-disable-next-line typescript/consistent-type-assertions
    for (const line of lines) this.take(JSON.parse(line) as Line);
  }

  asked(deed: Deed): void {
    this.write({ is: "asked", deed });
  }

  answered(name: string, answered: Answered): void {
    this.write({ is: "answered", name, answered });
  }

  hears(by: string, heard: Heard, cursor: string): void {
    this.write({ is: "heard", by, heard, cursor });
  }

  killed(what: string): void {
    this.write({ is: "killed", what });
  }

  /** Asked, and not yet answered. */
  open(): Deed[] {
    return [...this.deeds.values()].filter(
      ({ name }) => !this.answers.has(name),
    );
  }

  private write(line: Line): void {
    if (this.path) appendFileSync(this.path, `${JSON.stringify(line)}\n`);
    this.take(line);
  }

  private take(line: Line): void {
    switch (line.is) {
      case "asked":
        this.deeds.set(line.deed.name, line.deed);
        break;
      case "answered":
        this.answers.set(line.name, line.answered);
        if (this.deeds.get(line.name)?.verb === "sendReferral") this.sends += 1;
        break;
      case "heard": {
        const before = this.heard.get(line.by) ?? [];
        before.push(line.heard);
        this.heard.set(line.by, before);
        this.cursors.set(line.by, line.cursor);
        break;
      }
      case "killed":
        this.kills.push(line.what);
    }
  }
}
