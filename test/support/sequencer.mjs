// The order of the test files: the longest first, so that no core waits for one of them at the end.
import { statSync } from "node:fs";
import { relative } from "node:path";

import Sequencer from "@jest/test-sequencer";

/** Those that take longer than their size tells; in seconds, roughly. */
const LONG = {
  "test/journeys/every-screen.test.ts": 60,
  "test/chaos/chaos.test.ts": 50,
  "test/platform/start.test.ts": 30,
  "test/permission/doors.test.ts": 30,
  "test/platform/outages.test.ts": 28,
  "test/permission/oracle.test.ts": 27,
  "test/permission/pool.test.ts": 23,
  "test/permission/operations.test.ts": 20,
  "test/referrals/races.test.ts": 19,
  "test/surface/random-documents.test.ts": 18,
  "test/platform/backup.test.ts": 18,
  "test/permission/sameness.test.ts": 17,
  "test/permission/policies.test.ts": 16,
  "test/permission/identity.test.ts": 15,
  "test/platform/memory.test.ts": 15,
  "test/events/stream.test.ts": 14,
};

/** Every journey starts a server and a browser. */
const JOURNEY = 10;

function length({ path, context }) {
  const file = relative(context.config.rootDir, path);
  const most = /^test.journeys/.test(file) ? JOURNEY : 0;
  return LONG[file.replaceAll("\\", "/")] ?? most + statSync(path).size / 1e6;
}

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => length(other) - length(one));
  }
}
