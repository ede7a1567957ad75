// An agreement that ends is told at 90, 60 and 30 days, once each: to the organiser and the contact persons of both sides.
import { warnOfEndings } from "../../server/notices/warn-of-endings.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import { agree } from "../agreements/agreeing.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import type { MailWorld } from "./by-link.js";
import { aLinkedReferring, openMailWorld } from "./by-link.js";

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
afterAll(() => world.close());

async function lookForEndings(): Promise<void> {
  const run = world.api.app.tasks["warn-of-endings"];
  // it asks nothing of the queue that runs it
  // oxlint-disable-next-line typescript/consistent-type-assertions
  await run?.({}, {} as Parameters<typeof run>[1]);
}

const addressOf = (contactId: string) =>
  `${fromGlobalId("ContactPerson", contactId).replaceAll("-", "")}@splot.example`;

it("tells each of them once at each stage, in the morning, and nobody of what was prolonged", async () => {
  const { api, mailbox } = world;
  const at = await aLinkedReferring(world, {
    partner: { agreement: { toDays: 91 } },
  });
  const { centre, partner } = at;
  const ous = await centre.aPerson("OUS");
  const hubContact = addressOf(await centre.hub.aContact());
  const letters = () =>
    centre.asSystem((work) =>
      work.rows<{ kind: string; send_at: Date }>(
        `select kind, send_at from letter where centre_id = $1 and kind like 'agreement-ends-%' order by written_at`,
        [centre.id],
      ),
    );
  const setLastDay = (change: string) =>
    centre.asSystem((work) =>
      work.rows(`update agreement set ${change} where centre_id = $1`, [
        centre.id,
      ]),
    );
  const goOut = async () => {
    await untilLettersAreDue(api, centre);
    await sendDueLetters(api, centre);
  };
  const mailsTo = (address: string) =>
    mailbox.mails.filter(
      ({ to, subject }) => to === address && subject.startsWith("Umowa"),
    );

  await lookForEndings();
  expect(await letters()).toEqual([]);
  api.clock.pass({ days: 1 });
  // two processes at once, and once more
  await Promise.all([lookForEndings(), lookForEndings()]);
  await lookForEndings();
  // Wednesday, 9:43: the next working day at nine
  expect(await letters()).toEqual(
    [1, 2, 3].map(() => ({
      kind: "agreement-ends-90",
      send_at: new Date("2026-11-26T08:00:00Z"),
    })),
  );
  await goOut();
  const [toPartner] = mailsTo(at.address);
  expect(toPartner?.subject).toMatch(/^Umowa U-.* kończy się 23 lutego 2027$/);
  expect(toPartner?.text).toContain(
    "Potem nie będzie można kierować do 1 usługi. Dla osób, które już korzystają, nic się nie zmienia.",
  );
  expect(toPartner?.text).toContain("organizatorki usług");
  expect(mailsTo(hubContact)).toHaveLength(1);
  const [toOus] = mailsTo(ous.email);
  expect(toOus?.text).toContain(
    `/partnerzy/${encodeURIComponent(partner.globalId)}`,
  );

  await lookForEndings();
  expect(await letters()).toHaveLength(3);
  // noticed only at 45 days: the sixty is told, the ninety is not told again
  await setLastDay("valid_to = '2027-01-10'");
  await lookForEndings();
  await lookForEndings();
  expect(await letters()).toHaveLength(6);
  // prolonged before the morning: nothing to tell any more
  await setLastDay("valid_to = '2028-01-10'");
  await goOut();
  expect(mailsTo(at.address)).toHaveLength(1);
  for (const change of [
    "valid_to = '2026-12-20', auto_renew = true, renew_months = 12",
    "auto_renew = false, renew_months = null, status = 'DRAFT'",
    "status = 'EXPIRED'",
  ]) {
    await setLastDay(change);
    await lookForEndings();
    expect(await letters()).toHaveLength(6);
  }
  // it ends while it is suspended as well; who is named in it comes first, and while she is away whoever stands in
  const NAMED = "jadwiga@splot.example";
  await centre.asSystem(async (work) => {
    await work.rows(
      `with named as (insert into contact_person (centre_id, id, partner_id, name, work_email, created_at)
         values ($1, gen_random_uuid(), $2, 'Jadwiga Robocza', '${NAMED}', $3) returning id)
       update agreement_party set contact_person_id = named.id from named where centre_id = $1 and partner_id = $2`,
      [centre.id, partner.id, work.now],
    );
  });
  const away = (until: string) =>
    centre.asSystem((work) =>
      work.rows(
        `update contact_person set away_from = '2026-11-01', away_to = $2 where centre_id = $1 and work_email = '${NAMED}'`,
        [centre.id, until],
      ),
    );
  await setLastDay("status = 'SUSPENDED'");
  await lookForEndings();
  await away("2026-12-31");
  await goOut();
  expect(mailsTo(at.address)).toHaveLength(2);
  expect((await letters()).filter(({ kind }) => /30$/.test(kind))).toHaveLength(
    3,
  );
  await centre.asSystem(warnOfEndings);
  expect(await letters()).toHaveLength(9);
  // what was given up has told nobody
  await centre.asSystem((work) =>
    work.rows(
      `update letter set dropped_at = sent_at, sent_at = null
       where centre_id = $1 and kind = 'agreement-ends-30' and account_id is not null`,
      [centre.id],
    ),
  );
  await centre.asSystem(warnOfEndings);
  expect(await letters()).toHaveLength(10);
  await goOut();
  // a notice makes another day of it
  const [agreement] = await centre.asSystem((work) =>
    work.rows<{ id: string }>(
      `select agreement_id as id from agreement_party where centre_id = $1 and partner_id = $2`,
      [centre.id, partner.id],
    ),
  );
  const lastDay = "2026-12-18";
  const ended = await agree(await centre.aPerson("OUS"), "terminateAgreement", {
    agreementId: toGlobalId("Agreement", agreement?.id ?? ""),
    lastDay,
    byConsent: true,
    reason: "koniec",
  });
  expect(ended.__typename).toBe("Agreement");
  // who is under notice is a party to that day
  await centre.asSystem((work) =>
    work.rows(
      `update agreement_party set left_on = $3::date + 1, leave_reason = 'koniec' where centre_id = $1 and partner_id = $2`,
      [centre.id, partner.id, lastDay],
    ),
  );
  await away("2026-11-02");
  await centre.asSystem(warnOfEndings);
  await goOut();
  expect(mailsTo(NAMED).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/18 grudnia 2026$/),
  ]);
  expect(mailsTo(at.address)).toHaveLength(2);

  // who leaves the network before the morning is told nothing, and written to no more
  await setLastDay(
    "valid_to = '2027-01-20', ended_on = null, end_reason = null",
  );
  await centre.asSystem((work) =>
    work.rows(
      `update agreement_party set left_on = null, leave_reason = null where centre_id = $1 and partner_id = $2`,
      [centre.id, partner.id],
    ),
  );
  const before = (await letters()).length;
  await centre.asSystem(warnOfEndings);
  expect(await letters()).toHaveLength(before + 4);
  await centre.asSystem((work) =>
    work.rows(
      `with gone as (update network_membership set left_on = $3::timestamptz where centre_id = $1 and partner_id = $2)
       update partner set status = 'FORMER' where centre_id = $1 and id = $2`,
      [centre.id, partner.id, work.now],
    ),
  );
  await goOut();
  await centre.asSystem(warnOfEndings);
  expect(await letters()).toHaveLength(before + 4);
  expect(mailsTo(NAMED)).toHaveLength(1);
});
