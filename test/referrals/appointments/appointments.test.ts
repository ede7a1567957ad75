// The first appointment: given with the acceptance or later, moved, kept or missed, and what becomes of the place (P17).
import { inTransaction } from "../../../server/platform/database/session.js";
import { fromGlobalId } from "../../../server/platform/graphql/global-id.js";
import { memberOf } from "../../permission/second-wall.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { brokenRules } from "../../support/books.js";
import { aKey } from "../../support/world.js";
import { aReferring, move, numbersOf } from "../referring.js";
import {
  anAwaited,
  another,
  arrange,
  awaited,
  dateOf,
  inHours,
  seen,
} from "./arranging.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

it("is given with the acceptance, once, and seen by both sides and nobody else", async () => {
  const world = await anAwaited(api);
  const { id, kipus, team, centre, partner } = world;
  const date = dateOf(api);
  for (const person of [kipus, team])
    expect(await seen(person, id)).toMatchObject({
      status: "ACCEPTED",
      version: 3,
      appointment: { number: 1, state: "PLANNED", ...date },
      timeline: [
        { status: "SENT", appointment: null },
        { status: "ACCEPTED", appointment: null },
        { status: "ACCEPTED", appointment: "ARRANGED" },
      ],
    });
  // it was accepted already: the second answer changes no date
  const again = await move(team, "acceptReferral", id, {
    appointment: dateOf(api, 48),
  });
  expect(again.version).toBe(3);
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  for (const other of [ous, admin])
    expect(await seen(other, id)).toMatchObject({
      status: "ACCEPTED",
      appointment: null,
      viewerCanArrangeAppointment: false,
      timeline: [
        { status: "SENT", appointment: null },
        { status: "ACCEPTED", appointment: null },
      ],
    });
  expect(await brokenRules(centre)).toEqual({});
});

it("comes later as well, once for a key, and only where it is accepted", async () => {
  const { sent, team, kipus } = await aReferring(api);
  const id = await sent();
  const input = another(id, dateOf(api));
  expect((await arrange(team, "arrangeAppointment", input)).__typename).toBe(
    "ReferralMoved",
  );
  await move(team, "acceptReferral", id);
  expect(await seen(team, id)).toMatchObject({
    appointment: null,
    viewerCanArrangeAppointment: true,
  });
  const key = { ...input, requestKey: aKey() };
  for (const time of [1, 2])
    expect({
      time,
      outcome: await arrange(team, "arrangeAppointment", key),
    }).toMatchObject({
      time,
      outcome: { version: 3, appointment: { number: 1 } },
    });
  expect(
    await arrange(team, "arrangeAppointment", {
      ...key,
      appointment: dateOf(api, 30),
    }),
  ).toMatchObject({ __typename: "RequestKeyReused" });
  expect(
    (await arrange(kipus, "arrangeAppointment", another(id, dateOf(api))))
      .__typename,
  ).toBe("FORBIDDEN");
});

it("says nothing of the person, and lies ahead", async () => {
  const { sent, team } = await aReferring(api);
  const id = await sent();
  const appointment = {
    ...dateOf(api),
    at: inHours(api, -1),
    place: " ",
    bring: "zadzwoń 600 100 200",
    askFor: "44051401359",
  };
  const accepting = await move(team, "acceptReferral", id, { appointment });
  expect(await seen(team, id)).toMatchObject({ status: "SENT", version: 1 });
  await move(team, "acceptReferral", id);
  for (const outcome of [
    accepting,
    await arrange(team, "arrangeAppointment", another(id, appointment)),
  ])
    expect(outcome).toMatchObject({
      __typename: "InvalidInput",
      fields: [
        { path: "appointment.at" },
        { path: "appointment.place" },
        { path: "appointment.bring" },
        { path: "appointment.askFor" },
      ],
    });
  expect(await seen(team, id)).toMatchObject({ version: 2, appointment: null });
});

it("is at the person's home, and then keeps no address", async () => {
  const { sent, team, kipus, centre, partner } = await aReferring(api);
  const id = await sent();
  const { at } = dateOf(api);
  const nowhere = await move(team, "acceptReferral", id, {
    appointment: { at },
  });
  expect(nowhere).toMatchObject({ __typename: "InvalidInput" });
  await move(team, "acceptReferral", id, {
    appointment: { at, atHome: true, place: "ul. Lipowa 7 m. 2" },
  });
  expect(await seen(kipus, id)).toMatchObject({
    appointment: { atHome: true, place: null },
  });
  // nobody makes of it a place to come to, and none is nowhere
  for (const [kind, change] of [
    ["member", "at_home = false, place = 'ul. Lipowa 7 m. 2'"],
    ["system", "place = 'ul. Lipowa 7 m. 2'"],
    ["system", "at_home = false"],
  ] as const)
    await expect(
      kind === "system"
        ? centre.asSystem((work) =>
            work.rows(
              `update appointment set ${change} where referral_id = $1`,
              [fromGlobalId("Referral", id)],
            ),
          )
        : inTransaction(
            api.dataSource,
            memberOf(team, centre.id, partner.id, "PARTNER_REFERRALS"),
            (manager) =>
              manager.query(
                `update appointment set ${change} where referral_id = $1`,
                [fromGlobalId("Referral", id)],
              ),
          ),
    ).rejects.toThrow(/rewritten|appointment_somewhere/);
  expect(
    await arrange(
      team,
      "arrangeAppointment",
      another(id, dateOf(api, 48), { insteadOf: 1, reason: "PLACE" }),
    ),
  ).toMatchObject({ appointment: { atHome: false, number: 2 } });
});

it("is asked to be another with a day or a reason that names nobody", async () => {
  const { id, kipus } = await anAwaited(api);
  const wish = { referralId: id, number: 1 };
  for (const reason of [null, "  ", "tel. 600 100 200"])
    expect(
      await arrange(kipus, "askForAnotherDate", { ...wish, reason }),
    ).toMatchObject({ fields: [{ path: "reason" }] });
  const reason = "wizyta u lekarza";
  expect(
    await arrange(kipus, "askForAnotherDate", { ...wish, reason }),
  ).toMatchObject({
    __typename: "SensitiveWords",
    fields: [{ path: "reason" }],
  });
  const meant = { ...wish, reason, sensitiveWordsMeant: true };
  for (const time of [1, 2])
    expect({
      time,
      outcome: await arrange(kipus, "askForAnotherDate", meant),
    }).toMatchObject({
      time,
      outcome: {
        version: 4,
        appointment: { wishReason: reason, wishedFor: null },
      },
    });
});

it("is moved by the partner with a reason, or as the coordinator asked", async () => {
  const { id, team, kipus, centre } = await anAwaited(api);
  const input = another(id, dateOf(api, 50), { insteadOf: 1 });
  expect(await arrange(team, "arrangeAppointment", input)).toMatchObject({
    fields: [{ path: "reason" }],
  });
  const staff = { ...input, requestKey: aKey(), reason: "STAFF" };
  expect(await arrange(team, "arrangeAppointment", staff)).toMatchObject({
    appointment: {
      number: 2,
      at: inHours(api, 50),
      movedFrom: inHours(api, 24),
      moveReason: "STAFF",
    },
  });
  // who looks at the first one is told
  for (const [person, verb, old] of [
    [team, "arrangeAppointment", { ...staff, requestKey: aKey() }],
    [kipus, "askForAnotherDate", { referralId: id, number: 1 }],
  ] as const)
    expect((await arrange(person, verb, old)).__typename).toBe("ReferralMoved");
  const wish = { referralId: id, number: 2, wishedFor: inHours(api, 72) };
  for (const time of [1, 2])
    expect({
      time,
      outcome: await arrange(kipus, "askForAnotherDate", wish),
    }).toMatchObject({
      time,
      outcome: {
        version: 5,
        appointment: {
          state: "PLANNED",
          askedAt: api.clock.now().toISOString(),
          wishedFor: wish.wishedFor,
        },
      },
    });
  expect(
    await arrange(kipus, "askForAnotherDate", {
      ...wish,
      wishedFor: inHours(api, -1),
    }),
  ).toMatchObject({ fields: [{ path: "wishedFor" }] });
  expect((await arrange(team, "askForAnotherDate", wish)).__typename).toBe(
    "FORBIDDEN",
  );
  expect(
    await arrange(
      team,
      "arrangeAppointment",
      another(id, dateOf(api, 72), { insteadOf: 2 }),
    ),
  ).toMatchObject({
    appointment: { number: 3, moveReason: "CENTRE_ASKED", wishedFor: null },
    timeline: [
      {},
      {},
      { appointment: "ARRANGED" },
      { appointment: "MOVED" },
      { appointment: "ANOTHER_DATE_ASKED" },
      { appointment: "MOVED" },
    ],
  });
  expect(await brokenRules(centre)).toEqual({});
});

it("is noted from its day on with one tap, which is taken back for a short time", async () => {
  const { id, team, kipus, centre } = await anAwaited(api, {}, 30);
  const missed = { referralId: id, number: 1, came: false };
  expect(await arrange(team, "noteAppearance", missed)).toMatchObject({
    fields: [{ path: "number" }],
  });
  // the day, not yet the hour: somebody may come early, and nobody is late
  api.clock.pass({ hours: 20 });
  expect(await seen(team, id)).toMatchObject({ viewerCanNoteAppearance: true });
  const early = await arrange(team, "noteAppearance", missed);
  expect(early).toMatchObject({ fields: [{ path: "number" }] });
  expect(early.message).toMatch(/Godzina spotkania jeszcze nie minęła/);
  api.clock.pass({ hours: 10 });
  for (const time of [1, 2])
    expect({
      time,
      outcome: await arrange(team, "noteAppearance", missed),
    }).toMatchObject({
      time,
      outcome: {
        noShows: 1,
        holdsPlace: true,
        appointment: { state: "DID_NOT_COME" },
      },
    });
  expect(
    (await arrange(team, "noteAppearance", { ...missed, came: true }))
      .__typename,
  ).toBe("ReferralMoved");
  api.clock.pass({ minutes: 14 });
  const undo = { referralId: id, number: 1 };
  expect(await arrange(team, "undoAppearance", undo)).toMatchObject({
    noShows: 0,
    appointment: { state: "PLANNED", undoableUntil: null },
  });
  expect(
    await arrange(team, "noteAppearance", { ...missed, came: true }),
  ).toMatchObject({ noShows: 0, appointment: { state: "CAME" } });
  api.clock.pass({ minutes: 16 });
  expect((await arrange(team, "undoAppearance", undo)).__typename).toBe(
    "ReferralMoved",
  );
  expect((await arrange(kipus, "noteAppearance", missed)).__typename).toBe(
    "FORBIDDEN",
  );
  expect(await brokenRules(centre)).toEqual({});
});

describe("where nobody came", () => {
  async function missed() {
    const world = await anAwaited(api, { service: { total: 5 } }, 1);
    const { id, team } = world;
    api.clock.pass({ hours: 1 });
    await arrange(team, "noteAppearance", {
      referralId: id,
      number: 1,
      came: false,
    });
    return { ...world, input: { referralId: id, number: 1 } };
  }

  it("keeps the place until the coordinator has said what comes next", async () => {
    const { id, team, kipus, input, centre, service } = await missed();
    const given = await move(team, "discontinueReferral", id);
    expect(given.__typename).toBe("InvalidInput");
    expect(given.message).toMatch(/koordynatorka zdecyduje/);
    // nor is it begun first and broken off then
    const begun = await move(team, "startReferral", id);
    expect(begun.__typename).toBe("InvalidInput");
    expect(begun.message).toMatch(/koordynatorka decyduje/);
    expect(await numbersOf(centre, service)).toMatchObject({ reserved: 1 });
    expect(await seen(kipus, id)).toMatchObject({
      viewerCanAnswerNoShow: true,
      noShows: 1,
    });
    expect(
      (await arrange(team, "answerNoShow", { ...input, answer: "KEEP_PLACE" }))
        .__typename,
    ).toBe("FORBIDDEN");
    const wish = { ...input, wishedFor: inHours(api, 48) };
    expect(
      await arrange(kipus, "answerNoShow", { ...wish, answer: "ANOTHER_DATE" }),
    ).toMatchObject({
      holdsPlace: true,
      appointment: { answer: "ANOTHER_DATE", wishedFor: wish.wishedFor },
    });
    // now it is the partner's again
    expect(
      (await arrange(team, "undoAppearance", { referralId: id, number: 1 }))
        .__typename,
    ).toBe("ReferralMoved");
    expect(
      await arrange(
        team,
        "arrangeAppointment",
        another(id, dateOf(api, 48), { insteadOf: 1 }),
      ),
    ).toMatchObject({
      noShows: 1,
      appointment: { number: 2, state: "PLANNED", movedFrom: null },
    });
    expect((await move(team, "startReferral", id)).__typename).toBe("Referral");
    expect(await brokenRules(centre)).toEqual({});
  });

  it("is closed by a date that the partner gives unasked, in plain sight, and the place is not given away past it", async () => {
    const { id, team, kipus, input, centre, service } = await missed();
    const gives = (at: { at: string }, insteadOf: number) =>
      arrange(team, "arrangeAppointment", {
        ...another(id, { ...dateOf(api), ...at }, { insteadOf }),
        ...(insteadOf > 1 ? { reason: "PERSON_ASKED" } : {}),
      });
    expect(await gives({ at: inHours(api, 48) }, 1)).toMatchObject({
      appointment: { number: 2, state: "PLANNED" },
    });
    const hers = await seen(kipus, id);
    expect(hers).toMatchObject({ viewerCanAnswerNoShow: false });
    expect(hers?.timeline?.at(-1)).toMatchObject({
      appointment: "ARRANGED_UNASKED",
    });
    expect(
      (await arrange(kipus, "answerNoShow", { ...input, answer: "KEEP_PLACE" }))
        .__typename,
    ).toBe("ReferralMoved");
    for (const reason of ["RESIGNED", "NO_SHOW"]) {
      const off = await move(team, "discontinueReferral", id, { reason });
      expect(off).toMatchObject({ __typename: "InvalidInput" });
      expect(off.message).toMatch(/Zadzwońcie do niej/);
    }
    // nor begun before its day, to be broken off then
    expect((await move(team, "startReferral", id)).__typename).toBe(
      "InvalidInput",
    );
    expect(await numbersOf(centre, service)).toMatchObject({ reserved: 1 });
    // who is there after all begins with a date of today
    expect(await gives({ at: inHours(api, 0.1) }, 2)).toMatchObject({
      appointment: { number: 3 },
    });
    expect((await move(team, "startReferral", id)).__typename).toBe("Referral");
    expect(await brokenRules(centre)).toEqual({});
  });

  it("is nobody's reason to give it back unless it was noted and answered", async () => {
    const world = await anAwaited(api, { service: { total: 5 } }, 1);
    const { id, team, kipus, centre, service, sent } = world;
    const noShow = (one = id) =>
      move(team, "discontinueReferral", one, { reason: "NO_SHOW" });
    const refused = {
      __typename: "InvalidInput",
      fields: [{ path: "reason" }],
    };
    // before the hour, begun for nobody, after it, and where somebody came or no date was given
    const begun = await sent();
    await move(team, "acceptReferral", begun);
    await move(team, "startReferral", begun);
    expect(await noShow(begun)).toMatchObject(refused);
    await move(team, "discontinueReferral", begun);
    expect(await noShow()).toMatchObject(refused);
    api.clock.pass({ hours: 1 });
    expect(await noShow()).toMatchObject(refused);
    const first = { referralId: id, number: 1 };
    await arrange(team, "noteAppearance", { ...first, came: true });
    expect(await noShow()).toMatchObject(refused);
    await arrange(team, "undoAppearance", first);
    const dateless = await sent();
    await move(team, "acceptReferral", dateless);
    expect(await noShow(dateless)).toMatchObject(refused);
    expect(await numbersOf(centre, service)).toMatchObject({ reserved: 2 });
    await arrange(team, "noteAppearance", { ...first, came: false });
    await arrange(kipus, "answerNoShow", { ...first, answer: "KEEP_PLACE" });
    // once the place is only kept it may be given back
    expect((await noShow()).__typename).toBe("Referral");
    expect((await move(team, "discontinueReferral", dateless)).__typename).toBe(
      "Referral",
    );
    expect(await brokenRules(centre)).toEqual({});
  });

  it("gives it back where she breaks off, and says why", async () => {
    const { kipus, input, centre, service, team, id } = await missed();
    const off = { ...input, answer: "BREAK_OFF" };
    for (const time of [1, 2])
      expect({
        time,
        outcome: await arrange(kipus, "answerNoShow", off),
      }).toMatchObject({ time, outcome: { status: "DISCONTINUED" } });
    expect(await numbersOf(centre, service)).toMatchObject({ reserved: 0 });
    expect(await seen(team, id)).toMatchObject({
      appointment: { answer: "BREAK_OFF" },
      timeline: [{}, {}, {}, {}, { reason: "NO_SHOW" }],
    });
    expect(await brokenRules(centre)).toEqual({});
  });

  it.each([
    ["has left", "ended_at"],
    ["is locked out", "locked_at"],
  ])("waits for nobody where the coordinator %s", async (_, since) => {
    const { id, team, kipus, centre } = await missed();
    await centre.asSystem((work) =>
      work.rows(`update assignment set ${since} = $2 where account_id = $1`, [
        kipus.accountId,
        work.now,
      ]),
    );
    const noShow = { reason: "NO_SHOW" };
    expect(
      (await move(team, "discontinueReferral", id, noShow)).__typename,
    ).toBe("Referral");
  });

  it("is not answered where somebody came or is awaited", async () => {
    const { id, kipus } = await anAwaited(api);
    for (const answer of ["KEEP_PLACE", "BREAK_OFF"])
      expect(
        await arrange(kipus, "answerNoShow", {
          referralId: id,
          number: 1,
          answer,
        }),
      ).toMatchObject({
        __typename: "ReferralMoved",
        referral: { status: "ACCEPTED" },
      });
  });
});

it("is off when the referral ends, and kept when the service begins on its day", async () => {
  const world = await aReferring(api, { service: { total: 9 } });
  for (const [side, verb, hours, state] of [
    ["kipus", "withdrawReferral", 24, "CANCELLED"],
    ["team", "discontinueReferral", 24, "CANCELLED"],
    ["team", "startReferral", 48, "CANCELLED"],
    ["team", "startReferral", 0.2, "CAME"],
  ] as const) {
    const id = await awaited(api, world, hours);
    await move(world[side], verb, id);
    expect(await seen(world.kipus, id)).toMatchObject({
      appointment: { state },
    });
  }
  expect(await brokenRules(world.centre)).toEqual({});
});

it("has one winner where two of the team say different things at once", async () => {
  const world = await aReferring(api, { service: { total: 20 } });
  for (let round = 0; round < 6; round += 1) {
    const id = await awaited(api, world, 1);
    api.clock.pass({ hours: 1 });
    const said = [true, false].map((came) => ({
      referralId: id,
      number: 1,
      came,
    }));
    const outcomes = await Promise.all(
      said.map((input) => arrange(world.team, "noteAppearance", input)),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      "Referral",
      "ReferralMoved",
    ]);
    const after = await seen(world.team, id);
    expect(after?.noShows).toBe(after?.appointment?.state === "CAME" ? 0 : 1);
  }
  expect(await brokenRules(world.centre)).toEqual({});
});
