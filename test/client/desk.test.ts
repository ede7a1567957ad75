// The desk of the provider's own changes: taps gathered, sent once, kept while offline, undone kindly.
import {
  changed,
  createDesk,
  type Row,
  type Sent,
  stillTrue,
} from "../../client/offer/desk.js";
import type { Step } from "../../client/offer/steps.js";
import { someNumbers } from "./numbers.js";

const service = "service";

function aDesk(answers: Sent[], online = { now: true }) {
  const requests: { step: Step; version: number; key: string }[] = [];
  let keys = 0;
  let gathered: () => void = () => undefined;
  const desk = createDesk({
    send: (_id, step, { version }, key) => {
      requests.push({ step, version, key });
      return Promise.resolve(answers.shift() ?? { kind: "lost" });
    },
    isOnline: () => online.now,
    newKey: () => `key ${String(++keys)}`,
    later(_milliseconds, run) {
      gathered = run;
      return () => undefined;
    },
    gatherFor: 800,
  });
  /** The row once the taps were gathered and the answer, if any, is in. */
  async function settled(): Promise<Row> {
    const isSettled = new Promise<void>((resolve) => {
      desk.listen(() => {
        const { target, isQueued } = desk.rowOf(service);
        if (target === null || isQueued) resolve();
      });
    });
    gathered();
    await isSettled;
    return desk.rowOf(service);
  }
  return { desk, requests, online, settled };
}

describe("the desk", () => {
  const before = someNumbers({ available: 3, occupied: 9, version: 5 });
  const after = someNumbers({ available: 1, occupied: 11, version: 6 });

  it("sends taps that come close together as one change", async () => {
    const { desk, requests, settled } = aDesk([
      { kind: "done", numbers: after },
    ]);
    desk.want(service, before, 2);
    expect(desk.rowOf(service).target).toBe(2);
    desk.want(service, before, 1);
    const row = await settled();
    expect(requests).toEqual([
      { step: { verb: "walkIn", change: 2 }, version: 5, key: "key 1" },
    ]);
    expect(row.target).toBeNull();
    expect(row.line).toEqual(
      changed(before, after, [{ verb: "walkIn", change: 2 }]),
    );
  });

  it("sends nothing where the taps came back to where they began", async () => {
    const { desk, requests, settled } = aDesk([]);
    desk.want(service, before, 2);
    desk.want(service, before, 3);
    expect((await settled()).target).toBeNull();
    expect(requests).toEqual([]);
  });

  it("says kindly that the number moved meanwhile", async () => {
    const { desk, settled } = aDesk([{ kind: "moved", numbers: after }]);
    desk.want(service, before, 2);
    expect((await settled()).line).toEqual({ kind: "moved", is: 1 });
  });

  it("drops the line about a number that something else moved", () => {
    const line = changed(before, after, [{ verb: "walkIn", change: 2 }]);
    expect(stillTrue(line, after)).toBe(line);
    const held = { ...after, available: 0, reserved: 1, version: 7 };
    expect(stillTrue(line, held)).toBeNull();
    expect(stillTrue({ kind: "undone", is: 3 }, held)).toBeNull();
    const said = { kind: "said", what: "queue" } as const;
    expect(stillTrue(said, held)).toBe(said);
  });

  it("repeats a change without an answer with the same key", async () => {
    const { desk, requests, settled } = aDesk([
      { kind: "lost" },
      { kind: "done", numbers: after },
    ]);
    desk.want(service, before, 1);
    expect((await settled()).line).toEqual({ kind: "notSaved", target: 1 });
    desk.want(service, before, 1);
    await settled();
    expect(requests.map(({ key }) => key)).toEqual(["key 1", "key 1"]);
  });

  it("keeps a change while offline and sends it on return", async () => {
    const { desk, requests, online, settled } = aDesk([
      { kind: "done", numbers: after },
    ]);
    online.now = false;
    desk.want(service, before, 1);
    expect(await settled()).toMatchObject({ isQueued: true, target: 1 });
    desk.leave();
    online.now = true;
    desk.sendQueued();
    expect((await settled()).line?.kind).toBe("changed");
    expect(requests).toHaveLength(1);
  });

  it("forgets a waiting change that is removed", async () => {
    const { desk, requests, online, settled } = aDesk([]);
    online.now = false;
    desk.want(service, before, 1);
    await settled();
    desk.discard(service);
    online.now = true;
    desk.sendQueued();
    expect(desk.rowOf(service).target).toBeNull();
    expect(requests).toEqual([]);
  });
});
