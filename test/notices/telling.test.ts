// Who hears by mail, and when: of a referral the team that answers, once more before it is due, and the coordinator who sent it; of an agreement its parties and the organisers.
import { followAgreements } from "../../server/agreements/follow-agreements.js";
import { countOneMore } from "../../server/cases/index.js";
import { transact } from "../../server/events/index.js";
import { sendLetter } from "../../server/letters/send-letter.js";
import {
  addDays,
  localDate,
  wordsOfDay,
} from "../../server/platform/calendar.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Post } from "../../server/platform/mail.js";
import { keepToRules } from "../../server/protection/index.js";
import { expireReferral } from "../../server/referrals/expire-referral.js";
import {
  agree,
  anAgreement,
  signature,
  terms,
  VERSION_IN_FORCE,
} from "../agreements/agreeing.js";
import { ANNA, openFor, show } from "../cases/keeping.js";
import { announceLeaving, takeBackLeaving } from "../partnership/leaving.js";
import { stands } from "../referrals/chain/listing.js";
import { move } from "../referrals/referring.js";
import { runTask, runTimer } from "../referrals/referring.js";
import { COMMITS, holding, untilHeldUp } from "../support/holding.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import { aKey } from "../support/world.js";
import type { LinkedReferring, MailWorld } from "./by-link.js";
import { aLinkedReferring, opened, openMailWorld, tokenOf } from "./by-link.js";

let world: MailWorld;
beforeEach(async () => {
  world = await openMailWorld();
});
afterEach(() => world.close());

const mailsTo = (address: string) =>
  world.mailbox.mails.filter(({ to }) => to === address);

async function goOut({ centre }: LinkedReferring): Promise<void> {
  await sendDueLetters(world.api, centre);
}

it("tells the team at once of danger, and gathers the rest for one mail", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api } = world;
  await at.sent({ priority: "EMERGENCY" });
  await goOut(at);
  const [danger] = mailsTo(at.team.email);
  expect(danger?.subject).toMatch(/^Nowe skierowanie SK/);
  expect(danger?.text).toMatch(/SK\S+, odpowiedz do 24 listopada, 13:43/);
  expect(danger?.link).toBe("http://localhost:4000/skierowania");

  await at.sent();
  await at.sent();
  await goOut(at);
  expect(mailsTo(at.team.email)).toHaveLength(1);
  api.clock.pass({ minutes: 15 });
  await goOut(at);
  expect(mailsTo(at.team.email)).toHaveLength(2);
  expect(mailsTo(at.team.email)[1]?.subject).toBe("Nowe skierowania: 3");
});

it("says nothing where all was opened meanwhile, nor to who has lost the duty", async () => {
  const at = await aLinkedReferring(world);
  const { api } = world;
  const id = await at.sent();
  await move(at.team, "openReferral", id);
  api.clock.pass({ minutes: 15 });
  await goOut(at);
  expect(mailsTo(at.team.email)).toEqual([]);

  await at.sent({ priority: "URGENT" });
  await at.centre.asSystem((work) =>
    work.rows(`update assignment set ended_at = $2 where id = $1`, [
      at.team.assignmentId,
      work.now,
    ]),
  );
  api.clock.pass({ minutes: 2 });
  await goOut(at);
  expect(mailsTo(at.team.email)).toEqual([]);
});

it("does not write twice to the contact person who has an account", async () => {
  const at = await aLinkedReferring(world);
  await at.centre.asSystem((work) =>
    work.rows(`update contact_person set work_email = $2 where id = $1`, [
      at.contactId,
      at.team.email,
    ]),
  );
  await at.sent({ priority: "EMERGENCY" });
  await goOut(at);
  expect(mailsTo(at.team.email)).toHaveLength(1);
  expect(mailsTo(at.team.email)[0]?.text).toContain("/o/");
});

it("reminds once, halfway, both the team and by a link the contact person; not where it was answered", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api } = world;
  const answered = await at.sent({ priority: "EMERGENCY" });
  await at.sent({ priority: "EMERGENCY" });
  await goOut(at);
  await move(at.team, "acceptReferral", answered);
  api.clock.pass({ minutes: 119 });
  await goOut(at);
  const reminders = (address: string) =>
    mailsTo(address).filter(({ subject }) => subject.includes("czeka"));
  expect(reminders(at.address)).toEqual([]);
  api.clock.pass({ minutes: 1 });
  await goOut(at);
  expect(reminders(at.team.email)).toHaveLength(1);
  const [byLink] = reminders(at.address);
  expect(reminders(at.address)).toHaveLength(1);
  if (!byLink) throw new Error("no reminder");
  expect((await opened(api, tokenOf(byLink)))?.referral?.answerable).toBe(true);
  api.clock.pass({ days: 1 });
  await untilLettersAreDue(api, at.centre, { andLater: true });
  await goOut(at);
  expect(reminders(at.team.email)).toHaveLength(1);
});

it("tells the team that its question is answered, and reminds halfway of what is left; till then nobody is late but the coordinator", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api } = world;
  const ous = await at.centre.aPerson("OUS");
  const danger = await at.sent({ priority: "EMERGENCY" });
  const calm = await at.sent();
  const lapsed = await at.sent({ priority: "EMERGENCY" });
  const pass = async (minutes: number) => {
    api.clock.pass({ minutes });
    await goOut(at);
  };
  const about = (address: string, words: RegExp) =>
    mailsTo(address).filter(({ subject }) => words.test(subject));
  const WAITS = /czeka na odpowiedź$/;
  const ANSWERED = /^Skierowanie SK\S+: jest odpowiedź na pytanie$/;
  const LATE = /^Nagłe skierowanie SK\S+ czeka bez odpowiedzi$/;
  await pass(30);
  for (const id of [danger, calm, lapsed])
    await move(at.team, "askAboutReferral", id);
  // half of the first time is over
  await pass(90);
  for (const address of [at.team.email, at.address])
    expect(about(address, WAITS)).toEqual([]);
  expect(mailsTo(ous.email)).toEqual([]);
  expect(await escalates(at, danger)).toBeNull();

  await pass(60);
  await move(at.kipus, "answerQuestion", danger);
  await move(at.kipus, "answerQuestion", calm);
  await goOut(at);
  const [answered] = about(at.team.email, ANSWERED);
  expect(answered?.text).toMatch(/SK\S+, odpowiedz do 24 listopada, 16:13/);
  expect(answered?.link).toBe("http://localhost:4000/skierowania");
  await pass(15);
  expect(about(at.team.email, ANSWERED)).toHaveLength(2);
  await pass(89);
  expect(about(at.team.email, WAITS)).toEqual([]);
  expect(mailsTo(ous.email)).toEqual([]);
  await pass(1);
  for (const address of [at.team.email, at.address])
    expect(about(address, WAITS)).toHaveLength(1);
  expect(about(ous.email, LATE)).toHaveLength(1);
  expect(await escalates(at, danger)).toBe("2026-11-24T13:28:00.000Z");

  // the other one is told once, whichever letter its first time had left behind
  await untilLettersAreDue(api, at.centre, { andLater: true });
  await goOut(at);
  for (const address of [at.team.email, at.address])
    expect(about(address, WAITS)).toHaveLength(2);
  // of what stood still for a question that nobody answered the organisation is not asked
  api.clock.pass({ days: 8 });
  for (const id of [danger, lapsed])
    await runTimer(api, "expire-referral", at.centre.id, id);
  await goOut(at);
  expect(mailsTo(ous.email).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(LATE),
    // of the two whose clock ran on: the calm one fell due meanwhile, and expired with the first
    "Skierowania bez odpowiedzi w terminie: 2",
  ]);
});

it("counts all that it tells of, also where a mail has room for twenty of them", async () => {
  const at = await aLinkedReferring(world, { service: { total: 30 } });
  const { api } = world;
  const ous = await at.centre.aPerson("OUS");
  const [first = ""] = await Promise.all(
    Array.from({ length: 22 }, () => at.sent()),
  );
  const told = (address: string, subject: string) => {
    const mail = mailsTo(address).find((one) => one.subject === subject);
    expect(mail?.text.match(/SK\/\d{4}\/\d+/g)).toHaveLength(20);
    expect(mail?.text).toContain("i jeszcze: 2");
  };
  api.clock.pass({ minutes: 15 });
  await goOut(at);
  told(at.team.email, "Nowe skierowania: 22");
  await untilLettersAreDue(api, at.centre, { andLater: true });
  await goOut(at);
  told(at.team.email, "Na odpowiedź czekają skierowania: 22");
  api.clock.pass({ days: 8 });
  await runTimer(api, "expire-referral", at.centre.id, first);
  await untilLettersAreDue(api, at.centre, { andLater: true });
  await goOut(at);
  told(ous.email, "Skierowania bez odpowiedzi w terminie: 22");
  told(at.kipus.email, "Odpowiedzi na skierowania: 22");
});

async function escalates(
  { kipus }: LinkedReferring,
  id: string,
): Promise<string | null | undefined> {
  const { data } = await kipus.ask<{ node: { escalatesAt: string | null } }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { escalatesAt } } }`,
    { id },
  );
  return data?.node.escalatesAt;
}

it("tells in the next mail what is committed while one is on its way, though it began before that was worded", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api } = world;
  const ous = await at.centre.aPerson("OUS");
  const { centre, kipus } = at;
  const send = async (wait: { minutes?: number; hours?: number }) => {
    const id = await at.sent();
    const { number } = await stands(kipus, id);
    api.clock.pass(wait);
    return { id, number };
  };
  const first = await send({ minutes: 10 });
  const second = await send({ minutes: 110 });
  const third = await send({ hours: 6 * 24 + 22 });
  await runTimer(api, "expire-referral", centre.id, first.id);
  api.clock.pass({ minutes: 15 });
  const told: string[] = [];
  /** Each goes out while something else is committed. */
  const goes = async (kind: string, during: () => Promise<void>) => {
    const [letter] = await centre.asSystem((work) =>
      work.rows<{ id: string }>(
        `select id from letter where centre_id = $1 and kind = $2 and sent_at is null and dropped_at is null`,
        [centre.id, kind],
      ),
    );
    if (!letter) throw new Error(`no letter: ${kind}`);
    const post: Post = {
      async send({ to, text }) {
        told.push(`${to === ous.email ? "OUS" : "KIPUS"}: ${text}`);
        await during();
      },
      close: () => undefined,
    };
    const publicUrl = "http://localhost:4000";
    await sendLetter(() => api.desk(centre.id), letter.id, { post, publicUrl });
  };
  const began = api.clock.now();
  await goes("answer-overdue", async () => {
    // its clock rang before the letter was worded
    await transact({ ...api.desk(centre.id), now: began }, (work) =>
      expireReferral(work, fromGlobalId("Referral", second.id)),
    );
    api.clock.pass({ minutes: 1 });
  });
  expect(told).toEqual([expect.stringContaining(first.number)]);
  await untilLettersAreDue(api, centre);
  await goes("answer-overdue", () => Promise.resolve());
  expect(told[1]).toContain(second.number);
  expect(told[1]).not.toContain(first.number);

  await untilLettersAreDue(api, centre, { andLater: true });
  await goes("answers-digest", async () => {
    await runTimer(api, "expire-referral", centre.id, third.id);
    api.clock.pass({ minutes: 1 });
  });
  expect(told[2]).not.toContain(third.number);
  await untilLettersAreDue(api, centre, { andLater: true });
  await goes("answers-digest", () => Promise.resolve());
  expect(told[3]).toContain(third.number);
  expect(told[3]).not.toContain(second.number);
});

it("leaves nothing untold between a mail that is about to be worded and what is about to be committed", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api } = world;
  const { centre, team } = at;
  const decline = (id: string) => move(team, "declineReferral", id);
  const told = () =>
    mailsTo(at.kipus.email)
      .map(({ text }) => text)
      .join();
  const DIGEST = `letter where centre_id = $1 and kind = 'answers-digest' and key is not null and sent_at is null
    and dropped_at is null`;

  const digestGoes = async () => {
    const [letter] = await centre.asSystem((work) =>
      work.rows<{ id: string }>(`select id from ${DIGEST}`, [centre.id]),
    );
    const payload = { centreId: centre.id, letterId: letter?.id };
    await runTask(api, "send-letter", payload);
  };

  const ids = [await at.sent(), await at.sent(), await at.sent()];
  const numbers = await Promise.all(
    ids.map(async (id) => (await stands(at.kipus, id)).number),
  );
  const [first = "", second = "", third = ""] = ids;
  api.clock.pass({ minutes: 1 });
  await decline(first);
  const under: Promise<unknown>[] = [];
  // it tells of itself by the mail that waits, and its commit comes after that one has begun
  await holding(centre, COMMITS, async () => {
    const declines = decline(second);
    await untilHeldUp(centre, 1, declines);
    const goes = digestGoes();
    under.push(declines, goes);
    await untilHeldUp(centre, 2, goes);
  });
  await Promise.all(under);
  expect(told()).toContain(numbers[1]);

  // and where that one was held a moment before, there is another
  const fourth = await at.sent();
  api.clock.pass({ minutes: 1 });
  await decline(fourth);
  await holding(
    centre,
    `select from ${DIGEST} for update`,
    async () => {
      const declines = decline(third);
      under.push(declines);
      await untilHeldUp(centre, 1, declines);
    },
    `update letter set key = null, dropped_at = '2026-11-30Z' where id in (select id from ${DIGEST})`,
  );
  await Promise.all(under);
  await digestGoes();
  expect(told()).toContain(numbers[2]);
});

it("tells the coordinator at once who in need was turned away, and the rest at three, if she was not there", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api, mailbox } = world;
  const urgent = await at.sent({ priority: "URGENT" });
  const lapsed = await at.sent({ priority: "EMERGENCY" });
  const one = await at.sent();
  const two = await at.sent();
  api.clock.pass({ minutes: 5 });
  await move(at.team, "declineReferral", urgent);
  await move(at.team, "acceptReferral", one);
  await move(at.team, "declineReferral", two);
  await goOut(at);
  expect(mailsTo(at.kipus.email).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Skierowanie SK\S+: szukaj dalej$/),
  ]);
  api.clock.pass({ hours: 4 });
  await runTimer(api, "expire-referral", at.centre.id, lapsed);
  await goOut(at);
  expect(mailsTo(at.kipus.email)).toHaveLength(2);
  expect(mailsTo(at.kipus.email)[1]?.text).toContain("nikt nie odpowiedział");
  // 13:48; three o'clock is to come
  api.clock.pass({ minutes: 72 });
  await goOut(at);
  expect(mailsTo(at.kipus.email).map(({ subject }) => subject)[2]).toBe(
    "Odpowiedzi na skierowania: 4",
  );

  const three = await at.sent();
  api.clock.pass({ minutes: 5 });
  await move(at.team, "acceptReferral", three);
  api.clock.pass({ minutes: 5 });
  await at.kipus.ask(`{ viewer { name } }`);
  await untilLettersAreDue(api, at.centre, { andLater: true });
  await goOut(at);
  expect(mailsTo(at.kipus.email)).toHaveLength(3);
  expect(mailbox.mails.length).toBeGreaterThan(3);
});

it("reminds both sides of what is awaited, the working day before, as it stands then", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api } = world;
  // Friday at ten, of a Tuesday: the day before is Thursday
  const friday = "2026-11-27T09:00:00.000Z";
  const monday = "2026-11-30T09:00:00.000Z";
  const accept = async (when: string) => {
    const id = await at.sent();
    const appointment = { at: when, place: "Sala 3" };
    await move(at.team, "acceptReferral", id, { appointment });
    return id;
  };
  await accept(friday);
  const left = await accept(friday);
  await accept(monday);
  await move(at.kipus, "withdrawReferral", left);
  const near = () =>
    [at.team, at.kipus].map(({ email }) =>
      mailsTo(email)
        .filter(({ subject }) => subject.startsWith("Najbliższe"))
        .map(({ text }) => /SK\S+, \d+ \w+, [\d:]+/g.exec(text)?.[0].slice(15)),
    );
  api.clock.pass({ days: 1, hours: 23 });
  await goOut(at);
  expect(near()).toEqual([[], []]);
  api.clock.pass({ hours: 1 });
  await goOut(at);
  expect(near()).toEqual([["27 listopada, 10:00"], ["27 listopada, 10:00"]]);
  // Friday, for Monday
  api.clock.pass({ days: 1 });
  await goOut(at);
  expect(near()).toEqual([
    ["27 listopada, 10:00", "30 listopada, 10:00"],
    ["27 listopada, 10:00", "30 listopada, 10:00"],
  ]);
  expect(mailsTo(at.kipus.email).at(-1)?.text).toContain("Przypomnij o nich");
});

it("tells the officer on Monday of all who ran into the limit of looks since she was told, and on Tuesday of nobody twice", async () => {
  const { centre } = await aLinkedReferring(world);
  const { api } = world;
  const { clock } = api;
  const officer = await centre.aPerson("IOD");
  const someone = async (surname: string) => {
    const person = await centre.aPerson("KIPUS");
    const { id } = await openFor(person, { ...ANNA, surname });
    await centre.asSystem((work) =>
      countOneMore(work, `looked-at:hour ${person.accountId}`, 3_600_000, 60),
    );
    expect((await show(person, id)).__typename).toBe("TooManyLooks");
  };
  const told = async () => {
    await sendDueLetters(api, centre);
    return mailsTo(officer.email).map(({ subject }) => subject);
  };
  const words = "Limit spojrzeń na dane osób";
  // Friday, and the night that writes for Monday
  clock.pass({ hours: 72 });
  await someone("Piątkowska");
  clock.pass({ hours: 17 });
  await keepToRules(api.desk(centre.id));
  clock.pass({ hours: 8 });
  await someone("Sobotnia");
  expect(await told()).toEqual([]);
  clock.pass({ hours: 24 });
  await someone("Niedzielna");
  clock.pass({ hours: 22 });
  expect(await told()).toEqual([`${words}: 3`]);
  clock.pass({ minutes: 1 });
  await someone("Poniedziałek");
  clock.pass({ hours: 18 });
  await keepToRules(api.desk(centre.id));
  clock.pass({ hours: 7 });
  expect(await told()).toEqual([`${words}: 3`, `${words}: 1`]);
  // nothing happened: nothing is written
  clock.pass({ hours: 17 });
  await keepToRules(api.desk(centre.id));
  clock.pass({ hours: 7 });
  expect(await told()).toHaveLength(2);
});

it("speaks the language of the account", async () => {
  const at = await aLinkedReferring(world);
  await at.team.ask(
    `mutation { chooseLanguage(input: { language: en }) { __typename } }`,
  );
  await at.sent({ priority: "EMERGENCY" });
  await goOut(at);
  expect(mailsTo(at.team.email)[0]?.text).toMatch(
    /SK\S+, answer by 24 November, 13:43/,
  );
});

it("tells who has open referrals at an organisation, and the organisers, that it leaves, and whom it told, that it stays", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { centre, partner, kipus } = at;
  const { api } = world;
  await at.sent();
  const [ous, idle] = [
    await centre.aPerson("OUS"),
    await centre.aPerson("KIPUS"),
  ];
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const leaves = (email: string) =>
    mailsTo(email).filter(({ subject }) => /sieci/.test(subject));
  const day = addDays(localDate(api.clock.now()), 10);

  // taken back before it was told: nobody hears of either
  await announceLeaving(admin, partner, day);
  await takeBackLeaving(admin, partner);
  await untilLettersAreDue(api, centre);
  await goOut(at);
  expect([ous, kipus].flatMap(({ email }) => leaves(email))).toEqual([]);

  await announceLeaving(admin, partner, day);
  await untilLettersAreDue(api, centre);
  await goOut(at);
  const [toKipus, toOus] = [leaves(kipus.email), leaves(ous.email)];
  expect(toKipus).toHaveLength(1);
  expect(toKipus[0]?.subject).toMatch(/^Odchodzi z sieci: /);
  expect(toKipus[0]?.text).toContain("Masz tam otwarte skierowania.");
  expect(toKipus[0]?.link).toBe("http://localhost:4000/skierowania");
  expect(toOus[0]?.text).toContain(`Dzień odejścia: ${wordsOfDay(day).pl}.`);
  expect(toOus[0]?.link).toContain("/partnerzy/");
  expect([idle, admin].flatMap(({ email }) => leaves(email))).toEqual([]);

  // the organiser notes that it stays: she knows, the coordinator is told
  await takeBackLeaving(ous, partner);
  await untilLettersAreDue(api, centre);
  await goOut(at);
  expect(leaves(kipus.email)[1]?.subject).toMatch(/^Zostaje w sieci: /);
  expect(leaves(ous.email)).toHaveLength(1);
});

it("tells whoever speaks for a party that an agreement waits for it and how it holds, and the organisers what was answered", async () => {
  const at = await aLinkedReferring(world);
  const { centre, partner } = at;
  const [ous, director, admin] = [
    await centre.aPerson("OUS"),
    await centre.aPerson("DIRECTOR"),
    await partner.aPerson("PARTNER_ADMIN"),
  ];
  const everybody = [ous, director, admin, at.team, at.kipus];
  const goOutNow = async () => {
    const before = world.mailbox.mails.length;
    await untilLettersAreDue(world.api, centre);
    await goOut(at);
    return world.mailbox.mails.slice(before);
  };
  /** Who was told what, without the number. */
  const told = async () =>
    (await goOutNow())
      .map(({ to, subject }) => [
        everybody.findIndex(({ email }) => email === to),
        subject.replace(/^Umowa \S+: /, ""),
      ])
      .toSorted();
  const [OUS, DIRECTOR, ADMIN] = [0, 1, 2];
  const proposed = () => anAgreement(ous, [partner], "IN_NEGOTIATION");

  // several at once are one mail; what does not come about before it goes is not told
  const [agreementId, second, third] = [
    await proposed(),
    await proposed(),
    await proposed(),
  ];
  const reason = "koniec";
  await agree(ous, "rejectAgreement", { agreementId: third, reason });
  const [both] = await goOutNow();
  expect(both).toMatchObject({
    to: admin.email,
    subject: "Umowy czekają na Twoją organizację: 2",
    link: "http://localhost:4000/umowy",
  });
  expect(both?.text.match(/: czeka na zgodę$/gm)).toHaveLength(2);
  expect(both?.text).toContain("Przyszła, bo odpowiadasz za umowy: ");
  await agree(admin, "rejectAgreement", { agreementId: second, reason });
  expect(await told()).toEqual([[OUS, "nie dojdzie do skutku"]]);

  const remark = (person: typeof ous) =>
    agree(person, "remarkOnAgreement", {
      requestKey: aKey(),
      agreementId,
      text: "Uwaga",
    });
  await remark(admin);
  world.api.clock.pass({ minutes: 1 });
  await remark(ous);
  expect(await told()).toEqual([]);
  await remark(admin);
  expect(await told()).toEqual([[OUS, "są nowe uwagi do treści"]]);

  // new terms are asked about anew, once the organisation has not answered them yet
  const { version } = await agree(ous, "changeAgreement", {
    agreementId,
    ifVersion: 2,
    terms: terms({ noticeDays: 14 }),
  });
  expect(await told()).toEqual([[ADMIN, "czeka na zgodę"]]);
  await agree(admin, "agreeToAgreement", { agreementId, ifVersion: version });
  const [toSign] = await goOutNow();
  expect(toSign).toMatchObject({
    to: director.email,
    link: `http://localhost:4000/umowy/${encodeURIComponent(agreementId)}`,
  });
  expect(toSign?.subject).toMatch(/^Umowa A\d+: czeka na podpis$/);
  await agree(admin, "signAgreement", signature({ agreementId }));
  expect(await told()).toEqual([
    [OUS, "podpisały wszystkie inne strony, brakuje podpisu CUS"],
  ]);
  expect(
    await agree(ous, "signAgreement", signature({ agreementId })),
  ).toMatchObject({ status: "ACTIVE" });
  expect(await told()).toEqual([]);

  const suspend = () => agree(ous, "suspendAgreement", { agreementId, reason });
  const resume = () => agree(ous, "resumeAgreement", { agreementId });
  await suspend();
  expect(await told()).toEqual([[ADMIN, "jest zawieszona"]]);
  world.api.clock.pass({ minutes: 1 });
  await resume();
  expect(await told()).toEqual([[ADMIN, "znów obowiązuje"]]);
  world.api.clock.pass({ minutes: 1 });
  await suspend();
  world.api.clock.pass({ minutes: 1 });
  const resumed = await resume();
  expect(await told()).toEqual([]);

  const amended = await agree(ous, "amendAgreement", {
    agreementId,
    ifVersion: resumed.version,
    effectiveFrom: "2099-01-01",
    terms: terms({ noticeDays: 30 }),
  });
  expect(amended.__typename).toBe("Agreement");
  expect(await told()).toEqual([
    [DIRECTOR, "aneks czeka na podpis"],
    [ADMIN, "aneks czeka na podpis"],
  ]);
  await agree(admin, "rejectAmendment", { agreementId, revision: 2 });
  expect(await told()).toEqual([[OUS, "aneks nie dojdzie do skutku"]]);

  const lastDay = addDays(localDate(world.api.clock.now()), 20);
  await agree(ous, "terminateAgreement", { agreementId, lastDay, reason });
  expect(await told()).toEqual([
    [ADMIN, `kończy się, ostatni dzień to ${wordsOfDay(lastDay).pl}`],
  ]);

  // one yes of several asks nobody once more
  const late = await centre.aPartner({ agreement: null });
  const lateAdmin = await late.aPerson("PARTNER_ADMIN");
  const asked = async () =>
    (await goOutNow()).filter(({ to }) => to === lateAdmin.email).length;
  const shared = await anAgreement(ous, [partner, late], "IN_NEGOTIATION");
  expect(await asked()).toBe(1);
  await agree(admin, "agreeToAgreement", { agreementId: shared, ifVersion: 2 });
  expect(await asked()).toBe(0);
  await agree(ous, "rejectAgreement", { agreementId: shared, reason });
  await goOutNow();

  // one of several leaves: it is told, and so are those who stay
  const leaver = await centre.aPartner({ agreement: null });
  everybody.push(await leaver.aPerson("PARTNER_ADMIN"));
  const LEAVER = everybody.length - 1;
  const accord = await anAgreement(
    ous,
    [partner, leaver, await centre.aPartner({ agreement: null })],
    "ACTIVE",
    { kind: "LSR_ACCORD" },
  );
  await goOutNow();
  const leave = (person: typeof ous, given: Record<string, unknown>) =>
    agree(person, "withdrawFromAgreement", {
      ...{ agreementId: accord, reason, ...given },
    });
  const left = addDays(localDate(world.api.clock.now()), 10);
  expect(
    await leave(ous, { partnerId: leaver.globalId, leftOn: left }),
  ).toMatchObject({ __typename: "Agreement", status: "ACTIVE" });
  const since = `od ${wordsOfDay(left).pl} poza umową: `;
  const isOwn = `${since}Twoja organizacja`;
  expect(await told()).toEqual([
    [ADMIN, expect.stringContaining(since)],
    [LEAVER, isOwn],
  ]);

  // what all have signed does not take force on its day: the entrustment that it leans on is gone
  const entrusted = await anAgreement(ous, [partner], "ACTIVE", {
    ...{ kind: "DATA_PROCESSING", terms: { dataRole: "PROCESSOR" } },
  });
  const held = await anAgreement(ous, [partner], "ACTIVE");
  const today = localDate(world.api.clock.now());
  await agree(ous, "amendAgreement", {
    ...{ agreementId: held, ifVersion: VERSION_IN_FORCE },
    effectiveFrom: addDays(today, 1),
    terms: terms({ dataRole: "PROCESSOR" }),
  });
  for (const partnerId of [null, partner.globalId]) {
    const signed = signature({ agreementId: held, revision: 2, partnerId });
    expect(await agree(ous, "signAgreement", signed)).toMatchObject({
      revision: 1,
    });
  }
  await agree(ous, "terminateAgreement", {
    ...{ agreementId: entrusted, lastDay: today, byConsent: true, reason },
  });
  await goOutNow();
  world.api.clock.pass({ days: 1 });
  await followAgreements(world.api.desk(centre.id));
  await followAgreements(world.api.desk(centre.id));
  const words =
    "aneks, który podpisali wszyscy, nie wszedł w życie w swoim dniu";
  expect(await told()).toContainEqual([OUS, words]);
});
