// A stranger cannot fill the process's memory, whatever texts are sent.
import { readFileSync } from "node:fs";

import { freshDatabase } from "../support/database.js";
import { settingsFor, startSplot } from "../support/server.js";

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

it("lives on in a quarter of a gigabyte", async () => {
  const splot = await startSplot({
    ...settingsFor(await freshDatabase()),
    DEMO: "off",
    NODE_OPTIONS: "--max-old-space-size=256",
  });
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
  expect(await splot.stop()).toBe(0);
});
