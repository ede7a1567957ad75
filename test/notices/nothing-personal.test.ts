// No mail says anything of a resident, a service or who sent whom: every kind of letter is played over a world full of telltale words.
import { remindOverdue } from "../../server/fulfilment/remind-overdue.js";
import { writeSignInLetter } from "../../server/identity/sign-in-letter.js";
import { kindsOfLetters } from "../../server/letters/composers.js";
import { writeLetter } from "../../server/letters/index.js";
import { CONFIRM_PLACES } from "../../server/notices/index.js";
import { remindStaleOffers } from "../../server/notices/remind-stale-offers.js";
import { lookAfterContacts } from "../../server/notices/tell-of-missing-contacts.js";
import { warnOfEndings } from "../../server/notices/warn-of-endings.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { openPost } from "../../server/platform/mail.js";
import { agree, anAgreement } from "../agreements/agreeing.js";
import { doCase, openFor, show } from "../cases/keeping.js";
import { aSettlement } from "../fulfilment/a-settlement.js";
import { draft, settle } from "../fulfilment/settling.js";
import { announceLeaving } from "../partnership/leaving.js";
import { invited, type PostOffice } from "../people/inviting.js";
import { openPostOffice } from "../people/inviting.js";
import { arrange } from "../referrals/appointments/arranging.js";
import { move, runTask, runTimer } from "../referrals/referring.js";
import { ask } from "../resources/lending.js";
import { connectTo } from "../support/database.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import { insertStandard } from "../support/standards.js";
import { aKey } from "../support/world.js";
import { aLinkedReferring } from "./by-link.js";

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());

const told = {
  service: "KanarekUsluga",
  reference: "KanarekSprawa",
  person: "KanarekImie",
  reached: "KanarekKontakt",
  home: "KanarekDom",
  withdrawn: "KanarekPowod",
  place: "KanarekMiejsce",
  bring: "KanarekPrzynies",
  shortfall: "KanarekBrak",
  answer: "KanarekOdpowiedz",
  resource: "KanarekZasob",
  loan: "KanarekProsba",
  takenBack: "KanarekOdwolanie",
  leaving: "KanarekOdejscie",
  agreement: "KanarekUmowa",
  remark: "KanarekUwaga",
  suspended: "KanarekZawieszenie",
  asked: "KanarekPytanie",
  breach: "KanarekNaruszenie",
  step: "KanarekZgloszenie",
};

it("is said by no letter of any kind, nor by what waits in the queue", async () => {
  const { api, mailbox } = office;
  const post = openPost({ url: mailbox.url, from: "splot@cus.example.pl" });
  const at = await aLinkedReferring(
    { api, mailbox, post, close: () => Promise.resolve() },
    { service: { name: told.service, total: 20, confirmedDaysAgo: 8 } },
  );
  const { centre, partner, kipus, team, sent } = at;
  const goOut = async () => {
    await untilLettersAreDue(api, centre, { andLater: true });
    await sendDueLetters(api, centre);
  };
  const caseId = await centre.aCase(kipus);
  await doCase(kipus, "correctIdentity", {
    caseId,
    ifVersion: 0,
    identity: {
      name: told.person,
      surname: told.person,
      born: "1979",
      contactKind: "LETTER",
      contact: told.reached,
      place: told.home,
    },
  });
  await centre.aBasis({
    caseId: fromGlobalId("Case", caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L1_CONTACT",
    revoked: false,
  });
  expect((await show(kipus, caseId)).identity).toMatchObject({
    place: told.home,
  });

  const secret = { caseId, ownReference: told.reference };
  for (const disclosureLevel of ["L0_TOKEN", "L1_CONTACT"])
    for (const priority of ["EMERGENCY", "URGENT", "STANDARD"])
      await sent({ ...secret, disclosureLevel, priority });
  const declined = await sent({ ...secret, priority: "URGENT" });
  const fallback = await (
    await centre.aPartner()
  ).aService({ name: told.service });
  const listed = await sent({
    ...secret,
    fallbackServiceIds: [fallback.globalId],
  });
  const keeperOfLinks = await centre.aPerson("OUS");
  await sent({ ...secret, priority: "EMERGENCY" });
  const accepted = await sent(secret);
  const asked = await sent(secret);
  const wording = { requestKey: aKey(), text: told.asked };
  await move(team, "askAboutReferral", asked, {
    ...wording,
    topics: ["OTHER"],
  });
  await move(kipus, "answerQuestion", asked, wording);
  const withdrawn = await sent(secret);
  await move(kipus, "withdrawReferral", withdrawn, {
    reason: told.withdrawn,
  });
  // long enough for the digest to find her away
  api.clock.pass({ minutes: 5 });
  await sendDueLetters(api, centre);
  await move(team, "declineReferral", declined);
  await move(team, "declineReferral", listed);
  await runTimer(api, "move-on", centre.id, listed);
  // half of the time of an emergency
  api.clock.pass({ hours: 2 });
  await sendDueLetters(api, centre);
  await move(team, "acceptReferral", accepted);
  await centre.asSystem(async (work) => {
    const [contact] = await work.rows<{ id: string }>(
      `select id from contact_person where partner_id = $1 and active limit 1`,
      [partner.id],
    );
    await writeLetter(work, {
      kind: CONFIRM_PLACES,
      partnerId: partner.id,
      contactPersonId: contact?.id ?? null,
    });
  });
  await goOut();
  // her colleague has been signed out meanwhile
  const colleague = await partner.aPerson("PARTNER_REFERRALS");
  const inAWeek = new Date(api.clock.now().getTime() + 7 * 86_400_000);
  const when = inAWeek.toISOString();
  const appointment = { at: when, place: told.place, bring: told.bring };
  const awaited = await sent({ ...secret, priority: "URGENT" });
  expect(
    await move(colleague, "acceptReferral", awaited, { appointment }),
  ).toMatchObject({ status: "ACCEPTED" });
  await goOut();
  await partner.aService({ name: told.service, confirmedDaysAgo: null });
  api.clock.pass({ days: 8 });
  const witness = await partner.aPerson("PARTNER_REFERRALS");
  expect(
    await arrange(witness, "noteAppearance", {
      ...{ referralId: awaited, number: 1, came: false },
    }),
  ).toMatchObject({ __typename: "Referral", noShows: 1 });
  await centre.asSystem(remindStaleOffers);
  await goOut();

  for (const days of [80, 50, 20]) {
    await centre.asSystem(async (work) => {
      await work.rows(
        `update agreement set valid_to = $2 where centre_id = $1`,
        [centre.id, addDays(localDate(work.now), days)],
      );
      await warnOfEndings(work);
    });
    await goOut();
  }
  const ous = await centre.aPerson("OUS");
  await announceLeaving(
    await partner.aPerson("PARTNER_ADMIN"),
    partner,
    addDays(localDate(api.clock.now()), 20),
    told.leaving,
  );
  await centre.asSystem(lookAfterContacts);
  const ways = [
    "second-factor-set",
    "second-factor-removed",
    "second-factor-guessed",
    "identity-linked",
  ] as const;
  await centre.asSystem(async (work) => {
    for (const kind of ways) await writeSignInLetter(work, ous.accountId, kind);
    await writeLetter(work, {
      kind: "password-changed",
      accountId: ous.accountId,
    });
  });
  await goOut();
  await invited(office, centre, ous, {
    partnerId: partner.globalId,
    roles: ["PARTNER_REFERRALS"],
  });
  await api.ask(
    null,
    `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }`,
    { input: { email: ous.email } },
  );
  await office.answerResets();
  await goOut();
  const { orderId } = await aSettlement(centre, partner, at.service);
  const raise = async (owner: string) =>
    settle(await centre.aPerson("OUS"), "raiseShortfall", {
      requestKey: aKey(),
      orderId,
      on: "2026-05-01",
      kind: "CLAIM",
      reason: told.shortfall,
      owner,
      dueOn: localDate(api.clock.now()),
    });
  for (const owner of ["HUB", "PARTNER"]) await raise(owner);
  const answered = await raise("PARTNER");
  await settle(await partner.aPerson("PARTNER_ADMIN"), "answerShortfall", {
    shortfallId: answered.id,
    ifVersion: 1,
    answer: told.answer,
  });
  const keeper = await centre.aPerson("OUS");
  expect(await draft(keeper, orderId, "2026-11-01")).toMatchObject({
    __typename: "SettlementSheet",
  });
  const other = await centre.aPartner({ agreement: null });
  const admin = await other.aPerson("PARTNER_ADMIN");
  const named = { terms: { title: told.agreement } };
  await agree(admin, "remarkOnAgreement", {
    requestKey: aKey(),
    agreementId: await anAgreement(keeper, [other], "IN_NEGOTIATION", named),
    text: told.remark,
  });
  await agree(keeper, "suspendAgreement", {
    agreementId: await anAgreement(keeper, [other], "ACTIVE", named),
    reason: told.suspended,
  });
  const resource = await ask(keeper, "addResource", {
    requestKey: aKey(),
    partnerId: partner.globalId,
    words: {
      kind: "TRANSPORT",
      name: told.resource,
      quantity: 1,
      lendable: true,
    },
  });
  const borrow = (from: string) =>
    ask(keeper, "askForLoan", {
      requestKey: aKey(),
      resourceId: resource.id,
      from,
      to: from,
      quantity: 1,
      note: told.loan,
    });
  await borrow("2030-03-01");
  const { id: loanRequestId } = await borrow("2030-03-02");
  await ask(keeper, "answerLoan", {
    ...{ loanRequestId, ifVersion: 1, answer: "AGREED" },
    reason: "Przez telefon.",
  });
  await ask(keeper, "takeBackLoan", {
    loanRequestId,
    ifVersion: 2,
    reason: told.takenBack,
  });
  await centre.asSystem((work) =>
    insertStandard(work, { service: at.service }),
  );
  for (const owner of ["PARTNER", "CENTRE"]) {
    const on = localDate(api.clock.now());
    const { data } = await keeper.ask(
      `mutation ($input: CheckServiceInput!) { checked: checkService(input: $input) { __typename } }`,
      {
        input: {
          ...{ requestKey: aKey(), serviceId: at.service.globalId },
          ...{ checkedOn: on, results: ["NOT_MET"], evidence: told.answer },
          action: { text: told.answer, owner, dueOn: on },
        },
      },
    );
    expect(data).toEqual({ checked: { __typename: "StandardCheck" } });
  }
  const officer = await centre.aPerson("IOD");
  const writeDown = async (verb: string, input: Record<string, unknown>) => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const { errors } = await officer.ask(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`,
      { input },
    );
    expect(errors).toBeUndefined();
  };
  for (const key of ["one", "two"])
    await writeDown("recordBreach", {
      requestKey: key,
      kind: "CONFIDENTIALITY",
      foundAt: api.clock.now().toISOString(),
      about: told.breach,
    });
  await writeDown("decideBreach", {
    ...{ breachNumber: 2, ifVersion: 1, reported: false, told: false },
    reportReason: told.step,
    toldReason: told.step,
  });
  await writeDown("fileResidentRequest", {
    requestKey: aKey(),
    kind: "ACCESS",
    receivedOn: addDays(localDate(api.clock.now()), -25),
  });
  const closed = await centre.aCase(kipus);
  await centre.asSystem((work) =>
    work.rows(
      `update case_ref set closed_on = (opened_on - interval '7 months')::date, own_reference = $2
       where id = $1 returning id`,
      [fromGlobalId("Case", closed), told.reference],
    ),
  );
  // the sessions of before are over by now
  const busy = await centre.aPerson("KIPUS");
  const { id: known } = await openFor(busy, { name: told.person });
  await show(busy, known);
  await centre.asSystem((work) =>
    work.rows(
      `update sign_in_attempt set points = 60 where key = $1 returning key`,
      [`looked-at:hour ${busy.accountId}`],
    ),
  );
  expect((await show(busy, known)).__typename).toBe("TooManyLooks");
  await runTask(api, "keep-to-rules", {});
  api.clock.pass({ days: 1 });
  await centre.asSystem(remindOverdue);
  await goOut();
  const toOfficer = mailbox.mails.filter(({ to }) => to === officer.email);
  expect(toOfficer.map(({ subject }) => subject).sort()).toEqual([
    "Limit spojrzeń na dane osób: 1",
    "Naruszenie nr 1: minęły 72 godziny",
    "Naruszenie nr 1: minęły 72 godziny",
    "Zamknięte sprawy do decyzji: 1",
    "Żądanie nr 1: zbliża się termin odpowiedzi",
  ]);
  const sentKinds = await centre.asSystem((work) =>
    work.rows<{ kind: string }>(
      `select distinct kind from letter where centre_id = $1 and sent_at is not null order by kind`,
      [centre.id],
    ),
  );
  expect(sentKinds.map(({ kind }) => kind)).toEqual(kindsOfLetters().sort());

  const [row] = await centre.asSystem((work) =>
    work.rows<{ pseudonym: string; contact: string; codes: string[] }>(
      `select (select pseudonym from case_ref where centre_id = $1 order by created_at limit 1) as pseudonym,
         (select name from contact_person where centre_id = $1) as contact,
         (select array_agg(token_code) from referral where centre_id = $1) as codes`,
      [centre.id],
    ),
  );
  const words = [
    ...Object.values(told),
    ...(row?.codes ?? []),
    row?.pseudonym ?? "",
    row?.contact ?? "",
    kipus.name,
    team.name,
    ous.name,
    keeperOfLinks.name,
    officer.name,
    "Osoba Zaproszona",
    admin.name,
    "Anna Podpisująca",
    "OUT_OF_SCOPE",
  ];
  const owner = await connectTo(api.database.ownerUrl);
  const { rows: jobs } = await owner.query<{ payload: string }>(
    "select payload::text from graphile_worker._private_jobs",
  );
  await owner.end();
  const said = [
    ...mailbox.mails.map(({ subject, text, html, headers }) =>
      [subject, text, html, headers].join("\n"),
    ),
    ...jobs.map(({ payload }) => payload),
  ];
  expect(mailbox.mails.length).toBeGreaterThan(10);
  expect(words.every((word) => word.length > 5)).toBe(true);
  for (const word of words)
    expect(said.filter((text) => text.includes(word))).toEqual([]);
  // addresses stand where they must, and in no text
  const addresses = [kipus, team, ous, keeperOfLinks, admin].map(
    ({ email }) => email,
  );
  for (const { text, html, subject } of mailbox.mails)
    for (const address of addresses)
      expect(`${subject}${text}${html}`).not.toContain(address);
  post.close();
});
