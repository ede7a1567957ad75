// The list of the sent, and what of it waits for the coordinator: grouped by who must act, the nearest end first where a clock runs.
import { awaitsHer, isPressing } from "../../../client/referring/awaits-her.js";
import { grouped } from "../../../client/referring/grouped.js";

const referral = (
  id: string,
  status: Parameters<typeof grouped>[0][number]["status"],
  ends: { dueAt?: string; offeredUntil?: string } = {},
) => ({
  id,
  status,
  sentAt: "2026-11-24T08:00:00Z",
  dueAt: ends.dueAt ?? null,
  offeredUntil: ends.offeredUntil ?? null,
  ...{ isOftenAbsent: false, appointment: null, continuation: null },
  ...{ partnerLeavesOn: null, agreementEndsOn: null },
  ...{ priority: "STANDARD" as const, openSuggestions: 0 },
});

describe("sent referrals", () => {
  test("stand first where a place waits for the coordinator's word", () => {
    const order = grouped([
      referral("a", "COMPLETED"),
      referral("b", "IN_PROGRESS"),
      referral("c", "SENT", { dueAt: "2026-11-25T08:00:00Z" }),
      referral("d", "OFFERED", { offeredUntil: "2026-11-26T08:00:00Z" }),
    ]).map(([group]) => group);
    expect(order).toEqual(["potwierdz", "czekaja", "trwaja", "zakonczone"]);
  });

  test("stand first where somebody did not come, and before what waits for others where there is something to look at", () => {
    const missed = { state: "DID_NOT_COME", answer: null } as const;
    const order = grouped([
      referral("a", "SENT"),
      { ...referral("b", "IN_PROGRESS"), isOftenAbsent: true },
      { ...referral("c", "ACCEPTED"), agreementEndsOn: "2026-12-31" },
      // nobody has taken it yet, and its answer comes first
      { ...referral("h", "SENT"), agreementEndsOn: "2026-12-31" },
      referral("d", "DRAFT"),
      referral("e", "OFFERED"),
      { ...referral("f", "ACCEPTED"), appointment: missed },
      {
        ...referral("g", "ACCEPTED"),
        appointment: { ...missed, answer: "KEEP_PLACE" },
      },
    ]).map(([group, ones]) => [group, ...ones.map(({ id }) => id)]);
    expect(order).toEqual([
      ["zdecyduj", "f"],
      ["potwierdz", "e"],
      ["sprawdz", "b", "c"],
      ["niewyslane", "d"],
      ["czekaja", "a", "h"],
      ["przyjete", "g"],
    ]);
  });

  test("an emergency that nobody has answered stands before all, and a suggestion waits for the coordinator's word", () => {
    const order = grouped([
      referral("a", "DRAFT"),
      referral("b", "SENT"),
      { ...referral("c", "IN_PROGRESS"), openSuggestions: 1 },
      referral("d", "OFFERED"),
      { ...referral("e", "SENT"), priority: "EMERGENCY" as const },
      { ...referral("f", "DECLINED"), priority: "EMERGENCY" as const },
    ]).map(([group, ones]) => [group, ...ones.map(({ id }) => id)]);
    expect(order).toEqual([
      ["nagle", "e"],
      ["potwierdz", "d"],
      ["propozycje", "c"],
      ["niewyslane", "a"],
      ["czekaja", "b"],
      ["zakonczone", "f"],
    ]);
  });

  test("stand by the nearest end where a clock runs", () => {
    const [waiting] = grouped([
      referral("late", "SENT", { dueAt: "2026-11-30T08:00:00Z" }),
      referral("soon", "RECEIVED", { dueAt: "2026-11-24T12:00:00Z" }),
    ]);
    expect(waiting?.[1].map(({ id }) => id)).toEqual(["soon", "late"]);
  });

  test("one that ended while it was shown stands once, among the ended", () => {
    const ended = referral("a", "DECLINED");
    expect(grouped([ended, ended])).toEqual([["zakonczone", [ended]]]);
  });

  test("wait for the coordinator each once, and press her where somebody waits now", () => {
    const missed = { state: "DID_NOT_COME", answer: null } as const;
    const awaited = awaitsHer(
      [
        referral("a", "SENT"),
        { ...referral("b", "IN_PROGRESS"), isOftenAbsent: true },
        { ...referral("c", "ACCEPTED"), agreementEndsOn: "2026-12-31" },
        referral("d", "INFO_REQUESTED"),
        { ...referral("e", "OFFERED"), openSuggestions: 1 },
        { ...referral("f", "ACCEPTED"), appointment: missed },
        { ...referral("g", "ACCEPTED"), openSuggestions: 1 },
      ],
      [referral("h", "DECLINED")],
    ).map(([kind, { id }]) => [kind, id, isPressing(kind)]);
    expect(awaited).toEqual([
      ["decide", "f", true],
      ["question", "d", true],
      ["place", "e", true],
      ["suggestion", "g", true],
      ["absent", "b", false],
      ["plan", "c", false],
      ["next", "h", true],
    ]);
  });
});
