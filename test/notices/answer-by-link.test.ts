// A referral is answered without an account: acknowledged, accepted, queued or declined by its number alone (story P18).
import { isQuiet } from "../../server/letters/quiet-hours.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import { linesOf } from "../audit/recorded.js";
import { anAddress } from "../people/inviting.js";
import { move, runTimer } from "../referrals/referring.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import type { LinkedReferring, MailWorld } from "./by-link.js";
import {
  aLinkedReferring,
  opened,
  openMailWorld,
  renew,
  reply,
  tokenOf,
} from "./by-link.js";

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
afterAll(() => world.close());

const soon = () => {
  world.api.clock.pass({ minutes: 16 });
};

const statusOf = async ({ kipus }: LinkedReferring, id: string) => {
  const { data } = await kipus.ask<{ node: { status: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status } } }`,
    { id },
  );
  return data?.node.status;
};

async function sentAndTold(at: LinkedReferring, further = {}) {
  const id = await at.sent(further);
  const mail = await at.nextMail();
  return { id, mail, token: tokenOf(mail) };
}

it("is acknowledged first and accepted later; the coordinator sees both", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world);
  const { id, token, mail } = await sentAndTold(at);
  expect(mail.subject).toMatch(/^Nowe skierowanie SK\/2026\/\d{5}$/);
  // the text names it once
  expect(mail.text.match(/SK\/2026\/\d{5}/g)).toHaveLength(1);
  expect(await opened(api, token)).toMatchObject({
    kind: "ANSWER_REFERRAL",
    state: "OPEN",
    referral: { status: "SENT", answerable: true },
  });
  expect((await reply(api, token, "ACKNOWLEDGE")).state).toBe("OPEN");
  expect(await statusOf(at, id)).toBe("RECEIVED");
  expect(await reply(api, token, "ACKNOWLEDGE")).toMatchObject({
    state: "OPEN",
  });
  expect(await reply(api, token, "ACCEPT")).toMatchObject({
    __typename: "OpenedLink",
    state: "USED",
    answer: "ACCEPTED",
  });
  expect(await statusOf(at, id)).toBe("ACCEPTED");
  expect(await reply(api, token, "DECLINE", "NO_CAPACITY")).toMatchObject({
    __typename: "LinkDead",
  });
  expect(await statusOf(at, id)).toBe("ACCEPTED");
});

it("dies where the contact's entry becomes somebody else's, who gets links of her own to all that still waits", async () => {
  const { api, mailbox } = world;
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const acknowledged = await sentAndTold(at);
  await reply(api, acknowledged.token, "ACKNOWLEDGE");
  const waiting = await sentAndTold(at);
  const ous = await at.centre.aPerson("OUS");
  const change = async (ifVersion: number, workEmail: string) => {
    const { data } = await ous.ask<{ told: { __typename: string } }>(
      `mutation ($input: ChangeContactPersonInput!) { told: changeContactPerson(input: $input) { __typename } }`,
      {
        input: {
          contactPersonId: toGlobalId("ContactPerson", at.contactId),
          ifVersion,
          person: {
            name: "Nowa Osoba",
            workEmail,
            workPhone: "600 700 800",
            duties: [],
            deputy: false,
          },
        },
      },
    );
    expect(data?.told.__typename).toBe("ContactPerson");
  };
  const successor = anAddress();
  api.clock.pass({ minutes: 1 });
  await change(1, successor);
  for (const { token } of [acknowledged, waiting]) {
    expect(await opened(api, token)).toBeNull();
    expect((await reply(api, token, "ACCEPT")).__typename).toBe("LinkDead");
    expect(await renew(api, token)).toBe("LinkDead");
  }
  await untilLettersAreDue(api, at.centre);
  await sendDueLetters(api, at.centre);
  const mail = await mailbox.next(successor);
  expect(mail.subject).toBe("Nowe skierowania: 2");
  const tokens = [...mail.text.matchAll(/\/o\/([\w-]+)/g)].map(
    ([, token]) => token ?? "",
  );
  for (const token of tokens)
    expect((await reply(api, token, "ACCEPT")).answer).toBe("ACCEPTED");
  for (const { id } of [acknowledged, waiting])
    expect(await statusOf(at, id)).toBe("ACCEPTED");
});

it("stands in the access log under the contact person's name", async () => {
  const at = await aLinkedReferring(world);
  const { id, token } = await sentAndTold(at);
  await reply(world.api, token, "ACCEPT");
  const iod = await at.centre.aPerson("IOD");
  const lines = await linesOf(iod, at.centre.globalId, { referralId: id });
  expect(lines.at(-1)).toMatchObject({
    change: "ReferralAccepted",
    purpose: "ANSWER",
    accountId: null,
    partner: { id: at.partner.globalId },
    door: "HTTP",
  });
  expect(lines.at(-1)?.by).not.toBe("Splot");
});

it.each([
  ["WAITLIST", undefined, "WAITLISTED"],
  ["DECLINE", "OUT_OF_SCOPE", "DECLINED"],
])("is answered by %s", async (said, reason, status) => {
  const at = await aLinkedReferring(world);
  const { id, token } = await sentAndTold(at);
  expect(await reply(world.api, token, said, reason)).toMatchObject({
    answer: status,
  });
  expect(await statusOf(at, id)).toBe(status);
});

it("is declined with a reason only", async () => {
  const at = await aLinkedReferring(world);
  const { id, token } = await sentAndTold(at);
  expect(await reply(world.api, token, "DECLINE")).toMatchObject({
    __typename: "InvalidInput",
  });
  expect(await statusOf(at, id)).toBe("SENT");
});

it("takes one of two answers that come at the same moment", async () => {
  const at = await aLinkedReferring(world);
  const { token } = await sentAndTold(at);
  const answers = await Promise.all([
    reply(world.api, token, "ACCEPT"),
    reply(world.api, token, "DECLINE", "OTHER"),
    reply(world.api, token, "WAITLIST"),
  ]);
  const names = answers.map(({ __typename }) => __typename).sort();
  expect(names).toEqual(["LinkDead", "LinkDead", "OpenedLink"]);
});

it("tells who is late that somebody was quicker, and dies when the answer was due", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world);
  const first = await sentAndTold(at);
  await reply(api, first.token, "ACKNOWLEDGE");
  await move(at.kipus, "withdrawReferral", first.id);
  expect(await opened(api, first.token)).toMatchObject({
    referral: { status: "WITHDRAWN", answerable: false },
  });
  expect(await reply(api, first.token, "ACCEPT")).toMatchObject({
    __typename: "LinkOutdated",
  });
  // what nobody had opened was never there
  const gone = await sentAndTold(at);
  await move(at.kipus, "withdrawReferral", gone.id);
  expect(await opened(api, gone.token)).toBeNull();
  expect(await reply(api, gone.token, "ACCEPT")).toEqual(
    await reply(api, "nobody's", "ACCEPT"),
  );

  const second = await sentAndTold(at);
  api.clock.pass({ days: 40 });
  expect(await reply(api, second.token, "ACCEPT")).toMatchObject({
    __typename: "LinkDead",
    link: { state: "EXPIRED" },
  });
  await runTimer(api, "expire-referral", at.centre.id, second.id);
  const before = world.mailbox.mails.length;
  expect(await renew(api, second.token)).toBe("LinkRenewed");
  // there is nothing left to answer, so no mail goes out
  await sendDueLetters(api, at.centre);
  expect(world.mailbox.mails.length).toBe(before);
});

it("answers its own referral and no other", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world);
  const { token } = await sentAndTold(at);
  const other = await sentAndTold(at);
  await reply(api, token, "ACCEPT");
  expect(await statusOf(at, other.id)).toBe("SENT");
});

it("tells several in one mail, and none that somebody has opened meanwhile", async () => {
  const at = await aLinkedReferring(world);
  const ids = [await at.sent(), await at.sent(), await at.sent()];
  await move(at.team, "openReferral", ids[1] ?? "");
  const mail = await at.nextMail();
  expect(mail.subject).toBe("Nowe skierowania: 2");
  expect(mail.text.match(/\/o\//g)).toHaveLength(2);
  const before = world.mailbox.mails.length;
  soon();
  await sendDueLetters(world.api, at.centre);
  expect(world.mailbox.mails.length).toBe(before);
});

it("names every one of many, in as many mails as it takes", async () => {
  const at = await aLinkedReferring(world, { service: { total: 40 } });
  const numbers = new Set<string>();
  for (let one = 0; one < 22; one += 1) await at.sent();
  const first = await at.nextMail();
  world.api.clock.pass({ minutes: 6 });
  const second = await at.nextMail();
  for (const { text } of [first, second])
    for (const number of text.match(/SK\/\d{4}\/\d{5}/g) ?? [])
      numbers.add(number);
  expect(numbers.size).toBe(22);
});

it("waits for the morning, but for an emergency", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world, {
    partner: { agreement: { emergency: "4h" } },
  });
  while (!isQuiet(api.clock.now())) api.clock.pass({ hours: 1 });
  await at.sent();
  soon();
  expect(await sendDueLetters(api, at.centre)).toEqual([]);
  await at.sent({ priority: "EMERGENCY" });
  expect(await sendDueLetters(api, at.centre)).toContain("answer-referral");
  const mail = await world.mailbox.next(at.address);
  expect(mail.text).toContain("skierowania, razem 2");
});

it("says number and time, and nothing of the person, the service or who sent it", async () => {
  const at = await aLinkedReferring(world, {
    service: { name: "Terapia uzależnień" },
  });
  const caseId = await at.centre.aCase(at.kipus);
  const { mail } = await sentAndTold(at, { caseId, ownReference: "AB 7" });
  const all = JSON.stringify(mail);
  for (const canary of ["Terapia", "AB 7", "TST-", at.kipus.name, "KIPUS"])
    expect(all).not.toContain(canary);
});
