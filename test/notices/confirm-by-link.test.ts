// An organisation keeps its free places current without an account: from the mail, in two taps (story P18).
import { numbersOf } from "../referrals/referring.js";
import { send } from "../referrals/referring.js";
import type { TestCentre } from "../support/world.js";
import type { MailWorld } from "./by-link.js";
import {
  aLinkedReferring,
  confirm,
  opened,
  openMailWorld,
  renew,
} from "./by-link.js";

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
beforeEach(() => {
  world.api.clock.pass({ minutes: 30 });
});
afterAll(() => world.close());

/** As the page sends it: every service as it was shown, with what she corrected. */
const asShown = (
  services: { serviceId: string; version: number; available: number }[],
  corrected: Record<string, number> = {},
) =>
  services.map(({ serviceId, version }) => ({
    serviceId,
    version,
    ...(corrected[serviceId] === undefined
      ? {}
      : { available: corrected[serviceId] }),
  }));

const vouchedFor = async ({ centre }: { centre: TestCentre }, id: string) => {
  const [row] = await centre.asSystem((work) =>
    work.rows<{ at: Date; by: string; source: string }>(
      `select confirmed_at as at, confirmed_by as by, confirmed_from as source from capacity where service_id = $1`,
      [id],
    ),
  );
  return row;
};

it("confirms what is true and corrects what is not, all at once", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world, {
    service: { total: 13, occupied: 12, confirmedDaysAgo: 40 },
  });
  const other = await at.partner.aService({ total: 5, occupied: 2 });
  const token = await at.askedToConfirm();

  const page = await opened(api, token);
  expect(page).toMatchObject({ kind: "CONFIRM_PLACES", state: "OPEN" });
  expect(page?.services[0]?.serviceId).toBe(at.service.globalId);

  const outcome = await confirm(
    api,
    token,
    asShown(page?.services ?? [], { [at.service.globalId]: 3 }),
  );
  expect(outcome).toMatchObject({
    __typename: "OpenedLink",
    state: "USED",
    answer: "CONFIRMED",
  });
  expect(await numbersOf(at.centre, at.service)).toMatchObject({
    total: 15,
    occupied: 12,
  });
  for (const { id } of [at.service, other])
    expect(await vouchedFor(at, id)).toEqual({
      at: api.clock.now(),
      by: `Kontakt ${at.contactId.slice(0, 8)}`,
      source: "PROVIDER",
    });
  const { data } = await at.kipus.ask<{
    centre: { activity: { nodes: { kind: string }[] } };
  }>(`query ($id: ID!) { centre(id: $id) { activity { nodes { kind } } } }`, {
    id: at.centre.globalId,
  });
  expect(data?.centre.activity.nodes.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["CAPACITY_SET", "CAPACITY_CONFIRMED"]),
  );
});

it("works once: the second answer changes nothing and is told kindly", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world);
  const token = await at.askedToConfirm();
  const services = asShown((await opened(api, token))?.services ?? []);
  const answers = await Promise.all([
    confirm(api, token, services),
    confirm(api, token, services),
    confirm(api, token, services),
  ]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    "LinkDead",
    "LinkDead",
    "OpenedLink",
  ]);
  const before = await numbersOf(at.centre, at.service);
  const again = await confirm(api, token, [
    { serviceId: at.service.globalId, version: before.version, available: 99 },
  ]);
  expect(again.__typename).toBe("LinkDead");
  expect(again.link?.state).toBe("USED");
  expect(again.message).toContain("dotarła");
  expect(await numbersOf(at.centre, at.service)).toEqual(before);
});

it("is not used by whoever only looks, as scanners of mails do", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world);
  const token = await at.askedToConfirm();
  const before = await numbersOf(at.centre, at.service);
  for (let time = 0; time < 5; time += 1) await opened(api, token);
  expect((await opened(api, token))?.state).toBe("OPEN");
  expect(await numbersOf(at.centre, at.service)).toEqual(before);
});

it("writes nothing at all where a number has changed since, and still works", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const other = await at.partner.aService({
    total: 5,
    confirmedDaysAgo: 20,
  });
  const token = await at.askedToConfirm();
  const page = (await opened(api, token))?.services ?? [];
  await send(at.kipus, at.service);
  const outcome = await confirm(api, token, asShown(page));
  expect(outcome.__typename).toBe("LinkOutdated");
  expect((await vouchedFor(at, other.id))?.at).not.toEqual(api.clock.now());
  expect(outcome.link).toMatchObject({ state: "OPEN" });
  const now = outcome.link?.services ?? [];
  expect((await confirm(api, token, asShown(now))).__typename).toBe(
    "OpenedLink",
  );
});

it("dies in time, and another one comes to the same address only", async () => {
  const { api, mailbox } = world;
  const at = await aLinkedReferring(world);
  const token = await at.askedToConfirm();
  expect(await renew(api, token)).toBe("LinkDead");
  api.clock.pass({ days: 7 });
  const services = asShown((await opened(api, token))?.services ?? []);
  expect(await opened(api, token)).toMatchObject({ state: "EXPIRED" });
  expect((await confirm(api, token, services)).__typename).toBe("LinkDead");
  const before = mailbox.mails.length;
  expect(await renew(api, token)).toBe("LinkRenewed");
  // who taps again and again gets one mail
  expect(await renew(api, token)).toBe("LinkRenewed");
  const mail = await at.nextMail();
  expect(mail.to).toBe(at.address);
  expect(mailbox.mails.length).toBe(before + 1);
  expect(mail.text).not.toContain(token);
  // and five in a day at most
  for (let sent = 1; sent < 5; sent += 1) {
    api.clock.pass({ minutes: 11 });
    expect(await renew(api, token)).toBe("LinkRenewed");
    await at.nextMail();
  }
  api.clock.pass({ minutes: 11 });
  expect(await renew(api, token)).toBe("LinkDead");
  expect(mailbox.mails.length).toBe(before + 5);
  api.clock.pass({ days: 1 });
  expect(await renew(api, token)).toBe("LinkRenewed");
});

it("opens nothing of others, whatever is asked by it", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world);
  const foreign = await at.centre.aPartner();
  const service = await foreign.aService();
  const elsewhere = await aLinkedReferring(world);
  const token = await at.askedToConfirm();
  for (const { globalId } of [service, elsewhere.service]) {
    const outcome = await confirm(api, token, [
      { serviceId: globalId, version: 1, available: 77 },
    ]);
    expect(outcome.__typename).toBe("InvalidInput");
  }
  expect((await opened(api, token))?.state).toBe("OPEN");
  expect(await numbersOf(at.centre, service)).not.toMatchObject({ total: 77 });
});

it("is nobody's when it was not signed here, and dies with its contact person", async () => {
  const { api } = world;
  const at = await aLinkedReferring(world);
  const token = await at.askedToConfirm();
  const forged = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
  for (const none of [forged, "", "x".repeat(43), `${token}=`]) {
    expect(await opened(api, none)).toBeNull();
    expect(await confirm(api, none, [])).toMatchObject({
      __typename: "InvalidInput",
    });
    expect(
      await confirm(api, none, [
        { serviceId: at.service.globalId, version: 1 },
      ]),
    ).toMatchObject({ __typename: "LinkDead", link: null });
  }
  await at.centre.asSystem((work) =>
    work.rows(
      `update contact_person set active = false, is_primary = false, is_deputy = false where id = $1`,
      [at.contactId],
    ),
  );
  expect(await opened(api, token)).toBeNull();
});
