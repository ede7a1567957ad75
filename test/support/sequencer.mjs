// The order of the test files: the longest first, so that no core waits for one of them at the end.
import { statSync } from "node:fs";
import { relative } from "node:path";

import Sequencer from "@jest/test-sequencer";

/** Those that take longer than their size tells; in seconds, roughly. */
const LONG = {
  "test/journeys/every-screen.test.ts": 150,
  "test/chaos/chaos.test.ts": 110,
  "test/permission/doors.test.ts": 70,
  "test/permission/operations.test.ts": 60,
  "test/platform/start.test.ts": 40,
  "test/permission/oracle.test.ts": 30,
  "test/platform/outages.test.ts": 30,
  "test/platform/backup.test.ts": 28,
  "test/surface/odd-values.test.ts": 27,
  "test/referrals/races.test.ts": 20,
  "test/surface/random-documents.test.ts": 19,
  "test/agreements/sending.test.ts": 18,
  "test/permission/pool.test.ts": 16,
  "test/permission/sameness.test.ts": 16,
  "test/permission/relations.test.ts": 15,
  "test/permission/policies.test.ts": 15,
  "test/permission/identity.test.ts": 14,
  "test/platform/memory.test.ts": 14,
  "test/referrals/moves.test.ts": 14,
  "test/events/stream.test.ts": 10,
};

/** Every journey starts a server and a browser. */
const JOURNEY = 20;

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
