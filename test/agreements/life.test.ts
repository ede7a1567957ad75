// The life of an agreement through the graph (O6, P6): from draft over two signatures to its end, with what each step lets happen.
import { type Ending, guardEnding } from "../../server/agreements/ending.js";
import { followAgreements } from "../../server/agreements/follow-agreements.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import {
  agree,
  anAgreement,
  signature,
  terms,
  VERSION_IN_FORCE,
} from "./agreeing.js";

let api: Api;
let centre: TestCentre;
let partner: TestPartner;
let other: TestPartner;
let ous: Person;
let director: Person;
let admin: Person;
let sender: Person;
let service: Offered;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  partner = await centre.aPartner({ agreement: null });
  other = await centre.aPartner({ agreement: null });
  service = await partner.aService();
});
// days pass between the tests, and sessions with them
beforeEach(async () => {
  ous = await centre.aPerson("OUS");
  director = await centre.aPerson("DIRECTOR");
  sender = await centre.aPerson("KIPUS");
  admin = await partner.aPerson("PARTNER_ADMIN");
});
afterAll(() => api.close());

const obstacle = async () => {
  const { data } = await sender.ask<{
    node: { referralObstacle: string | null };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Service { referralObstacle } } }`,
    { id: service.globalId },
  );
  return data?.node.referralObstacle;
};
const day = (offset: number) =>
  new Date(api.clock.now().getTime() + offset * 86_400_000)
    .toISOString()
    .slice(0, 10);
const events = async (agreementId: string) =>
  centre.asSystem(async (work) => {
    const rows = await work.rows<{ type: string }>(
      `select type from event where subject_id = $1 order by position`,
      [bareId(agreementId)],
    );
    return rows.map(({ type }) => type);
  });
const bareId = (globalId: string) =>
  Buffer.from(globalId, "base64url").toString().split(":")[1];
const seen = async (person: Person, id: string) => {
  const { data } = await person.ask<{
    node: {
      status: string;
      viewerCan: string[];
      validTo: string | null;
      terms: {
        tasks: { task: string }[];
        purpose: string;
        promisedTimes: { unit: string; amount: number }[];
      } | null;
      finance: { amountGrosze: number } | null;
      versions: {
        revision: number;
        status: string;
        finance: { amountGrosze: number | null } | null;
        changes: { term: string; from: string; to: string }[];
        terms: { term: string; value: string }[];
      }[];
      remarks: { text: string }[];
    };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Agreement { status validTo viewerCan
       terms { purpose tasks { task } promisedTimes { amount unit } }
       finance { amountGrosze } versions { revision status finance { amountGrosze } changes { term from to } terms { term value } } remarks { text } } } }`,
    { id },
  );
  if (!data) throw new Error("not seen");
  return data.node;
};

/** What is done, and which ends were asked about meanwhile. */
async function whileAsked<Done>(
  act: () => Promise<Done>,
): Promise<{ ended: Done; held: Ending[] }> {
  const held: Ending[] = [];
  const takeBack = guardEnding((_work, ending) => {
    held.push(ending);
    return Promise.resolve(null);
  });
  try {
    return { ended: await act(), held };
  } finally {
    takeBack();
  }
}

it("goes from draft over two signatures into force, and opens the partner's services only then", async () => {
  const requestKey = aKey();
  const input = {
    requestKey,
    kind: "COOPERATION",
    partnerIds: [partner.globalId],
    terms: terms({
      purpose: "Wspólna praca",
      validFrom: day(0),
      validTo: day(2),
      financeMode: "COOPERATION_ONLY",
      amountGrosze: 5_000_000_000,
      responseTimes: [{ priority: "URGENT", amount: 8, unit: "WORKING_HOURS" }],
      services: [{ serviceId: service.globalId, placesKept: 2 }],
      tasks: [
        {
          task: "Prowadzi zajęcia",
          partnerId: partner.globalId,
          part: "RESPONSIBLE",
        },
      ],
    }),
  };
  expect(await obstacle()).toBe("AGREEMENT_MISSING");
  // no promise is kept as another: an emergency is counted by the clock, and beyond a day whole days
  for (const [priority, amount] of [
    ["EMERGENCY", 4],
    ["URGENT", 12],
  ])
    expect(
      await agree(ous, "draftAgreement", {
        ...input,
        terms: {
          ...input.terms,
          responseTimes: [{ priority, amount, unit: "WORKING_HOURS" }],
        },
      }),
    ).toMatchObject({ fields: [{ path: "terms.responseTimes" }] });
  const drafted = await agree(ous, "draftAgreement", input);
  expect(await agree(ous, "draftAgreement", input)).toEqual(drafted);
  const agreementId = drafted.id ?? "";
  expect((await seen(ous, agreementId)).viewerCan).toEqual([
    "CHANGE",
    "PROPOSE",
    "DISCARD",
    "REMARK",
    "ATTACH",
  ]);
  // until then it is the hub's alone
  expect(await seen(admin, agreementId)).toBeNull();
  expect(
    await attempt(
      api,
      memberOf(admin, centre.id, partner.id, "PARTNER_ADMIN"),
      [`select from agreement where id = $1`, bareId(agreementId)],
    ),
  ).toBe("nothing");
  expect(
    await agree(admin, "rejectAgreement", { agreementId, reason: "Nie" }),
  ).toMatchObject({ fields: [{ path: "agreementId" }] });
  await agree(ous, "proposeAgreement", { agreementId });

  // the partner reads what it promises, speaks, and what it read is what it agrees to
  expect(await seen(admin, agreementId)).toMatchObject({
    viewerCan: ["AGREE", "REJECT", "REMARK", "ATTACH"],
    terms: {
      purpose: "Wspólna praca",
      tasks: [{ task: "Prowadzi zajęcia" }],
      promisedTimes: [{ amount: 8, unit: "HOURS" }],
    },
    finance: { amountGrosze: 5_000_000_000 },
  });
  await agree(admin, "remarkOnAgreement", {
    requestKey: aKey(),
    agreementId,
    text: "Prosimy o dłuższe wypowiedzenie",
  });
  expect((await seen(ous, agreementId)).remarks).toEqual([
    { text: "Prosimy o dłuższe wypowiedzenie" },
  ]);
  expect(
    await agree(ous, "changeAgreement", {
      agreementId,
      ifVersion: 2,
      terms: { ...input.terms, validFrom: null },
    }),
  ).toMatchObject({ fields: [{ path: "terms.validFrom" }] });
  const changed = await agree(ous, "changeAgreement", {
    agreementId,
    ifVersion: 2,
    terms: { ...input.terms, noticeDays: 10 },
  });
  expect(changed).toMatchObject({ status: "IN_NEGOTIATION", version: 3 });
  expect(
    await agree(admin, "agreeToAgreement", { agreementId, ifVersion: 2 }),
  ).toMatchObject({ __typename: "AgreementMoved" });
  expect(
    await agree(admin, "agreeToAgreement", { agreementId, ifVersion: 3 }),
  ).toMatchObject({ status: "AGREED" });
  expect(await obstacle()).toBe("AGREEMENT_UNSIGNED");

  expect(
    await agree(
      director,
      "signAgreement",
      signature({ agreementId, kind: "QUALIFIED", signedOn: day(0) }),
    ),
  ).toMatchObject({ status: "AGREED" });
  expect(await obstacle()).toBe("AGREEMENT_UNSIGNED");
  expect(
    await agree(
      admin,
      "signAgreement",
      signature({ agreementId, kind: "TRUSTED_PROFILE", signedOn: day(1) }),
    ),
  ).toMatchObject({ fields: [{ path: "signedOn" }] });
  expect(
    await agree(
      admin,
      "signAgreement",
      signature({ agreementId, kind: "TRUSTED_PROFILE", signedOn: day(0) }),
    ),
  ).toMatchObject({ status: "ACTIVE" });
  expect(await obstacle()).toBeNull();
  expect(await events(agreementId)).toEqual([
    "AgreementDrafted",
    "AgreementProposed",
    "AgreementRemarkMade",
    "AgreementChanged",
    "AgreementPartyAgreed",
    "AgreementPartySigned",
    "AgreementPartySigned",
    "AgreementSigned",
    "AgreementActivated",
  ]);

  // suspended and resumed, then over by its date: told once, however often the calendar is followed
  await agree(ous, "suspendAgreement", { agreementId, reason: "Remont" });
  expect(await obstacle()).not.toBeNull();
  await agree(ous, "resumeAgreement", { agreementId });
  expect(await obstacle()).toBeNull();
  api.clock.pass({ hours: 3 * 24 });
  expect((await seen(ous, agreementId)).status).toBe("EXPIRED");
  expect(await obstacle()).toBe("AGREEMENT_ENDED");
  await followAgreements(api.desk(centre.id));
  await followAgreements(api.desk(centre.id));
  expect((await events(agreementId)).slice(-3)).toEqual([
    "AgreementSuspended",
    "AgreementResumed",
    "AgreementExpired",
  ]);
  expect(await agree(ous, "discardAgreement", { agreementId })).toMatchObject({
    __typename: "AgreementMoved",
  });
});

it("amends a signed agreement by a version that all sign, and keeps what was said before", async () => {
  const agreementId = await anAgreement(ous, [other], "AMENDING");
  const otherAdmin = await other.aPerson("PARTNER_ADMIN");
  // no other hand writes what was signed, nor the way to it
  const organiser = memberOf(ous, centre.id, centre.hub.id, "OUS");
  for (const [outcome, statement, ...values] of [
    ["refused", `update agreement set status = 'DRAFT' where id = $1`],
    ["refused", `update agreement set purpose = 'X' where id = $1`],
    [
      "refused",
      `update agreement set valid_to = '2099-12-31', auto_renew = true, renew_months = 1 where id = $1`,
    ],
    [
      "refused",
      `insert into agreement_party (centre_id, agreement_id, partner_id) values ($2, $1, $3)`,
      centre.id,
      partner.id,
    ],
    [
      "refused",
      `insert into agreement_service (centre_id, agreement_id, service_id) values ($2, $1, $3)`,
      centre.id,
      service.id,
    ],
    [
      "nothing",
      `update agreement_finance set amount_grosze = 1 where agreement_id = $1 and revision = 1`,
    ],
    [
      "nothing",
      `update agreement_finance set amount_grosze = 1 where agreement_id = $1 and revision = 2`,
    ],
  ] as const)
    expect([
      statement,
      await attempt(api, organiser, [
        statement,
        bareId(agreementId),
        ...values,
      ]),
    ]).toEqual([statement, outcome]);
  const sign = (person: Person, given = {}) =>
    agree(
      person,
      "signAgreement",
      signature({ agreementId, revision: 2, ...given }),
    );
  expect(await sign(otherAdmin)).toMatchObject({ revision: 1 });
  // the same signature, sent again, stands
  expect(await sign(otherAdmin)).toMatchObject({ revision: 1 });
  expect(await sign(otherAdmin, { authority: "dyrektorka" })).toMatchObject({
    __typename: "AgreementMoved",
  });
  // signed by all, it waits for its first day
  expect(await sign(ous)).toMatchObject({ revision: 1 });
  await centre.asSystem((work) =>
    work.rows(
      `update agreement_version set effective_from = $2 where agreement_id = $1 and revision = 2`,
      [bareId(agreementId), day(0)],
    ),
  );
  await followAgreements(api.desk(centre.id));
  const { versions } = await seen(otherAdmin, agreementId);
  expect(versions).toMatchObject([
    {
      revision: 2,
      status: "IN_FORCE",
      changes: [{ term: "Wypowiedzenie (dni)", from: "—", to: "30" }],
    },
    { revision: 1, status: "PAST", changes: [] },
  ]);
  expect(versions[1]?.terms).toContainEqual({
    term: "Wypowiedzenie (dni)",
    value: "—",
  });
  // the notice that was agreed on is kept, unless both say otherwise
  const end = (given: object) =>
    agree(ous, "terminateAgreement", {
      agreementId,
      reason: "Koniec",
      ...given,
    });
  expect(await end({ lastDay: day(29) })).toMatchObject({
    fields: [{ path: "lastDay" }],
  });
  const { ended, held } = await whileAsked(() =>
    end({ lastDay: day(0), byConsent: true }),
  );
  expect(ended).toMatchObject({ status: "ACTIVE" });
  expect(held.map(({ lastDay }) => lastDay)).toEqual([day(0)]);
  api.clock.pass({ hours: 24 });
  expect((await seen(ous, agreementId)).status).toBe("TERMINATED");
});

it("tells what is missing before it binds anybody", async () => {
  const draft = (given: Record<string, unknown>) =>
    agree(ous, "draftAgreement", {
      requestKey: aKey(),
      kind: "COOPERATION",
      partnerIds: [partner.globalId],
      terms: terms(),
      ...given,
    });
  const paths = async (given: Record<string, unknown>) =>
    (await draft(given)).fields?.map(({ path }) => path);
  expect(
    await paths({
      partnerIds: [],
      number: "x".repeat(41),
    }),
  ).toEqual(["number", "partnerIds"]);
  expect(
    await paths({
      partnerIds: [],
      terms: terms({
        title: "",
        validTo: "2025-12-31",
        amountGrosze: 1.5,
        services: [{ serviceId: service.globalId, placesKept: -1 }],
        tasks: [{ task: "", partnerId: other.globalId, part: "INFORMED" }],
      }),
    }),
  ).toEqual([
    "partnerIds",
    "terms.amountGrosze",
    "terms.title",
    "terms.validTo",
    "terms.services",
    "terms.tasks",
    "terms.services",
    "terms.tasks",
  ]);
  expect(
    await paths({ terms: terms({ dataRole: "SAME_CONTROLLER" }) }),
  ).toEqual(["terms.dataRole"]);
  expect(await paths({ terms: terms({ allowsSensitive: true }) })).toEqual([
    "terms.allowsSensitive",
  ]);
  expect(
    await paths({
      kind: "PROCUREMENT_CONTRACT",
      terms: terms({ financeMode: "GRANT_SUPPORT" }),
    }),
  ).toEqual(["terms.financeMode"]);
  expect(
    await paths({
      kind: "GRANT_CONTRACT",
      terms: terms({ financeMode: "PUBLIC_PROCUREMENT" }),
    }),
  ).toContain("terms.financeMode");

  // what its kind cannot do without is refused, what is only usual is asked once
  const propose = (agreementId: string, leavesOut: string[]) =>
    agree(ous, "proposeAgreement", { agreementId, leavesOut });
  const gapsOf = async (person: Person, id: string) => {
    const { data } = await person.ask<{
      node: { terms: { gaps: { element: string; isRequired: boolean }[] } };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Agreement { terms { gaps { element isRequired } } } } }`,
      { id },
    );
    return data?.node.terms.gaps.map(({ element, isRequired }) =>
      isRequired ? `${element}!` : element,
    );
  };
  const bare = await anAgreement(ous, [partner], "DRAFT", {
    terms: { purpose: null },
  });
  expect(await gapsOf(ous, bare)).toEqual(["PURPOSE", "TASKS", "END"]);
  expect(await gapsOf(sender, bare)).toEqual([]);
  const unsaid = await propose(bare, ["TASKS"]);
  expect(unsaid).toMatchObject({ fields: [{ path: "leavesOut" }] });
  expect(unsaid.message).toContain(
    "cel, ostatni dzień albo okres wypowiedzenia",
  );
  const contract = await anAgreement(ous, [partner], "DRAFT", {
    kind: "PROCUREMENT_CONTRACT",
    terms: { purpose: null, validFrom: null },
  });
  expect((await gapsOf(ous, contract))?.slice(0, 4)).toEqual([
    ...["FIRST_DAY!", "PURPOSE!", "LAST_DAY!", "MODE!"],
  ]);
  const refused = await propose(contract, ["PURPOSE", "LAST_DAY", "AMOUNT"]);
  expect(refused.__typename).toBe("AgreementNotReady");
  expect(refused.message).toContain("uzupełnij: od kiedy obowiązuje, cel");
  // nor does it lose it again once it lies before the parties, or is signed
  const entrusts = {
    ...{ kind: "DATA_PROCESSING" },
    terms: { noticeDays: 30, dataRole: "PROCESSOR" },
  };
  const [shown, inForce] = [
    await anAgreement(ous, [partner], "IN_NEGOTIATION", entrusts),
    await anAgreement(ous, [other], "ACTIVE", entrusts),
  ];
  const emptied = terms({ purpose: null, dataRole: "PROCESSOR" });
  // nor does it entrust nothing
  expect(
    await agree(ous, "draftAgreement", {
      ...{ requestKey: aKey(), kind: "DATA_PROCESSING", terms: terms() },
      partnerIds: [partner.globalId],
    }),
  ).toMatchObject({ fields: [{ path: "terms.dataRole" }] });
  expect(
    await agree(ous, "changeAgreement", {
      ...{ agreementId: shown, ifVersion: 2, terms: emptied },
    }),
  ).toMatchObject({ fields: [{ path: "terms.purpose" }] });
  expect(
    await agree(ous, "amendAgreement", {
      ...{ agreementId: inForce, ifVersion: VERSION_IN_FORCE },
      ...{ effectiveFrom: day(1), terms: emptied },
    }),
  ).toMatchObject({ fields: [{ path: "terms.purpose" }] });

  const accord = await anAgreement(ous, [partner], "DRAFT", {
    kind: "LSR_ACCORD",
  });
  expect(
    await agree(ous, "proposeAgreement", { agreementId: accord }),
  ).toMatchObject({ __typename: "AgreementNotReady" });
  expect(
    await agree(ous, "discardAgreement", { agreementId: accord }),
  ).toMatchObject({ __typename: "AgreementDiscarded" });

  // who only executes for the hub needs an entrustment first
  const processing = await anAgreement(ous, [partner], "AGREED", {
    terms: { dataRole: "PROCESSOR" },
  });
  const sign = () =>
    agree(ous, "signAgreement", signature({ agreementId: processing }));
  expect(await sign()).toMatchObject({ __typename: "AgreementNotReady" });
  await anAgreement(ous, [partner], "ACTIVE", {
    kind: "DATA_PROCESSING",
    terms: { dataRole: "PROCESSOR" },
  });
  expect(await sign()).toMatchObject({ __typename: "Agreement" });
  expect(
    await agree(
      ous,
      "signAgreement",
      signature({
        agreementId: processing,
        partnerId: partner.globalId,
        kind: "QUALIFIED",
      }),
    ),
  ).toMatchObject({ fields: [{ path: "kind" }] });
});

it("lets one party of several leave, and ends with too few of them", async () => {
  const third = await centre.aPartner({ agreement: null });
  const thirdAdmin = await third.aPerson("PARTNER_ADMIN");
  const agreementId = await anAgreement(ous, [partner, third], "ACTIVE", {
    kind: "LSR_ACCORD",
  });
  expect((await seen(thirdAdmin, agreementId)).viewerCan).toContain("WITHDRAW");
  const { ended, held } = await whileAsked(() =>
    agree(thirdAdmin, "withdrawFromAgreement", {
      agreementId,
      reason: "Inne plany",
    }),
  );
  expect(ended).toMatchObject({ status: "WITHDRAWN" });
  const again = (reason: string) =>
    agree(thirdAdmin, "withdrawFromAgreement", { agreementId, reason });
  expect(await again("Inne plany")).toMatchObject({ status: "WITHDRAWN" });
  await expect(again("Co innego")).rejects.toThrow("FORBIDDEN");
  // it ends for the one that stays as well
  expect(held.map(({ partnerIds }) => [...partnerIds].sort())).toEqual([
    [partner.id, third.id].sort(),
  ]);
  // and who left has left, whatever hand writes it
  expect(
    await attempt(api, memberOf(ous, centre.id, centre.hub.id, "OUS"), [
      `update agreement_party set left_on = null where agreement_id = $1 and partner_id = $2`,
      bareId(agreementId),
      third.id,
    ]),
  ).toBe("refused");
});

it("shows what an amendment says of money before it is signed, and asks before an end that comes earlier", async () => {
  const third = await centre.aPartner({ agreement: null });
  const thirdAdmin = await third.aPerson("PARTNER_ADMIN");
  const promised = { validTo: day(30), amountGrosze: 100_000 };
  const agreementId = await anAgreement(ous, [third], "ACTIVE", {
    terms: promised,
  });
  const amend = (given: Record<string, unknown>) =>
    agree(ous, "amendAgreement", {
      agreementId,
      ifVersion: VERSION_IN_FORCE,
      effectiveFrom: day(0),
      terms: terms({ ...promised, ...given }),
    });
  for (const validFrom of [day(1), null])
    expect(await amend({ validFrom })).toMatchObject({
      fields: [{ path: "terms.validFrom" }],
    });
  const { ended, held } = await whileAsked(() =>
    amend({ validTo: day(20), amountGrosze: 250_000 }),
  );
  expect(ended).toMatchObject({ status: "ACTIVE" });
  expect(held.map(({ lastDay }) => lastDay)).toEqual([day(20)]);
  const before = await seen(thirdAdmin, agreementId);
  expect(before.viewerCan).toContain("SIGN");
  expect(before.versions[0]).toMatchObject({
    status: "PROPOSED",
    finance: { amountGrosze: 250_000 },
    changes: [
      { term: "Obowiązuje do" },
      { term: "Kwota", from: "1000,00\u00a0zł", to: "2500,00\u00a0zł" },
    ],
  });
  const [others] = (await seen(sender, agreementId)).versions;
  expect(others).toMatchObject({
    finance: null,
    changes: [{ term: "Obowiązuje do" }],
  });
  expect(others?.terms.map(({ term }) => term)).not.toContain("Kwota");

  // under notice there is nothing left to amend
  await agree(ous, "terminateAgreement", {
    agreementId,
    lastDay: day(10),
    byConsent: true,
    reason: "Koniec",
  });
  const after = await seen(thirdAdmin, agreementId);
  expect(after.versions[0]?.status).toBe("REJECTED");
  expect(after.viewerCan).not.toContain("SIGN");
  expect(
    await agree(
      thirdAdmin,
      "signAgreement",
      signature({ agreementId, revision: 2 }),
    ),
  ).toMatchObject({ __typename: "AgreementMoved" });
  expect((await events(agreementId)).slice(-2)).toEqual([
    "AgreementNoticeGiven",
    "AgreementAmendmentRejected",
  ]);
});

it("renews itself before its last day is over", async () => {
  const agreementId = await anAgreement(ous, [other], "ACTIVE", {
    terms: { validTo: day(2), renewMonths: 12 },
  });
  await agree(ous, "amendAgreement", {
    agreementId,
    ifVersion: VERSION_IN_FORCE,
    effectiveFrom: day(0),
    terms: terms({ validTo: day(2), renewMonths: 12, noticeDays: 7 }),
  });
  api.clock.pass({ hours: 48 });
  await followAgreements(api.desk(centre.id));
  // an amendment from before does not take the year away again
  const later = await centre.aPerson("OUS");
  const { validTo } = await seen(later, agreementId);
  for (const partnerId of [undefined, other.globalId])
    await agree(
      later,
      "signAgreement",
      signature({ agreementId, revision: 2, partnerId }),
    );
  expect(await seen(later, agreementId)).toMatchObject({
    validTo,
    versions: [{ revision: 2, status: "IN_FORCE" }, {}],
  });
  api.clock.pass({ hours: 48 });
  await followAgreements(api.desk(centre.id));
  expect((await seen(later, agreementId)).status).toBe("ACTIVE");
  expect(await events(agreementId)).toContain("AgreementRenewed");
});
