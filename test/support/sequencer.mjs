// The order of the test files: the longest first, so that no core waits for one of them at the end.
import { statSync } from "node:fs";
import { relative } from "node:path";

import Sequencer from "@jest/test-sequencer";

/** Those that take longer than their size tells; in seconds, roughly. */
const LONG = {
  "test/journeys/every-screen.test.ts": 103,
  "test/permission/operations.test.ts": 35,
  "test/journeys/agreement.test.ts": 33,
  "test/permission/sameness.test.ts": 31,
  "test/permission/doors.test.ts": 30,
  "test/journeys/somebody-was-quicker.test.ts": 29,
  "test/journeys/main-loop.test.ts": 29,
  "test/surface/random-documents.test.ts": 28,
  "test/journeys/leaving.test.ts": 26,
  "test/platform/memory.test.ts": 25,
  "test/platform/backup.test.ts": 22,
  "test/platform/start.test.ts": 21,
  "test/journeys/closing-the-loop.test.ts": 21,
  "test/journeys/each-role.test.ts": 21,
  "test/permission/oracle.test.ts": 21,
  "test/journeys/partner-answers.test.ts": 19,
  "test/surface/odd-values.test.ts": 18,
  "test/permission/pool.test.ts": 18,
  "test/permission/identity.test.ts": 17,
  "test/journeys/nothing-kept.test.ts": 17,
  "test/journeys/from-an-empty-centre.test.ts": 15,
  "test/journeys/access-log.test.ts": 14,
  "test/journeys/programmes.test.ts": 14,
  "test/journeys/fulfilment.test.ts": 14,
  "test/schema/statements.test.ts": 12,
  "test/referrals/races.test.ts": 12,
  "test/referrals/queue/any-mix.test.ts": 12,
  "test/journeys/contact-absence.test.ts": 12,
  "test/referrals/moves.test.ts": 11,
  "test/referrals/send-referral.test.ts": 11,
  "test/notices/telling.test.ts": 11,
  "test/agreements/sending.test.ts": 11,
  "test/journeys/inviting.test.ts": 11,
  "test/referrals/course.test.ts": 11,
  "test/journeys/coming-back.test.ts": 11,
  "test/journeys/forming.test.ts": 10,
  "test/journeys/english.test.ts": 10,
  "test/events/stream.test.ts": 9,
  "test/search/quality.test.ts": 9,
  "test/permission/policies.test.ts": 9,
  "test/offer/lists.test.ts": 9,
  "test/agreements/parties.test.ts": 9,
  "test/permission/subscriptions.test.ts": 9,
  "test/referrals/travel/withdrawal.test.ts": 8,
  "test/platform/applied-text.test.ts": 8,
  "test/permission/relations.test.ts": 8,
  "test/referrals/chain/moving-on.test.ts": 8,
  "test/journeys/second-factor.test.ts": 8,
  "test/journeys/lending.test.ts": 7,
  "test/journeys/elsewhere.test.ts": 7,
};

/** Every journey starts a server and a browser. */
const JOURNEY = 8;

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
