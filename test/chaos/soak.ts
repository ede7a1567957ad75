// `npm run soak`: chaos for minutes or hours, in rounds that are checked one by one; what was cut short is taken up again.
import "reflect-metadata";

import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { chance } from "../support/chance.js";
import { type Fleet, openFleet } from "./fleet.js";
import { Record } from "./record.js";
import { Round, type Sum } from "./round.js";
import { help, readWords, type SoakWords } from "./soak-words.js";
import { aTown, type Town } from "./town.js";

/** Large enough for many faults to meet, small enough to be read when one is found. */
const sendsOfARound = 600;

interface State {
  seed: number;
  round: number;
  /** Of the round that is being played. */
  town: Town | null;
  /** Of the rounds that were checked. */
  checked: Omit<Sum, "broken">;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

class Soak {
  private readonly state: State;
  private readonly end: number;
  private record = new Record();
  private readonly stopping = new AbortController();

  constructor(
    private readonly words: SoakWords,
    private readonly fleet: Fleet,
  ) {
    this.state = this.readState();
    this.end = words.minutes
      ? performance.now() + words.minutes * 60_000
      : Infinity;
  }

  /** @returns the exit status */
  async run(): Promise<number> {
    const progress = setInterval(() => say(this.line()), 10_000);
    try {
      while (!this.isEnough()) {
        const status = await this.playRound();
        if (status !== 0) return status;
      }
      this.tellEnd();
      return 0;
    } finally {
      clearInterval(progress);
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  private isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async playRound(): Promise<number> {
    const { fleet, state, words } = this;
    const taken = state.town;
    if (!taken) state.round += 1;
    const town = taken ?? (await aTown(fleet.postgres.database));
    state.town = town;
    this.writeState();
    const path = join(words.folder, `round-${state.round}.jsonl`);
    this.record = new Record(path);
    if (taken) say(`round ${state.round} goes on: ${this.line()}`);
    const round = new Round({
      fleet,
      town,
      record: this.record,
      pick: chance(state.seed * 1_000_003 + state.round),
      prefix: `r${state.round}-`,
      walkers: 8,
      longestPauseMs: 8_000,
    });
    await round.open();
    await round.play(
      () => true,
      () => this.trouble(round),
    );
    if (this.isStopped()) {
      await round.leave();
      say(`stopped; the same command goes on from here: ${this.line()}`);
      return 3;
    }
    const { broken, ...sum } = await round.close();
    if (Object.keys(broken).length > 0) {
      say(`VIOLATED in round ${state.round} (kept: ${path})`);
      say(JSON.stringify(broken, null, 2));
      return 1;
    }
    this.record = new Record();
    state.checked = added(state.checked, sum);
    state.town = null;
    this.writeState();
    rmSync(path, { force: true });
    return 0;
  }

  private async trouble(round: Round): Promise<void> {
    const { record, words } = this;
    const answersPerFault = Math.min(
      400,
      Math.max(10, words.sendsPerKill * 1.5),
    );
    while (record.sends < sendsOfARound && !this.isEnough()) {
      const before = record.answers.size;
      await round.until(
        () =>
          this.isStopped() || record.answers.size > before + answersPerFault,
      );
      if (!this.isStopped()) await round.inflictAny();
    }
  }

  private sums() {
    const { checked } = this.state;
    return {
      sends: checked.sends + this.record.sends,
      kills: checked.kills + this.record.kills.length,
    };
  }

  private isEnough(): boolean {
    const { sends, kills } = this.sums();
    return (
      this.isStopped() ||
      performance.now() > this.end ||
      (sends >= this.words.sends && kills >= this.words.kills)
    );
  }

  private line(): string {
    const { sends, kills } = this.sums();
    const time = new Date().toISOString().slice(11, 19);
    return `${time}  round ${this.state.round}  sends ${sends}  kills ${kills}  violations 0`;
  }

  private tellEnd(): void {
    const { sends, kills, events, deliveries } = this.state.checked;
    say("");
    for (const [what, n] of Object.entries({
      sends,
      kills,
      events,
      deliveries,
    }))
      say(
        `${what.padEnd(10)} n = ${String(n).padStart(9)}  violations 0  95 % bound 3/n = ${bound(n)} %`,
      );
  }

  private get statePath(): string {
    return join(this.words.folder, "soak.json");
  }

  private readState(): State {
    if (existsSync(this.statePath)) {
      // our own file
      // oxlint-disable-next-line typescript/consistent-type-assertions
      const state = JSON.parse(readFileSync(this.statePath, "utf8")) as State;
      say(`goes on in ${this.words.folder}: ${JSON.stringify(state.checked)}`);
      return state;
    }
    return {
      seed: this.words.seed,
      round: 0,
      town: null,
      checked: { sends: 0, kills: 0, events: 0, deliveries: 0 },
    };
  }

  private writeState(): void {
    writeFileSync(`${this.statePath}.new`, JSON.stringify(this.state));
    renameSync(`${this.statePath}.new`, this.statePath);
  }
}

/** With no violation in n trials the share of bad ones is below this with 95 % certainty. */
function bound(n: number): string {
  const percent = Math.min(100, 300 / Math.max(1, n));
  return percent < 1 ? percent.toPrecision(2) : percent.toFixed(1);
}

function added(one: State["checked"], other: State["checked"]) {
  return {
    sends: one.sends + other.sends,
    kills: one.kills + other.kills,
    events: one.events + other.events,
    deliveries: one.deliveries + other.deliveries,
  };
}

async function run(): Promise<number> {
  let words: SoakWords;
  try {
    words = readWords();
  } catch (failure) {
    say(`${failure instanceof Error ? failure.message : ""}\n\n${help}`);
    return 2;
  }
  if (words.asksForHelp) {
    say(help);
    return 0;
  }
  const { folder, isFresh } = words;
  if (isFresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`three processes on a PostgreSQL in ${folder}`);
  const fleet = await openFleet(folder);
  const soak = new Soak(words, fleet);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => soak.stop());
  try {
    return await soak.run();
  } finally {
    await fleet.close();
  }
}

process.exit(await run());
