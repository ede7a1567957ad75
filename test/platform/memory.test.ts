// A stranger can neither fill the process's memory nor take it from others, by texts, by sockets or by floods.
import { readFileSync } from "node:fs";

import { freshDatabase } from "../support/database.js";
import {
  type RunningSplot,
  settingsFor,
  startSplot,
} from "../support/server.js";
import { hangUp, Talk } from "./socket-talk.js";

let splot: RunningSplot;
beforeAll(async () => {
  splot = await startSplot({
    ...settingsFor(await freshDatabase()),
    DEMO: "off",
    NODE_OPTIONS: "--max-old-space-size=256",
  });
});
afterEach(hangUp);
afterAll(async () => {
  expect(await splot.stop()).toBe(0);
});

async function aStranger(): Promise<Talk> {
  const talk = await Talk.open({
    url: `${splot.url.replace("http", "ws")}/graphql`,
  });
  talk.say({ type: "connection_init" });
  await talk.until(({ heard }) => heard[0]);
  return talk;
}

/** In megabytes. */
function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

const attacks: Record<string, (n: number) => string> = {
  comments: (n) => `query a${n}{__typename}${"#\n".repeat(32_900)}`,
  commas: (n) => `query a${n}{__typename}${",".repeat(90_000)}`,
  "long names": (n) => `query a${n}{__typename}#${"x".repeat(90_000)}`,
  "short and many": (n) => `query a${n}{${"__typename ".repeat(20)}}`,
  "just remembered": (n) => `query a${n}{__typename}#${"x".repeat(9_900)}`,
};

it("holds a thousand idle sockets for little", async () => {
  await aStranger();
  const before = memoryOf(splot.process.pid);
  const talks: Talk[] = [];
  while (talks.length < 1_000)
    talks.push(...(await Promise.all(Array.from({ length: 100 }, aStranger))));
  const each = (memoryOf(splot.process.pid) - before) * 1.024;
  console.info(`an idle socket: ${each.toFixed(1)} kB of memory`);
  expect(each).toBeLessThan(60);
  const [first] = talks;
  first?.ask("1", "{ viewer { name } }");
  await first?.until(() => first.to("1")[0]);
  expect(talks.filter(({ closed }) => closed)).toEqual([]);
});

it("lives on in a quarter of a gigabyte", async () => {
  const post = async (query: string) => {
    const answer = await fetch(`${splot.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    await answer.text();
    return answer.status;
  };
  for (const text of Object.values(attacks)) {
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    while (numbers.length > 0)
      await Promise.all(numbers.splice(-10).map((n) => post(text(n))));
  }
  expect((await fetch(`${splot.url}/livez`)).status).toBe(200);
  expect(memoryOf(splot.process.pid)).toBeLessThan(600);
});

const flood = 20_000;

it.each([
  ["pings", () => ({ type: "ping" })],
  [
    "documents that are none",
    (n: number) => ({
      id: String(n),
      type: "subscribe",
      payload: { query: `{ a${String(n)}` },
    }),
  ],
])("answers others before a flood of %s is through", async (_name, message) => {
  const [flooder, other] = [await aStranger(), await aStranger()];
  const answersBefore = flooder.heard.length;
  for (let n = 0; n < flood; n++) flooder.say(message(n));
  for (let asked = 0; asked < 20; asked++) {
    other.ask(String(asked), "{ viewer { name } }");
    await other.until(() => other.to(String(asked))[0]);
  }
  const answered = flooder.heard.length - answersBefore;
  expect(answered).toBeLessThan(flood);
  expect(other.closed).toBeNull();
  await flooder.until(({ heard, closed }) => closed ?? heard.length > flood);
  expect((await fetch(`${splot.url}/livez`)).status).toBe(200);
  console.info(
    `20 questions of another were answered after ${String(answered)} of ${String(flood)} messages`,
  );
});

it("lets go of readers that do not read, and keeps little for them", async () => {
  const before = memoryOf(splot.process.pid);
  const talks = await Promise.all(Array.from({ length: 20 }, aStranger));
  const payload = { text: "x".repeat(16 * 1024) };
  for (const talk of talks) {
    talk.socket.pause();
    // more than the kernel takes for both ends, and a megabyte more
    for (let n = 0; n < 800; n++) talk.say({ type: "ping", payload });
  }
  await Promise.all(
    talks.map(
      ({ socket }) =>
        new Promise<void>((resolve) => socket.send("{}", () => resolve())),
    ),
  );
  const most = memoryOf(splot.process.pid) - before;
  for (const talk of talks) talk.socket.resume();
  for (const talk of talks)
    expect((await talk.until(({ closed }) => closed))?.code).toBe(1013);
  console.info(`20 readers that do not read: ${most.toFixed(0)} MB`);
  expect(memoryOf(splot.process.pid)).toBeLessThan(600);
});
