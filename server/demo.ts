// `npm run demo`: loads the demo where it is not yet, or dates it anew.
import "reflect-metadata";

import { atDatabase, complain } from "./at-database.js";
import { loadDemo, resetDemo } from "./demo/index.js";
import { systemClock } from "./platform/clock.js";
import { readOwnConfig } from "./platform/config.js";
import { say } from "./platform/logging.js";

const words = process.argv.slice(2);
const help = [
  "npm run demo             loads the demo where it is not loaded yet",
  "npm run demo -- --reset  takes it away and loads it anew, dated from today",
  "",
  "What was entered into the demo's centres is lost; other centres are not touched.",
  "Works beside a running Splot: its open screens sign in anew.",
  "Exit: 0 done, 1 refused (nothing was changed), 2 mistyped.",
];

async function run(): Promise<number> {
  const [word, ...more] = words;
  if ((word !== undefined && word !== "--reset") || more.length > 0) {
    complain(`"${words.join(" ")}" is not understood.\n${help.join("\n")}`);
    return 2;
  }
  return atDatabase(async ({ dataSource, urls, keys }) => {
    if (!readOwnConfig().demo) {
      complain("DEMO is off: there is no demo here.");
      return 1;
    }
    const now = systemClock.now();
    const lines =
      word === "--reset"
        ? await resetDemo(dataSource, urls.ownerUrl, keys, now)
        : await loadDemo(dataSource, keys, now);
    say("the demo is loaded; its sign-ins:");
    for (const line of lines) say(`  ${line}`);
    return 0;
  });
}

if (words.includes("--help") || words.includes("-h"))
  process.stdout.write(`${help.join("\n")}\n`);
else process.exitCode = await run();
