// What a process serves: database, app, jobs, address; each with what ends it.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { migrations } from "../migrations/index.js";
import { followAgreementsHourly } from "./agreements/index.js";
import { createApp } from "./app.js";
import { requireMasterKeys } from "./cases/index.js";
import { endDutiesHourly, remindOverdueHourly } from "./fulfilment/index.js";
import { entities } from "./graph.js";
import {
  lookAfterContactsHourly,
  remindStaleOffersHourly,
  warnOfEndingsHourly,
} from "./notices/index.js";
import { resumeServicesHourly } from "./offer/index.js";
import { type Clock, systemClock } from "./platform/clock.js";
import { type Config, requireMasterKey } from "./platform/config.js";
import { connectApplication, probeOf } from "./platform/database/connect.js";
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
import { checkPort, listen } from "./platform/listen.js";
import { createLog } from "./platform/logging.js";
import { openPost } from "./platform/mail.js";
import { Metrics, serveMetrics } from "./platform/metrics.js";
import { Watch } from "./platform/watch.js";
import { keepToRulesDaily } from "./protection/index.js";
import { offerFreedPlacesHourly } from "./referrals/index.js";
import { followStandardsHourly } from "./standards/index.js";

/** How what serves is started and ended. */
export interface Life {
  /** What ends what was started, to be called the latest first, also where the start fails half-way. */
  readonly endings: (() => Promise<unknown>)[];
  /** It is told to end: it takes nothing new. */
  isEnding(): boolean;
  /** Who is told what takes its time. */
  saying<Result>(title: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * @param clock no setting moves it
 * @returns the sign-ins of the demo, for who started it
 */
export async function serve(
  config: Config,
  { endings, isEnding, saying }: Life,
  clock: Clock = systemClock,
): Promise<readonly string[]> {
  const log = createLog(config.logLevel);
  const metrics = new Metrics();
  const watch = new Watch(log, metrics);
  requireMasterKey(config);
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
  await requireMasterKeys(dataSource, database.keys.vault);
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
    clock,
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
      resumeServicesHourly,
      followAgreementsHourly,
      followStandardsHourly,
      remindOverdueHourly,
      endDutiesHourly,
      offerFreedPlacesHourly,
      keepToRulesDaily,
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
    openRooms: app.openRooms,
    isReady: async () => !isEnding() && (await answers()),
    isEnding,
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
  return signIns;
}
