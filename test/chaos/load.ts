// The people of the town at work: places are asked for, given, given back, counted and changed, each deed until it is answered.
import type { Chance } from "../support/chance.js";
import { oneOf } from "../support/chance.js";
import { type Asking, askUntilKnown } from "./asking.js";
import type { Deed, Record, Verb } from "./record.js";
import type { Somebody, Town } from "./town.js";

/** What may come next, as far as a client knows; others may have been quicker. */
const next: { readonly [status: string]: readonly Verb[] } = {
  SENT: [
    "openReferral",
    "acceptReferral",
    "declineReferral",
    "waitlistReferral",
    "withdrawReferral",
  ],
  RECEIVED: ["acceptReferral", "declineReferral", "withdrawReferral"],
  WAITLISTED: ["offerPlace", "offerPlace", "withdrawReferral"],
  OFFERED: ["confirmPlace", "withdrawReferral"],
  ACCEPTED: ["startReferral", "withdrawReferral", "discontinueReferral"],
  IN_PROGRESS: ["completeReferral", "discontinueReferral"],
};

const ofCoordinators = new Set<Verb>(["confirmPlace", "withdrawReferral"]);

interface Known {
  id: string;
  service: string;
  by: string;
  status: string;
  version: number;
}

export interface LoadParts {
  town: Town;
  record: Record;
  asking: Asking;
  pick: Chance;
  /** Begins every name, so that it is unique in the whole run. */
  prefix: string;
}

export class Load {
  private readonly people = new Map<string, Somebody>();
  private readonly known = new Map<string, Known>();
  private made: number;

  constructor(private readonly parts: LoadParts) {
    const { town, record } = parts;
    for (const one of [...town.coordinators, ...town.teams])
      this.people.set(one.accountId, one);
    this.made = record.deeds.size;
    for (const deed of record.deeds.values()) this.learn(deed);
  }

  /** What was asked before the harness itself was ended. */
  async finishOpen(): Promise<void> {
    await Promise.all(this.parts.record.open().map((deed) => this.ask(deed)));
  }

  /** One after the other, until it is enough. */
  async work(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) {
      const deed = this.invent();
      this.parts.record.asked(deed);
      await this.ask(deed);
    }
  }

  /** A deed by name, for tests that choose it themselves. */
  async do(deed: Omit<Deed, "name">, name = this.name()): Promise<string> {
    const named = { ...deed, name };
    this.parts.record.asked(named);
    await this.ask(named);
    return name;
  }

  private name(): string {
    this.made += 1;
    return `${this.parts.prefix}${this.made}`;
  }

  private async ask(deed: Deed): Promise<void> {
    const somebody = this.people.get(deed.by);
    if (!somebody) throw new Error(`nobody is ${deed.by}`);
    const answered = await askUntilKnown(this.parts.asking, somebody, deed);
    if (!answered) return;
    this.parts.record.answered(deed.name, answered);
    this.learn(deed);
  }

  private learn(deed: Deed): void {
    const { id, status, version } =
      this.parts.record.answers.get(deed.name) ?? {};
    if (!id || !status || !version) return;
    const before = this.known.get(id);
    const isSend = deed.verb === "sendReferral";
    if (before && before.version >= version) return;
    if (!next[status]) this.known.delete(id);
    else if (before) Object.assign(before, { status, version });
    else if (isSend)
      this.known.set(id, {
        id,
        service: deed.subject,
        by: deed.by,
        status,
        version,
      });
  }

  private invent(): Deed {
    const { pick } = this.parts;
    const chosen = pick(100);
    if (chosen < 38) return this.send();
    if (chosen < 43) return this.repeat() ?? this.send();
    if (chosen < 48) return this.onService("setCapacity", pick(6));
    if (chosen < 54) return this.onService("recordWalkIn", pick(2) ? 1 : -1);
    return this.move() ?? this.send();
  }

  private send(): Deed {
    const { town, pick } = this.parts;
    return {
      name: this.name(),
      verb: "sendReferral",
      by: oneOf(pick, town.coordinators).accountId,
      subject: oneOf(pick, town.services).id,
      amount: 1 + Number(pick(5) === 0),
    };
  }

  private onService(verb: Verb, amount: number): Deed {
    const { town, pick } = this.parts;
    const { id, partnerId } = oneOf(pick, town.services);
    const team = town.teams.find((one) => one.partnerId === partnerId);
    return {
      name: this.name(),
      verb,
      by: team?.accountId ?? "",
      subject: id,
      amount,
    };
  }

  private move(): Deed | null {
    const { town, pick } = this.parts;
    const recent = [...this.known.values()].slice(-60);
    if (recent.length === 0) return null;
    const { id, service, by, status } = oneOf(pick, recent);
    const verb = oneOf(pick, next[status] ?? []);
    const partnerId = town.services.find(
      (one) => one.id === service,
    )?.partnerId;
    const team = town.teams.find((one) => one.partnerId === partnerId);
    return {
      name: this.name(),
      verb,
      by: ofCoordinators.has(verb) ? by : (team?.accountId ?? ""),
      subject: id,
    };
  }

  /** One of the latest creations that were done, said again; sometimes with another input. */
  private repeat(): Deed | null {
    const { record, pick } = this.parts;
    const done = [...record.deeds.values()]
      .slice(-80)
      .filter(
        ({ name, verb, repeats }) =>
          !repeats &&
          ["sendReferral", "recordWalkIn"].includes(verb) &&
          ["Referral", "Service"].includes(
            record.answers.get(name)?.told ?? "",
          ),
      );
    if (done.length === 0) return null;
    const first = oneOf(pick, done);
    return {
      ...first,
      name: this.name(),
      repeats: first.name,
      amount: (first.amount ?? 1) + (pick(3) === 0 ? 2 : 0),
    };
  }
}
