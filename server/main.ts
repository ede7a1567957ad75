// The process: settings, database, app, address; and its end in the opposite order.
import "reflect-metadata";

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { migrations } from "../migrations/index.js";
import { followAgreementsHourly } from "./agreements/index.js";
import { createApp } from "./app.js";
import { endDutiesHourly, remindOverdueHourly } from "./fulfilment/index.js";
import { entities } from "./graph.js";
import {
  lookAfterContactsHourly,
  remindStaleOffersHourly,
  warnOfEndingsHourly,
} from "./notices/index.js";
import { systemClock } from "./platform/clock.js";
import { ConfigError, readOwnConfig } from "./platform/config.js";
import { connectApplication, probeOf } from "./platform/database/connect.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { migrateUp } from "./platform/database/migrate.js";
import {
  letOldRowsGo,
  letOldRowsGoDaily,
} from "./platform/database/old-rows.js";
import { openDatabase } from "./platform/database/open.js";
import { poolReadings } from "./platform/database/pool.js";
import { drainOf } from "./platform/drain.js";
import { createHttpServer } from "./platform/http.js";
import { startJobs } from "./platform/jobs.js";
import { checkPort, listen, PortUnusable } from "./platform/listen.js";
import { createLog, say, saying } from "./platform/logging.js";
import { openPost } from "./platform/mail.js";
import { Metrics, serveMetrics } from "./platform/metrics.js";
import { Watch } from "./platform/watch.js";
import { followStandardsHourly } from "./standards/index.js";

/** What was started, to be ended the latest first. */
const endings: (() => Promise<unknown>)[] = [];
let isStopping = false;

/** Ten seconds are promised; whatever still hangs ends with the process. */
const longestEndMs = 9_500;

async function stop(status: number): Promise<void> {
  // Ctrl-C comes twice: from the terminal and from npm
  if (isStopping) return;
  isStopping = true;
  let left = status;
  setTimeout(() => {
    process.stderr.write("Not everything ended in time.\n");
    process.exit(left);
  }, longestEndMs).unref();
  for (const end of endings.reverse())
    await end().catch((failure: unknown) => {
      complain(failure);
      left = 1;
    });
  process.exit(left);
}

/** What the operator can mend is told in its sentence, anything else with all there is to know. */
function complain(failure: unknown): void {
  const isForOperator =
    failure instanceof ConfigError ||
    failure instanceof DatabaseUnusable ||
    failure instanceof PortUnusable;
  const text =
    failure instanceof Error && !isForOperator ? failure.stack : undefined;
  process.stderr.write(
    `${text ?? (failure instanceof Error ? failure.message : String(failure))}\n`,
  );
}

function tellAddress(address: string, signIns: readonly string[]) {
  say(`ready at ${address}`);
  if (signIns.length === 0) return;
  say("demo sign-ins:");
  for (const line of signIns) say(`  ${line}`);
}

async function start(): Promise<void> {
  const config = readOwnConfig();
  const log = createLog(config.logLevel);
  const metrics = new Metrics();
  const watch = new Watch(log, metrics);
  await checkPort(config.port, config.host);

  const database = await openDatabase(config, { joins: false });
  endings.push(() => database.close());
  await saying("bringing the database up to date", () =>
    migrateUp(database, migrations),
  );
  const dataSource = await connectApplication(
    database.applicationUrl,
    entities,
    config.connections,
  );
  // a statement that hangs keeps its connection: it ends with the process
  endings.push(() =>
    Promise.race([
      dataSource.destroy(),
      pause(1_000, undefined, { ref: false }),
    ]),
  );
  const answers = probeOf(dataSource);

  const post = config.mail && openPost(config.mail);
  endings.push(async () => post?.close());
  const app = await createApp({
    config,
    dataSource,
    keys: database.keys,
    post,
    log,
    watch,
    clock: systemClock,
  });
  endings.push(() => app.stop());
  const signIns = config.demo
    ? await saying("looking after the demo", () => app.loadDemo())
    : await app.closeDemo().then(() => []);
  const jobs = await startJobs({
    ownerUrl: database.ownerUrl,
    tasks: { ...app.tasks, ...letOldRowsGo },
    crontab: [
      letOldRowsGoDaily,
      remindStaleOffersHourly,
      lookAfterContactsHourly,
      warnOfEndingsHourly,
      followAgreementsHourly,
      followStandardsHourly,
      remindOverdueHourly,
      endDutiesHourly,
    ].join("\n"),
    log,
    watch,
  });
  endings.push(() => jobs.stop());

  const server = createHttpServer({
    apollo: app.apollo,
    contextFor: (request) => app.contextFor(request),
    ways: app.ways,
    fileDoors: app.fileDoors,
    isReady: async () => !isStopping && (await answers()),
    isEnding: () => isStopping,
    onRefused: (status, code) => watch.refusal(status, code),
    clientFolder: join(import.meta.dirname, "../client"),
    config,
    log,
  });
  const drain = drainOf(server);
  const sockets = app.attachTo(server);
  if (config.metrics) {
    metrics.watchProcess();
    for (const reading of [
      ...poolReadings(dataSource, answers),
      ...app.readings,
      ...jobs.readings,
    ])
      metrics.add(reading);
    const told = await serveMetrics(metrics, config.metrics);
    endings.push(async () => told.close());
  }
  await listen(server, config.port, config.host);
  // jobs end while the last answers are given
  endings.push(() => Promise.all([drain(sockets), jobs.stop()]));
  tellAddress(config.publicUrl, signIns);
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (!isStopping) say("stopping …");
    void stop(0);
  });

await start().catch((failure: unknown) => {
  // what was under way when the process was told to stop fails by that alone
  if (!isStopping) complain(failure);
  return stop(1);
});
