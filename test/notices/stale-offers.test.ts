// Who has not confirmed in time is asked by mail: once for all services, in the morning, again after a week, then no more.
import { pino } from "pino";

import { writeLetter } from "../../server/letters/index.js";
import { remindStaleOffersHourly } from "../../server/notices/index.js";
import { remindStaleOffers } from "../../server/notices/remind-stale-offers.js";
import { startJobs } from "../../server/platform/jobs.js";
import { openApi } from "../support/api.js";
import { connectTo, dropDatabase, freshDatabase } from "../support/database.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import { listenTo } from "../support/statements.js";
import type { LinkedReferring, MailWorld } from "./by-link.js";
import { aLinkedReferring, confirm, opened, openMailWorld } from "./by-link.js";

const TASK = "remind-stale-offers";

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
afterAll(() => world.close());

async function lookForStaleOffers(): Promise<void> {
  const run = world.api.app.tasks[TASK];
  // it asks nothing of the queue that runs it
  // oxlint-disable-next-line typescript/consistent-type-assertions
  await run?.({}, {} as Parameters<typeof run>[1]);
}

const waiting = ({ centre }: LinkedReferring) =>
  centre.asSystem((work) =>
    work.rows<{ send_at: Date; partner_id: string }>(
      `select send_at, partner_id from letter
       where centre_id = $1 and kind = 'stale-offer' and sent_at is null and dropped_at is null`,
      [centre.id],
    ),
  );

/** The clock stands at 9:43 on a Tuesday. */
const NEXT_MORNING = new Date("2026-11-25T08:00:00Z");

it("asks once for all services, at nine of a working day, and again a week later, and then no more", async () => {
  const { api, mailbox } = world;
  const at = await aLinkedReferring(world, {
    service: { confirmedDaysAgo: 40 },
  });
  await at.partner.aService({ confirmedDaysAgo: null });
  await lookForStaleOffers();
  await lookForStaleOffers();
  expect(await waiting(at)).toEqual([
    { send_at: NEXT_MORNING, partner_id: at.partner.id },
  ]);
  const first = await at.nextMail();
  expect(first.subject).toBe("Czy wolne miejsca są aktualne?");
  expect(first.text).not.toContain("przypominamy");

  api.clock.pass({ days: 6 });
  await lookForStaleOffers();
  expect(await waiting(at)).toHaveLength(1);
  const second = await at.nextMail();
  expect(second.text).toContain("więcej przypomnień nie wyślemy");

  api.clock.pass({ days: 30 });
  await lookForStaleOffers();
  expect(await waiting(at)).toEqual([]);
  expect(mailbox.mails.filter(({ to }) => to === at.address)).toHaveLength(2);

  // she confirms after all: from here on she is asked as anybody
  const token = await at.askedToConfirm();
  const shown = await opened(api, token);
  await confirm(
    api,
    token,
    (shown?.services ?? []).map(({ serviceId, version }) => ({
      serviceId,
      version,
    })),
  );
  await lookForStaleOffers();
  expect(await waiting(at)).toEqual([]);
  api.clock.pass({ days: 31 });
  await lookForStaleOffers();
  expect(await waiting(at)).toHaveLength(1);
});

it("leaves in peace who confirmed in time, whom nobody can reach, and services that are suspended", async () => {
  const at = await aLinkedReferring(world, {
    service: { confirmedDaysAgo: 29 },
  });
  await at.partner.aService({ confirmedDaysAgo: 90, suspended: true });
  const silent = await at.centre.aPartner();
  await silent.aService({ confirmedDaysAgo: 40 });
  await lookForStaleOffers();
  expect(await waiting(at)).toEqual([]);
});

it("asks sooner where anybody waits, and as often as an agreement says", async () => {
  const queue = await aLinkedReferring(world, {
    service: { confirmedDaysAgo: 8, waitingOutside: 1 },
  });
  const duty = await aLinkedReferring(world, {
    partner: { agreement: { dutyDays: 3 } },
    service: { confirmedDaysAgo: 4 },
  });
  await lookForStaleOffers();
  expect(await waiting(queue)).toHaveLength(1);
  expect(await waiting(duty)).toHaveLength(1);
});

it("is dropped where all is confirmed before the morning", async () => {
  const { api, mailbox } = world;
  const at = await aLinkedReferring(world, {
    service: { confirmedDaysAgo: 40 },
  });
  await lookForStaleOffers();
  const { errors } = await at.team.ask(
    `mutation ($input: ConfirmServicesInput!) { confirmServices(input: $input) { __typename } }`,
    { input: { services: [{ serviceId: at.service.globalId, version: 1 }] } },
  );
  expect(errors).toBeUndefined();
  await untilLettersAreDue(api, at.centre);
  await sendDueLetters(api, at.centre);
  expect(mailbox.mails.filter(({ to }) => to === at.address)).toEqual([]);
});

it("takes the same few statements for many organisations", async () => {
  const at = await aLinkedReferring(world, {
    service: { confirmedDaysAgo: 40 },
  });
  for (let more = 0; more < 5; more += 1) {
    const partner = await at.centre.aPartner();
    await partner.aContact();
    await partner.aService({ confirmedDaysAgo: 40 });
  }
  const statements = listenTo(world.api);
  await at.centre.asSystem(remindStaleOffers);
  expect(statements.taken().length).toBeLessThanOrEqual(5);
  expect(await waiting(at)).toHaveLength(6);
});

it("sends each letter once where two processes take the jobs, and one that fails keeps no other", async () => {
  const { mailbox, post } = world;
  const api = await openApi(await freshDatabase(), { post });
  const at = await aLinkedReferring(
    { ...world, api },
    { service: { confirmedDaysAgo: 40 } },
  );
  // nobody composes a letter of this kind
  await at.centre.asSystem((work) => writeLetter(work, { kind: "unknown" }));
  await at.centre.asSystem(remindStaleOffers);
  await untilLettersAreDue(api, at.centre);
  const owner = await connectTo(api.database.ownerUrl);
  // the queue's own clock is not the test's
  await owner.query(
    `update graphile_worker._private_jobs set run_at = now() where key like '%:send-letter:%'`,
  );
  const takers = await Promise.all(
    [1, 2].map(() =>
      startJobs({
        ownerUrl: api.database.ownerUrl,
        tasks: api.app.tasks,
        crontab: remindStaleOffersHourly,
        log: pino({ level: "silent" }),
      }),
    ),
  );
  await mailbox.next(at.address);
  let failed: (string | null)[] = [];
  while (!failed[0]) {
    const { rows } = await owner.query<{ last_error: string | null }>(
      `select last_error from graphile_worker.jobs where key like '%:send-letter:%' and attempts > 0 and locked_at is null`,
    );
    failed = rows.map((row) => row.last_error);
  }
  await Promise.all(takers.map((taker) => taker.stop()));
  expect(failed).toEqual(["nobody composes letters of kind unknown"]);
  const { rows } = await owner.query(
    "select identifier from graphile_worker._private_known_crontabs",
  );
  expect(rows).toEqual([{ identifier: "remind-stale-offers" }]);
  await owner.end();
  expect(mailbox.mails.filter(({ to }) => to === at.address)).toHaveLength(1);
  await api.close();
  await dropDatabase(api.database);
});
