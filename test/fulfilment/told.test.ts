// A settlement sheet that waits for an organisation is told to its contact person and its administrator: once for all periods, without figures and names.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { MailWorld } from "../notices/by-link.js";
import { openMailWorld } from "../notices/by-link.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import { insertStandard } from "../support/standards.js";
import { aKey } from "../support/world.js";
import { anOrder, draft, settle } from "./settling.js";

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
afterAll(() => world.close());

it("is told once, and not where the organisation has confirmed meanwhile", async () => {
  const { api, mailbox } = world;
  const { centre, partner, service, orderId, agreementId } = await anOrder(api);
  api.clock.pass({ days: 40 });
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const contactId = fromGlobalId("ContactPerson", await partner.aContact());
  const address = `${contactId.replaceAll("-", "")}@splot.example`;
  const goOut = async () => {
    await untilLettersAreDue(api, centre);
    return sendDueLetters(api, centre);
  };
  const told = () => mailbox.mails.filter(({ to }) => to === address);
  const { id: october } = await draft(ous, orderId, "2026-10-01");
  const { id: november } = await draft(ous, orderId, "2026-11-01");
  await goOut();
  const [mail, second] = told();
  expect(second).toBeUndefined();
  expect(mail).toMatchObject({
    subject: "Rozliczenie czeka na potwierdzenie",
  });
  expect(mail?.link).toContain(`/umowy/${agreementId}/rozliczenie`);
  // no money, no service, nobody's name
  expect(mail?.text).not.toMatch(
    /\d zł|\d\d,\d\d|stolarski|Transport|październik|listopad/i,
  );
  expect(mail?.text).not.toContain(ous.name);
  // whoever may confirm it is told at her own address
  const toAdmin = mailbox.mails.filter(({ to }) => to === admin.email);
  expect(toAdmin.map(({ subject, link }) => [subject, link])).toEqual([
    [mail?.subject, mail?.link],
  ]);

  for (const sheetId of [october, november])
    expect(await settle(admin, "confirmSettlement", { sheetId })).toMatchObject(
      { __typename: "SettlementSheet" },
    );
  const { id: december } = await draft(ous, orderId, "2026-12-01");
  await settle(admin, "confirmSettlement", { sheetId: december });
  expect(new Set(await goOut())).toEqual(new Set(["settlement-waits"]));
  expect([...told(), ...toAdmin]).toHaveLength(2);
  expect(mailbox.mails.filter(({ to }) => to === admin.email)).toEqual(toAdmin);

  // a matter that is raised waits for whoever may answer it, and its answer for the organisers
  const raised = await settle(ous, "raiseShortfall", {
    requestKey: aKey(),
    orderId,
    on: "2026-12-01",
    kind: "CORRECTIVE_ACTION",
    reason: "Brakuje siedmiu miejsc.",
    owner: "PARTNER",
    dueOn: "2027-12-01",
  });
  await goOut();
  const lastTo = ({ email }: { email: string }) =>
    mailbox.mails.findLast(({ to }) => to === email);
  const asked = lastTo(admin);
  expect(asked).toMatchObject({
    subject: "Coś czeka na odpowiedź Twojej organizacji",
  });
  expect(asked?.text).toContain("z realizacji umów: 1");
  expect(asked?.link).toContain("/umowy");
  expect(asked?.text).not.toContain("siedmiu");
  await settle(admin, "answerShortfall", {
    shortfallId: raised.id,
    answer: "Dojdą dwie grupy.",
    ifVersion: 1,
  });
  await goOut();
  const answered = lastTo(ous);
  expect(answered).toMatchObject({
    subject: "Organizacja napisała, co zrobiła",
  });
  expect(answered?.text).not.toContain("grupy");

  // who left answers for its accounts, and for no check any more
  await settle(ous, "reopenShortfall", {
    shortfallId: raised.id,
    missing: "Nadal brakuje.",
    ifVersion: 2,
  });
  await centre.asSystem(async (work) => {
    const standardId = await insertStandard(work, { service });
    await work.rows(
      `insert into standard_check (centre_id, id, standard_id, service_id, partner_id, checked_on, results, evidence,
         action, action_owner, action_due_on, action_state, version, created_at)
       values ($1, gen_random_uuid(), $2, $3, $4, '2026-12-01', '{NOT_MET}', 'kalendarz', 'skrócić', 'PARTNER', '2027-12-01', 'OPEN', 1, $5)`,
      [
        centre.id,
        fromGlobalId("QualityStandard", standardId),
        service.id,
        partner.id,
        work.now,
      ],
    );
    await work.rows(
      `with gone as (update network_membership set left_on = $3::timestamptz where centre_id = $1 and partner_id = $2)
       update partner set status = 'FORMER' where centre_id = $1 and id = $2`,
      [centre.id, partner.id, work.now],
    );
  });
  await goOut();
  expect(lastTo(admin)?.text).toContain("z realizacji umów: 1");
  expect(lastTo(admin)?.text).not.toContain("po sprawdzeniu");
});
