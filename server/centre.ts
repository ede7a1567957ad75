// `npm run centre`: makes centres, their people and agreements, beside a running Splot or without one.
import "reflect-metadata";

import { atDatabase, complain, print } from "./at-database.js";
import { centreHelp, Counter, runCentre } from "./commands/index.js";
import { systemClock } from "./platform/clock.js";

const words = process.argv.slice(2);
const help = centreHelp(words);
if (help) {
  help.forEach(print);
} else {
  process.exitCode = await atDatabase(({ dataSource, keys }) =>
    runCentre(
      new Counter(dataSource, systemClock, keys, print),
      words,
      complain,
    ),
  );
}
