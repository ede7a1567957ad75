// Nobody hoards places: one coordinator may hold so many at once, exactly, also of two that are sent in the same instant (trust P8).
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { operatorAt } from "../support/commands.js";
import { aReferring, move, numbersOf, send } from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

async function aLimited(most: number) {
  const referring = await aReferring(api, { service: { total: 40 } });
  const { centre } = referring;
  await centre.asSystem((work) =>
    work.rows(`update centre set most_open_holds = $2 where id = $1`, [
      centre.id,
      most,
    ]),
  );
  return referring;
}

it("lets exactly as many be held as are allowed, of many at the same instant and to several services", async () => {
  const { centre, partner, service, kipus } = await aLimited(7);
  const services = [service, await partner.aService({ total: 40 })];
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, turn) =>
      send(kipus, services[turn % 2] ?? service),
    ),
  );
  const refused = outcomes.filter(
    ({ __typename }) => __typename === "TooManyHeld",
  );
  expect(refused).toHaveLength(13);
  expect(refused[0]?.message).toBe(
    "Twoje skierowania, które czekają na odpowiedź, mogą zatrzymywać najwyżej tyle miejsc: 7. Z tym skierowaniem byłoby ich więcej. Poczekaj na odpowiedź albo wycofaj to, co już niepotrzebne.",
  );
  const reserved = await Promise.all(
    services.map(async (one) => (await numbersOf(centre, one)).reserved),
  );
  expect(reserved.reduce((sum, one) => sum + one)).toBe(7);
  expect(await brokenRules(centre)).toEqual({});
});

it("counts what waits for an answer alone, also with a question: answers, withdrawals, queues and other coordinators leave room", async () => {
  const { centre, partner, service, kipus, team, sent } = await aLimited(2);
  const [first, second] = [await sent(), await sent()];
  expect((await send(kipus, service)).__typename).toBe("TooManyHeld");
  await move(team, "openReferral", first);
  expect((await send(kipus, service)).__typename).toBe("TooManyHeld");
  await move(team, "askAboutReferral", first);
  expect((await send(kipus, service)).__typename).toBe("TooManyHeld");
  await move(team, "acceptReferral", first);
  await move(kipus, "withdrawReferral", second);
  await sent();
  await sent();
  const other = await centre.aPerson("KIPUS");
  expect((await send(other, service)).__typename).toBe("Referral");
  const full = await partner.aService({ total: 1, occupied: 1 });
  expect(await send(kipus, full, { waitIfFull: true })).toMatchObject({
    status: "WAITLISTED",
  });
  expect((await send(kipus, service)).__typename).toBe("TooManyHeld");
});

it("counts the places of a referral for several, and one of hours as one", async () => {
  const { kipus, partner, service } = await aLimited(7);
  const hours = await partner.aService({ unit: "HOURS_WEEK", total: 200 });
  expect(await send(kipus, hours, { units: 100 })).toMatchObject({
    __typename: "Referral",
    units: 100,
  });
  expect((await send(kipus, service, { units: 5 })).__typename).toBe(
    "Referral",
  );
  expect((await send(kipus, service, { units: 5 })).__typename).toBe(
    "TooManyHeld",
  );
  expect((await send(kipus, service)).__typename).toBe("Referral");
  expect((await send(kipus, hours)).__typename).toBe("TooManyHeld");
});

it("is the centre's to set, by a command", async () => {
  const { centre, kipus, service, sent } = await aLimited(1);
  await sent();
  const { centre: operator } = operatorAt(api);
  const slug = `c-${centre.id.slice(0, 8)}`;
  const set = await operator("holds", "--centre", slug, "--most", "2");
  expect(set).toMatchObject({
    status: 0,
    printed: [`a coordinator of ${slug} may hold 2 places at once, before 1`],
  });
  expect((await send(kipus, service)).__typename).toBe("Referral");
  expect(
    (await operator("holds", "--centre", slug, "--most", "0")).status,
  ).toBe(2);
});
