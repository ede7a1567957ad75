// A stream of the log is followed through losses: from the last cursor, each change once.
import {
  type Delivery,
  type Ears,
  followLog,
  type Loss,
  type StreamState,
} from "../../client/app/live/follow-log.js";
import { liveSign } from "../../client/app/live/live-sign.js";

function aStream() {
  const opened: { after: string | null; ears: Ears<Delivery> }[] = [];
  const received: string[] = [];
  const losses: Loss[] = [];
  const waiting: { milliseconds: number; run: () => void }[] = [];
  const states: StreamState[] = [];
  const clock = { now: 0 };
  const stream = followLog<Delivery>({
    open(after, ears) {
      opened.push({ after, ears });
      return () => undefined;
    },
    receive: ({ __typename, cursor }) =>
      received.push(`${__typename} ${cursor}`),
    lost: (loss) => losses.push(loss),
    tell: (state) => states.push(state),
    now: () => clock.now,
    later(milliseconds, run) {
      waiting.push({ milliseconds, run });
      return () => undefined;
    },
  });
  const hear = (cursor: string, __typename = "CapacityChanged") =>
    opened.at(-1)?.ears.hear({ __typename, cursor });
  const lose = (loss: Loss) => opened.at(-1)?.ears.lose(loss);
  const state = () => states.at(-1);
  return {
    stream,
    opened,
    received,
    losses,
    waiting,
    hear,
    lose,
    state,
    clock,
  };
}

describe("a followed stream", () => {
  it("starts now, and after a loss goes on after its last cursor", () => {
    const { opened, waiting, hear, lose, state } = aStream();
    expect(opened[0]?.after).toBeNull();
    hear("1", "CaughtUp");
    hear("2");
    lose("connection");
    expect(state()?.phase).toBe("connecting");
    waiting[0]?.run();
    expect(opened[1]?.after).toBe("2");
    hear("3");
    expect(state()).toMatchObject({ phase: "catchingUp", replayed: 1 });
    hear("3", "CaughtUp");
    expect(state()).toMatchObject({ phase: "live", replayed: 0 });
  });

  it("waits longer from loss to loss, and shortly again once it was heard", () => {
    const { waiting, hear, lose } = aStream();
    for (let time = 0; time < 7; time++) {
      lose("connection");
      waiting.at(-1)?.run();
    }
    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
    hear("1", "CaughtUp");
    lose("connection");
    expect(waiting.at(-1)?.milliseconds).toBe(500);
  });

  it("starts anew from now where the log no longer holds its cursor", () => {
    const { opened, waiting, losses, hear, lose } = aStream();
    hear("7", "CaughtUp");
    lose("cursor");
    waiting[0]?.run();
    expect(losses).toEqual(["cursor"]);
    expect(opened[1]?.after).toBeNull();
  });

  it("asks no more for what is not the viewer's", () => {
    const { waiting, lose, state } = aStream();
    lose("forbidden");
    expect(state()?.phase).toBe("closed");
    expect(waiting).toEqual([]);
  });

  it("hears nothing from a line that was cut", () => {
    const { stream, opened, received, hear } = aStream();
    hear("1", "CaughtUp");
    stream.again();
    opened[0]?.ears.hear({ __typename: "CapacityChanged", cursor: "2" });
    expect(received).toEqual(["CaughtUp 1"]);
    expect(opened[1]?.after).toBe("1");
  });
});

describe("the live sign", () => {
  const live: StreamState = { phase: "live", heardAt: 0, replayed: 0 };

  it("is live while every stream was heard lately", () => {
    expect(liveSign([live, live], 0, 14_999)).toEqual({ state: "live" });
  });

  it("doubts after 15 s of silence and is offline after 30 s", () => {
    expect(liveSign([live], 0, 15_000).state).toBe("reconnecting");
    expect(liveSign([live], 0, 30_000)).toEqual({
      state: "offline",
      since: 0,
    });
  });

  it("counts what it catches up with", () => {
    const replaying: StreamState = {
      phase: "catchingUp",
      heardAt: 0,
      replayed: 14,
    };
    expect(liveSign([live, replaying], 0, 1)).toEqual({
      state: "catchingUp",
      changes: 14,
    });
  });

  it("leaves out what is not the viewer's", () => {
    const closed: StreamState = {
      phase: "closed",
      heardAt: null,
      replayed: 0,
    };
    expect(liveSign([live, closed], 0, 1)).toEqual({ state: "live" });
    expect(liveSign([closed, closed], 0, 60_000)).toEqual({ state: "none" });
  });

  it("does not call itself live while a line is broken", () => {
    const broken: StreamState = { ...live, phase: "connecting" };
    expect(liveSign([live, broken], 0, 1).state).toBe("reconnecting");
    const silent: StreamState = { ...broken, heardAt: null };
    expect(liveSign([live, silent], 0, 1).state).toBe("starting");
  });
});
