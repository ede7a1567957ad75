// When mails go out: in the day, on working days, in Polish time, summer and winter.
import {
  nextWorkingDayAt,
  outsideQuietHours,
} from "../../server/letters/quiet-hours.js";

const at = (text: string) => outsideQuietHours(new Date(text)).toISOString();

describe("a mail", () => {
  it("goes at once on a working day", () => {
    expect(at("2026-11-24T08:43:00Z")).toBe("2026-11-24T08:43:00.000Z");
  });

  it("waits in the evening for the next morning", () => {
    expect(at("2026-11-24T19:00:00Z")).toBe("2026-11-25T06:00:00.000Z");
  });

  it("waits at night for the same morning", () => {
    expect(at("2026-11-24T02:00:00Z")).toBe("2026-11-24T06:00:00.000Z");
  });

  it("waits from Friday evening for Monday", () => {
    expect(at("2026-11-27T20:30:00Z")).toBe("2026-11-30T06:00:00.000Z");
  });

  it("does not come on a holiday", () => {
    // 11 November, a Wednesday
    expect(at("2026-11-11T10:00:00Z")).toBe("2026-11-12T06:00:00.000Z");
  });

  it("knows summer time", () => {
    expect(at("2026-07-01T04:30:00Z")).toBe("2026-07-01T05:00:00.000Z");
  });
});

describe("a mail of nine in the morning", () => {
  const nine = (text: string) =>
    nextWorkingDayAt(9, new Date(text)).toISOString();

  it("comes today where nine is still to come, else tomorrow", () => {
    expect(nine("2026-11-24T07:59:00Z")).toBe("2026-11-24T08:00:00.000Z");
    expect(nine("2026-11-24T08:00:00Z")).toBe("2026-11-25T08:00:00.000Z");
  });

  it("leaves out weekends and holidays", () => {
    expect(nine("2026-11-27T12:00:00Z")).toBe("2026-11-30T08:00:00.000Z");
    expect(nine("2026-11-10T12:00:00Z")).toBe("2026-11-12T08:00:00.000Z");
  });
});
