// Whether a subscriber heard just what it may see of the log: all of it, once, in order, and as it was committed.
import type { BooksLeft, LoggedEvent } from "./books-left.js";
import type { Answered, Deed, Heard, Listener, Numbers } from "./record.js";

export interface Evidence {
  deeds: ReadonlyMap<string, Deed>;
  answers: ReadonlyMap<string, Answered>;
  heard: ReadonlyMap<string, readonly Heard[]>;
  listeners: readonly Listener[];
  books: BooksLeft;
}

export const sameNumbers = (event: LoggedEvent, numbers: Numbers) =>
  event.total === numbers.total &&
  event.occupied === numbers.occupied &&
  event.reserved === numbers.reserved;

export function isDueTo(listener: Listener, event: LoggedEvent): boolean {
  if (event.topic !== listener.topic || event.position <= listener.from)
    return false;
  if (listener.topic === "CAPACITY" || listener.role === "OUS") return true;
  return listener.role === "KIPUS"
    ? event.senderAccountId === listener.accountId
    : event.partnerId === listener.partnerId;
}

/** Withdrawn before anybody opened it: what it was before that, its partner may have heard, or not. */
function vanishedIn(events: readonly LoggedEvent[]): Set<string> {
  const vanished = new Set<string>();
  const opened = new Set<string>();
  for (const { topic, subject, status } of events) {
    if (topic !== "REFERRAL") continue;
    if (status === "WITHDRAWN" && !opened.has(subject)) vanished.add(subject);
    else if (status !== "SENT") opened.add(subject);
  }
  return vanished;
}

/** Every event that it may see, once, in order, as it was committed; CaughtUp only where nothing was owed. */
export function* subscribersHearTheLog({ heard, listeners, books }: Evidence) {
  const vanished = vanishedIn(books.events);
  for (const listener of listeners) {
    const mayMiss = ({ subject, status }: LoggedEvent) =>
      listener.role === "PARTNER_REFERRALS" &&
      status !== "WITHDRAWN" &&
      vanished.has(subject);
    const due = books.events.filter((event) => isDueTo(listener, event));
    let next = 0;
    const skip = (before: number) => {
      for (let event = due[next]; event && mayMiss(event); event = due[next]) {
        if (event.position >= before) return;
        next += 1;
      }
    };
    for (const one of heard.get(listener.name) ?? []) {
      skip(one.position);
      const event = due[next];
      if (one.subject === undefined) {
        if (event && event.position <= one.position && !mayMiss(event))
          yield `${listener.name} was told that nothing is owed up to ${one.position}, and ${event.position} was`;
        continue;
      }
      if (event?.position !== one.position) {
        yield `${listener.name} heard ${one.position} where ${event?.position ?? "nothing"} was due`;
        next = due.findIndex(({ position }) => position > one.position);
        if (next < 0) next = due.length;
        continue;
      }
      next += 1;
      const isTrue =
        event.subject === one.subject &&
        (one.numbers
          ? event.version === one.numbers.version &&
            sameNumbers(event, one.numbers)
          : event.status === one.status);
      if (!isTrue)
        yield `${listener.name} heard of ${one.position} something else than the log says`;
    }
    skip(Infinity);
    if (next < due.length)
      yield `${listener.name} never heard ${due.length - next} events from ${due[next]?.position ?? 0} on`;
  }
}
