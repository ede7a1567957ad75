// What the papers of a case say of one referral, one basis and one line of the log, in plain words.
import { localDate, timeOfDay, wordsOfDay } from "../../platform/calendar.js";
import type { Language, Say } from "../../platform/graphql/words.js";
import type { Block } from "../../platform/paper/paper.js";
import { table, text } from "../../platform/paper/paper.js";
import type { GivenBasis, SeenLine, SentReferral } from "./case-facts.reads.js";
import {
  ACTION,
  AGREEMENT,
  APPEARED,
  BASIS,
  CHANGE,
  DECLINE,
  deliveredOf,
  DISCONTINUE,
  FIELD,
  LEVEL,
  OF_LIST,
  OF_OFFICER,
  PURPOSE,
  STATUS,
  WHO,
} from "./paper-words.js";

export class Sentences {
  constructor(protected readonly say: Say) {}

  protected tableOr(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    widths: readonly number[],
    nothing: string,
  ): Block[] {
    return rows.length > 0 ? [table(head, rows, widths)] : [text(nothing)];
  }

  /** By name; of somebody erased since, no more than how far it went. */
  protected travelled({ level, fields }: SentReferral): string {
    if (fields) return this.names(fields);
    const reach = this.say(LEVEL[level]);
    return level === "L0_TOKEN"
      ? reach
      : `${this.say({ pl: "najwyżej", en: "at most" })}: ${reach}`;
  }

  protected names(fields: readonly string[]): string {
    return fields.map((name) => this.field(name)).join(", ");
  }

  protected ground({ agreement, agreement_kind, basis }: SentReferral): string {
    const { say } = this;
    const under =
      agreement && agreement_kind
        ? `${say(AGREEMENT[agreement_kind])} ${agreement}`
        : say({ pl: "własna usługa centrum", en: "the centre's own service" });
    return [under, basis && say(BASIS[basis])].filter(Boolean).join("\n");
  }

  protected result(one: SentReferral): string {
    const { say } = this;
    const why = one.decline_reason
      ? DECLINE[one.decline_reason]
      : one.discontinue_reason
        ? DISCONTINUE[one.discontinue_reason]
        : null;
    return [say(STATUS[one.status]), why && say(why)]
      .filter(Boolean)
      .join(": ");
  }

  /** How it ended, with what was delivered and the line that its partner wrote. */
  protected outcome(one: SentReferral, language: Language): string {
    const { delivered_units: units, unit } = one;
    const amount = units === null ? null : deliveredOf(units, unit, language);
    return [
      this.result(one),
      amount && `${this.say({ pl: "wykonano", en: "delivered" })}: ${amount}`,
      one.result,
    ]
      .filter(Boolean)
      .join("\n");
  }

  /** From when to when, and the dates that were agreed on. */
  protected when(one: SentReferral): string {
    const dates = one.appointments.map(({ at, state }) =>
      [
        `${this.say({ pl: "termin", en: "date" })} ${this.moment(new Date(at))}`,
        this.say(APPEARED[state]),
      ].join(": "),
    );
    return [this.span(one), ...dates].join("\n");
  }

  protected span({ sent_at, started_at, finished_at }: SentReferral): string {
    const { say } = this;
    if (!started_at)
      return `${say({ pl: "wysłane", en: "sent" })} ${this.day(sent_at)}`;
    return finished_at
      ? `${this.day(started_at)} – ${this.day(finished_at)}`
      : `${say({ pl: "od", en: "since" })} ${this.day(started_at)}`;
  }

  protected validity({ given_at, valid_to, revoked_at }: GivenBasis): string {
    const { say } = this;
    const from = `${say({ pl: "od", en: "from" })} ${this.day(given_at)}`;
    if (revoked_at)
      return `${from}\n${say({ pl: "cofnięta", en: "withdrawn" })} ${this.day(revoked_at)}`;
    if (!valid_to) return from;
    // it ends with its last day, which is the day before that midnight
    const last = new Date(valid_to.getTime() - 1);
    return `${from}\n${say({ pl: "do", en: "to" })} ${this.day(last)}`;
  }

  /** The latest first. What one did again for the same on the same day is one row, so that a single look is found. */
  protected gathered(lines: readonly SeenLine[]): string[][] {
    const rows = new Map<string, { told: string[]; at: Date; times: number }>();
    for (const line of lines) {
      const told = [this.who(line), this.what(line), this.why(line)];
      const same = [localDate(line.at), ...told].join("\n");
      const row = rows.get(same);
      if (row) row.times += 1;
      else rows.set(same, { told, at: line.at, times: 1 });
    }
    return [...rows.values()].map(({ told, at, times }) => [
      times === 1
        ? this.moment(at)
        : `${this.moment(at)}\n${this.often(times)}`,
      ...told,
    ]);
  }

  private often(times: number): string {
    const count = String(times);
    return this.say({
      pl: `ostatnio, ${count} razy tego dnia`,
      en: `the last of ${count} times that day`,
    });
  }

  protected who({ partner, is_system, roles }: SeenLine): string {
    const { say } = this;
    if (is_system)
      return (
        partner ?? say({ pl: "Splot, samoczynnie", en: "Splot, by itself" })
      );
    const does = roles.flatMap((role) => {
      const words = WHO[role];
      return words ? [say(words)] : [];
    });
    return [...does.slice(0, 1), partner].filter(Boolean).join(", ");
  }

  protected what({ change, action, fields, number }: SeenLine): string {
    const { say } = this;
    const done = say((change && CHANGE[change]) || ACTION[action]);
    const names = this.names(fields);
    return [names ? `${done}: ${names}` : done, number]
      .filter(Boolean)
      .join("\n");
  }

  protected why({ change, purpose, roles }: SeenLine): string {
    if (change === "NamesShown") return this.say(OF_LIST);
    const words = purpose
      ? PURPOSE[purpose]
      : roles.includes("IOD")
        ? OF_OFFICER
        : null;
    return words ? this.say(words) : "–";
  }

  protected field(name: string): string {
    const words = FIELD[name];
    return words
      ? this.say(words)
      : this.say({ pl: "inne dane", en: "other data" });
  }

  protected day(at: Date): string {
    return this.say(wordsOfDay(localDate(at)));
  }

  protected moment(at: Date): string {
    return `${this.day(at)}, ${timeOfDay(at)}`;
  }
}
