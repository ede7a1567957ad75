// What the parts of the demo share while it is loaded: its ids, its calendar, and the history that they write.
import { createHash } from "node:crypto";

import { DateTime } from "luxon";

import type { NewEvent } from "../events/index.js";
import type { Work } from "../events/index.js";
import { addDays, localDate, ZONE } from "../platform/calendar.js";
import type { DemoPartner, Municipality } from "./municipality.js";

/** The same in every loading, so that addresses of the demo stay good. */
export function demoId(...names: string[]): string {
  const hex = createHash("sha256").update(names.join("/")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Somebody who did something: an account for an organisation. */
export interface Doer {
  accountId: string;
  partnerId: string;
}

interface PastEvent extends NewEvent {
  at: Date;
  by: Doer | null;
}

export class DemoWorld {
  readonly events: PastEvent[] = [];
  private readonly slug: string;

  constructor(
    readonly work: Work,
    readonly municipality: Municipality,
  ) {
    this.slug = municipality.centre.slug;
  }

  get centreId(): string {
    return this.work.centreId;
  }

  get hub(): DemoPartner {
    const [hub] = this.municipality.partners;
    if (!hub) throw new Error("a municipality without a hub");
    return hub;
  }

  id(...names: string[]): string {
    return demoId(this.slug, ...names);
  }

  partnerId(code: string): string {
    return this.id("partner", code);
  }

  accountId(login: string): string {
    return this.id("account", login);
  }

  staff(login: string): Doer {
    return {
      accountId: this.accountId(login),
      partnerId: this.partnerId(this.hub.code),
    };
  }

  staffName(login: string): string | null {
    const { staff } = this.municipality;
    return staff.find((one) => one.login === login)?.name ?? null;
  }

  partnersOwn(code: string): Doer {
    return {
      accountId: this.accountId(code.toLowerCase()),
      partnerId: this.partnerId(code),
    };
  }

  day(days: number): string {
    return addDays(localDate(this.work.now), days);
  }

  /** So many days from now at "10:00" by the centre's clock. */
  ahead(days: number, time: string): Date {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return DateTime.fromJSDate(this.work.now, { zone: ZONE })
      .plus({ days })
      .set({ hour, minute, second: 0, millisecond: 0 })
      .toJSDate();
  }

  /** "-74d 09:10" by the centre's clock, or "-60m" before now. */
  at(text: string): Date {
    const { now } = this.work;
    const [, amount, unit, hour, minute] =
      /^(-\d+)(?:(m)|d (\d\d):(\d\d))$/.exec(text) ?? [];
    if (!amount) throw new Error(`no time of the demo: ${text}`);
    if (unit) return new Date(now.getTime() + Number(amount) * 60_000);
    return DateTime.fromJSDate(now, { zone: ZONE })
      .plus({ days: Number(amount) })
      .set({
        hour: Number(hour),
        minute: Number(minute),
        second: 0,
        millisecond: 0,
      })
      .toJSDate();
  }

  past(at: Date, by: Doer | null, event: NewEvent): void {
    this.events.push({ ...event, at, by });
  }
}
