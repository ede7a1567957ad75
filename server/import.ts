// `npm run import`: loads a list of organisations or services into a centre.
import "reflect-metadata";

import { atDatabase, complain, print } from "./at-database.js";
import { Counter, importHelp, runImport } from "./commands/index.js";
import { systemClock } from "./platform/clock.js";

const words = process.argv.slice(2);
const help = importHelp(words);
if (help) {
  help.forEach(print);
} else {
  process.exitCode = await atDatabase(({ dataSource, keys }) =>
    runImport(
      new Counter(dataSource, systemClock, keys, print),
      words,
      complain,
    ),
  );
}
