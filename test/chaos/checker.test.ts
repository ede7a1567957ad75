// The checker of the chaos itself: whatever fault is planted in the evidence of a good round, it is named.
import { violations } from "./checker.js";
import { event, type GoodRound, goodRound, numbers } from "./good-round.js";

const heardBy = (round: GoodRound, name: string) => round.heard.get(name) ?? [];

it("finds nothing where nothing is wrong", () => {
  expect(violations(goodRound())).toEqual({});
});

it.each<[fault: string, rule: string, plant: (round: GoodRound) => unknown]>([
  [
    "an acknowledged send that is lost",
    "each send is done once",
    ({ books }) => books.referrals.pop(),
  ],
  [
    "a key with two effects",
    "each send is done once",
    ({ books }) =>
      books.referrals.push({
        id: "other",
        ownReference: "t1",
        status: "SENT",
        overdue: 0,
      }),
  ],
  [
    "a refused send that took effect",
    "each send is done once",
    ({ books }) =>
      books.referrals.push({
        id: "other",
        ownReference: "t2",
        status: "SENT",
        overdue: 0,
      }),
  ],
  [
    "a key whose effect was rolled back without it",
    "each send is done once",
    ({ books }) =>
      books.keys.push({ operation: "sendReferral", key: "t2", noun: "other" }),
  ],
  [
    "an effect that was committed without its key",
    "each send is done once",
    ({ books }) => books.keys.shift(),
  ],
  [
    "a referral that nobody sent",
    "each send is done once",
    ({ books }) =>
      books.referrals.push({
        id: "other",
        ownReference: "t9",
        status: "SENT",
        overdue: 0,
      }),
  ],
  [
    "a repeat that made another",
    "repeats are harmless",
    ({ answers }) => answers.set("t5", { told: "Referral", id: "other" }),
  ],
  [
    "a key used for something else",
    "repeats are harmless",
    ({ answers }) =>
      answers.set("t6", {
        told: "Referral",
        id: "referral",
        status: "SENT",
        version: 1,
      }),
  ],
  [
    "a walk-in that counted twice",
    "each walk-in is counted once",
    ({ books }) => books.walkIns.push({ service: "service", change: 1 }),
  ],
  [
    "an acknowledged walk-in that is lost",
    "each walk-in is counted once",
    ({ books }) => books.walkIns.pop(),
  ],
  [
    "an acknowledged move that is lost",
    "each move is told",
    ({ books }) => books.events.splice(3, 1),
  ],
  [
    "a refused move that took effect",
    "each move is told",
    ({ answers }) =>
      answers.set("t3", {
        told: "ReferralMoved",
        id: "referral",
        status: "SENT",
        version: 1,
      }),
  ],
  [
    "an answer before the commit, which then failed",
    "answers stand in the log",
    ({ answers }) =>
      answers.set("t4", {
        told: "Service",
        service: "service",
        numbers: numbers(4, 1, 1),
      }),
  ],
  [
    "more taken than there is, in an answer",
    "answers stand in the log",
    ({ answers }) =>
      answers.set("t4", {
        told: "Service",
        service: "service",
        numbers: numbers(3, 2, 1),
      }),
  ],
  [
    "a state that never was, in an answer",
    "answers stand in the log",
    ({ answers }) =>
      answers.set("t3", {
        told: "Referral",
        id: "referral",
        status: "DECLINED",
        version: 2,
      }),
  ],
  [
    "a position that is missing",
    "the log is dense",
    ({ books }) => books.events.splice(1, 1),
  ],
  [
    "a position given twice",
    "the log is dense",
    ({ books }) =>
      books.events.push(event(5, { subject: "other", version: 1 })),
  ],
  [
    "a version left out",
    "the log is dense",
    ({ books }) => books.events.push(event(6, { version: 5 })),
  ],
  [
    "an event that a cursor skipped",
    "subscribers hear the log",
    (round) => heardBy(round, "ous").splice(2, 1),
  ],
  [
    "an event heard twice at the join of replay and live",
    "subscribers hear the log",
    (round) =>
      heardBy(round, "kipus").splice(2, 0, {
        position: 3,
        subject: "referral",
        status: "SENT",
      }),
  ],
  [
    "events heard in another order",
    "subscribers hear the log",
    (round) =>
      heardBy(round, "kipus").splice(
        1,
        2,
        { position: 4, subject: "referral", status: "ACCEPTED" },
        { position: 3, subject: "referral", status: "SENT" },
      ),
  ],
  [
    "the last event never heard",
    "subscribers hear the log",
    (round) => heardBy(round, "ous").pop(),
  ],
  [
    "an event told with other numbers than were committed",
    "subscribers hear the log",
    (round) =>
      heardBy(round, "ous").splice(2, 1, {
        position: 2,
        subject: "service",
        numbers: numbers(2, 2),
      }),
  ],
  [
    "an event told before its commit, which then failed",
    "subscribers hear the log",
    (round) =>
      heardBy(round, "ous").push({
        position: 6,
        subject: "service",
        numbers: numbers(4, 1),
      }),
  ],
  [
    "an event of somebody else's referral",
    "subscribers hear the log",
    ({ books }) =>
      Object.assign(books.events[2] ?? {}, { senderAccountId: "other" }),
  ],
  [
    "nothing owed, told too early",
    "subscribers hear the log",
    (round) => heardBy(round, "kipus").splice(1, 0, { position: 3 }),
  ],
  [
    "a hold that is not given back when its time is over",
    "time takes effect",
    ({ books }) => Object.assign(books.referrals[0] ?? {}, { overdue: 61 }),
  ],
  [
    "a job that nobody does",
    "time takes effect",
    ({ books }) => (books.jobsDue = 1),
  ],
  [
    "somebody who waits for an answer for ever",
    "everything is answered",
    ({ answers }) => answers.delete("t2"),
  ],
  [
    "a refusal that is none",
    "everything is answered",
    ({ answers }) => answers.set("t2", { told: "FORBIDDEN" }),
  ],
])("names %s", (_, rule, plant) => {
  const round = goodRound();
  plant(round);
  expect(Object.keys(violations(round))).toContain(rule);
});
