// O7: the organiser asks an organisation whether its free places are still true; once a day, by a mail whose link confirms them all.
import { DateTime } from "luxon";

import { sendDueLetters } from "../support/letters.js";
import type { Person } from "../support/people.js";
import { signInAgain } from "../support/people.js";
import {
  aLinkedReferring,
  confirm,
  type MailWorld,
  openMailWorld,
  tokenOf,
} from "./by-link.js";

let world: MailWorld;
beforeEach(async () => {
  world = await openMailWorld();
});
afterEach(() => world.close());

interface Asked {
  __typename: string;
  askedAt?: string;
  fields?: { path: string; message: string }[];
}

async function ask(by: Person, partnerId: string): Promise<Asked> {
  const { data, errors } = await by.ask<{ outcome: Asked }>(
    `mutation ($input: AskToConfirmInput!) { outcome: askToConfirm(input: $input) { __typename
       ... on ConfirmationAsked { askedAt } ... on InvalidInput { fields { path message } } } }`,
    { input: { partnerId } },
  );
  return (
    data?.outcome ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

it("sends one mail however often it is asked, whose link confirms all; the next day it may ask anew", async () => {
  const { api, mailbox } = world;
  const at = await aLinkedReferring(world, {
    service: { confirmedDaysAgo: 40 },
  });
  const ous = await at.centre.aPerson("OUS");
  const { globalId } = at.partner;
  const [first, second] = await Promise.all([
    ask(ous, globalId),
    ask(ous, globalId),
  ]);
  expect(first).toEqual({
    __typename: "ConfirmationAsked",
    askedAt: api.clock.now().toISOString(),
  });
  expect(second).toEqual(first);
  await sendDueLetters(api, at.centre);
  const asked = () =>
    mailbox.mails.filter(
      ({ subject }) => subject === "Czy wolne miejsca są aktualne?",
    );
  expect(asked()).toHaveLength(1);
  api.clock.pass({ hours: 5 });
  expect((await ask(ous, globalId)).__typename).toBe("ConfirmationAsked");
  await sendDueLetters(api, at.centre);
  expect(asked()).toHaveLength(1);

  const [mail] = asked();
  if (!mail) throw new Error("no mail");
  await confirm(api, tokenOf(mail), [
    { serviceId: at.service.globalId, version: 1 },
  ]);
  const { data } = await ous.ask(
    `query ($id: ID!) { node(id: $id) { ... on Service { capacity { confirmedAt } } } }`,
    { id: at.service.globalId },
  );
  expect(data).toEqual({
    node: { capacity: { confirmedAt: api.clock.now().toISOString() } },
  });
  api.clock.pass({ days: 1 });
  const again = await signInAgain(api, at.centre.id, ous);
  expect((await ask(again, globalId)).askedAt).toBe(
    api.clock.now().toISOString(),
  );
});

it("says the first time for as long as the mail waits for the working day", async () => {
  const { api, mailbox } = world;
  const at = await aLinkedReferring(world, {
    service: { confirmedDaysAgo: 40 },
  });
  const friday = nextFridayNight(api.clock.now());
  api.clock.pass({
    minutes: (friday.getTime() - api.clock.now().getTime()) / 60_000,
  });
  const ous = await signInAgain(
    api,
    at.centre.id,
    await at.centre.aPerson("OUS"),
  );
  const { globalId } = at.partner;
  const first = await ask(ous, globalId);
  api.clock.pass({ hours: 40 });
  const onSunday = await signInAgain(api, at.centre.id, ous);
  expect(await ask(onSunday, globalId)).toEqual(first);
  api.clock.pass({ hours: 24 });
  await sendDueLetters(api, at.centre);
  expect(
    mailbox.mails.filter(
      ({ subject }) => subject === "Czy wolne miejsca są aktualne?",
    ),
  ).toHaveLength(1);
});

function nextFridayNight(now: Date): Date {
  const friday = DateTime.fromJSDate(now, { zone: "Europe/Warsaw" })
    .startOf("week")
    .plus({ days: 4, hours: 21 });
  return (
    friday.toJSDate() > now ? friday : friday.plus({ weeks: 1 })
  ).toJSDate();
}

it("says whom it cannot write to, and is the organiser's alone", async () => {
  const at = await aLinkedReferring(world, {});
  const ous = await at.centre.aPerson("OUS");
  const silent = await at.centre.aPartner();
  const told = await ask(ous, silent.globalId);
  expect(told.fields?.map(({ path }) => path)).toEqual(["partnerId"]);
  expect(told.fields?.[0]?.message).toMatch(/Zadzwoń/);
  for (const by of [at.kipus, at.team])
    expect(await ask(by, at.partner.globalId)).toEqual({
      __typename: "FORBIDDEN",
    });
});
