// An inventory of what organisations have, and lending it: who keeps, asks and answers, and no piece is promised twice (stories O3, P12).
import { addDays, localDate } from "../../server/platform/calendar.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { announceLeaving, membershipOf } from "../partnership/leaving.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertLoan, insertResource } from "../support/resources.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import { ask, pathsOf } from "./lending.js";

let api: Api;
let centre: TestCentre;
let owner: TestPartner;
let asking: TestPartner;
let keeper: Person;
let asker: Person;
let ous: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  owner = await centre.aPartner();
  asking = await centre.aPartner();
  keeper = await owner.aPerson("PARTNER_EDITOR");
  asker = await asking.aPerson("PARTNER_EDITOR");
  ous = await centre.aPerson("OUS");
});
afterAll(() => api.close());

const WORDS = {
  kind: "EQUIPMENT",
  name: "Namioty",
  description: "Pomagamy rozstawić.",
  quantity: 3,
  lendable: true,
};

const borrow = (
  resourceId: string | undefined,
  from: string,
  to: string,
  quantity = 1,
) => ({ requestKey: aKey(), resourceId, from, to, quantity });

const events = (subjectId: string | undefined, noun: string) =>
  centre.asSystem((work) =>
    work.rows<{ type: string; facts: Record<string, unknown> }>(
      `select type, facts from event where centre_id = $1 and subject_id = $2 order by position`,
      [centre.id, fromGlobalId(noun, subjectId ?? "")],
    ),
  );

it("comes into the inventory, is changed, paused and withdrawn; the hub does it on behalf", async () => {
  const input = {
    requestKey: aKey(),
    partnerId: owner.globalId,
    words: WORDS,
  };
  const added = await ask(keeper, "addResource", input);
  expect(added).toMatchObject({ state: "OFFERED", version: 1 });
  expect((await ask(keeper, "addResource", input)).id).toBe(added.id);
  expect(
    (
      await ask(keeper, "addResource", {
        ...input,
        words: { ...WORDS, quantity: 4 },
      })
    ).__typename,
  ).toBe("RequestKeyReused");
  expect(
    (await ask(asker, "addResource", { ...input, requestKey: aKey() }))
      .__typename,
  ).toBe("FORBIDDEN");
  const wrong = {
    ...WORDS,
    name: "a",
    description: "tel. 600 100 200",
    quantity: 0,
  };
  expect(
    pathsOf(
      await ask(keeper, "addResource", {
        ...input,
        requestKey: aKey(),
        words: wrong,
      }),
    ),
  ).toEqual(["words.name", "words.quantity", "words.description"]);

  const resourceId = added.id;
  expect(
    await ask(ous, "changeResource", {
      resourceId,
      ifVersion: 1,
      words: { ...WORDS, name: "Namioty ogrodowe" },
    }),
  ).toMatchObject({ version: 2 });
  expect(
    await ask(keeper, "changeResource", {
      resourceId,
      ifVersion: 1,
      words: WORDS,
    }),
  ).toMatchObject({ __typename: "ResourceMoved", resource: { version: 2 } });
  const listed = async (filter: string) => {
    const { data } = await asker.ask<{
      centre: {
        resources: {
          totalCount: number;
          nodes: { name: string; viewerCanAsk: boolean }[];
        };
      };
    }>(
      `query ($id: ID!) { centre(id: $id) { resources(filter: ${filter}) { totalCount nodes { name viewerCanAsk } } } }`,
      { id: centre.globalId },
    );
    return data?.centre.resources;
  };
  expect(
    await listed(`{ text: "ogrodowe", kinds: [EQUIPMENT], lendable: true }`),
  ).toEqual({
    totalCount: 1,
    nodes: [{ name: "Namioty ogrodowe", viewerCanAsk: true }],
  });
  expect(await listed(`{ text: "ogrodowe", kinds: [PREMISES] }`)).toMatchObject(
    { totalCount: 0 },
  );
  expect(
    await ask(keeper, "setResourceState", {
      resourceId,
      ifVersion: 2,
      state: "PAUSED",
    }),
  ).toMatchObject({ state: "PAUSED", version: 3 });
  expect(await listed(`{ text: "ogrodowe", lendable: true }`)).toMatchObject({
    totalCount: 0,
  });
  expect(
    pathsOf(
      await ask(
        asker,
        "askForLoan",
        borrow(resourceId, "2027-01-01", "2027-01-02"),
      ),
    ),
  ).toEqual(["resourceId"]);
  await ask(keeper, "setResourceState", {
    resourceId,
    ifVersion: 3,
    state: "WITHDRAWN",
  });
  expect(await listed(`{ text: "ogrodowe" }`)).toMatchObject({ totalCount: 0 });
  expect(
    await ask(keeper, "setResourceState", {
      resourceId,
      ifVersion: 4,
      state: "OFFERED",
    }),
  ).toMatchObject({
    __typename: "ResourceMoved",
    resource: { state: "WITHDRAWN" },
  });
  const told = await events(resourceId, "Resource");
  expect(told.map(({ type }) => type)).toEqual([
    "ResourceAdded",
    "ResourceChanged",
    "ResourceChanged",
    "ResourceChanged",
  ]);
  expect(told.map(({ facts }) => "onBehalfOf" in facts)).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(JSON.stringify(told)).not.toContain("amioty");
});

it("is asked for, agreed, returned; taken back; never promised beyond its pieces", async () => {
  const day = (days: number) => addDays(localDate(api.clock.now()), days);
  const added = await ask(keeper, "addResource", {
    requestKey: aKey(),
    partnerId: owner.globalId,
    words: WORDS,
  });
  const resourceId = added.id;
  expect(
    pathsOf(
      await ask(
        keeper,
        "askForLoan",
        borrow(resourceId, "2027-01-01", "2027-01-02"),
      ),
    ),
  ).toEqual(["resourceId"]);
  expect(
    pathsOf(
      await ask(asker, "askForLoan", {
        ...borrow(resourceId, "2020-01-01", "2019-01-02", 4),
        note: "PESEL 44051401359",
      }),
    ),
  ).toEqual(["from", "to", "quantity", "note"]);
  const request = {
    ...borrow(resourceId, day(0), day(2), 2),
    note: "Piknik.",
  };
  const loan = await ask(asker, "askForLoan", request);
  expect(loan).toMatchObject({ state: "ASKED", version: 1 });
  expect((await ask(asker, "askForLoan", request)).id).toBe(loan.id);
  const answer = { loanRequestId: loan.id, ifVersion: 1, answer: "AGREED" };
  expect((await ask(asker, "answerLoan", answer)).__typename).toBe("FORBIDDEN");
  expect(
    pathsOf(
      await ask(
        await (await centre.aPartner()).aPerson("PARTNER_ADMIN"),
        "answerLoan",
        answer,
      ),
    ),
  ).toEqual(["loanRequestId"]);
  expect(await ask(keeper, "answerLoan", answer)).toMatchObject({
    state: "AGREED",
    version: 2,
  });
  // the same again is done already
  expect(await ask(keeper, "answerLoan", answer)).toMatchObject({ version: 2 });
  expect(
    await ask(keeper, "answerLoan", { ...answer, answer: "NOT_POSSIBLE" }),
  ).toMatchObject({
    __typename: "LoanMoved",
    loanRequest: { state: "AGREED" },
  });

  // two of three are out today and for two days
  const second = await ask(
    asker,
    "askForLoan",
    borrow(resourceId, day(2), day(10), 2),
  );
  expect(
    await ask(keeper, "answerLoan", {
      loanRequestId: second.id,
      ifVersion: 1,
      answer: "AGREED",
    }),
  ).toMatchObject({ __typename: "ResourcePromised", left: 1 });
  const after = await ask(
    asker,
    "askForLoan",
    borrow(resourceId, day(3), day(10), 3),
  );
  const forOwner = { loanRequestId: after.id, ifVersion: 1, answer: "AGREED" };
  expect(pathsOf(await ask(ous, "answerLoan", forOwner))).toEqual(["reason"]);
  expect(
    await ask(ous, "answerLoan", { ...forOwner, reason: "Przez telefon." }),
  ).toMatchObject({ state: "AGREED", onBehalfReason: "Przez telefon." });
  expect(
    pathsOf(
      await ask(keeper, "changeResource", {
        resourceId,
        ifVersion: 1,
        words: { ...WORDS, quantity: 2 },
      }),
    ),
  ).toEqual(["words.quantity"]);
  // nothing comes back before its first day
  expect(
    pathsOf(
      await ask(keeper, "answerLoan", {
        ...{ loanRequestId: after.id, ifVersion: 2, answer: "RETURNED" },
      }),
    ),
  ).toEqual(["answer"]);
  // who lends answers a request; what it promised it calls off, and says why
  const reason = "Namioty są w naprawie.";
  expect(
    await ask(keeper, "takeBackLoan", {
      ...{ loanRequestId: second.id, ifVersion: 1, reason },
    }),
  ).toMatchObject({ __typename: "LoanMoved" });
  // what was never agreed is no loan that is called off
  await asking.aContact();
  await owner.aContact();
  const letters = async () => {
    const rows = await centre.asSystem((work) =>
      work.rows<{ partner_id: string }>(
        `select partner_id from letter where centre_id = $1 and kind = 'loan-taken-back'`,
        [centre.id],
      ),
    );
    return rows.map((row) => row.partner_id);
  };
  const third = await ask(
    asker,
    "askForLoan",
    borrow(resourceId, "2027-02-01", "2027-02-02"),
  );
  await ask(asker, "takeBackLoan", {
    ...{ loanRequestId: third.id, ifVersion: 1, reason },
  });
  expect(await letters()).toEqual([]);
  const back = { loanRequestId: after.id, ifVersion: 2, reason };
  for (const untold of ["", "Pytać: 600 100 200"])
    expect(
      pathsOf(await ask(keeper, "takeBackLoan", { ...back, reason: untold })),
    ).toEqual(["reason"]);
  expect(await ask(keeper, "takeBackLoan", back)).toMatchObject({
    ...{ state: "TAKEN_BACK", version: 3, takenBackReason: reason },
  });
  expect(await letters()).toEqual([asking.id]);
  expect(
    await ask(keeper, "answerLoan", {
      ...answer,
      ifVersion: 2,
      answer: "RETURNED",
    }),
  ).toMatchObject({ state: "RETURNED", version: 3 });
  expect(
    await ask(keeper, "answerLoan", {
      loanRequestId: second.id,
      ifVersion: 1,
      answer: "AGREED",
    }),
  ).toMatchObject({ state: "AGREED" });
  const told = await events(after.id, "LoanRequest");
  expect(
    told.map(({ type, facts }) => [
      type,
      facts["state"],
      facts["onBehalfOf"] ?? null,
    ]),
  ).toEqual([
    ["LoanAsked", "ASKED", null],
    ["LoanAnswered", "AGREED", owner.id],
    ["LoanTakenBack", "TAKEN_BACK", null],
  ]);
});

it("is of members: whoever rests promises nothing, and is in no list but its own", async () => {
  const resting = await centre.aPartner({ agreement: null });
  const [itsOwn, other] = [
    await resting.aPerson("PARTNER_EDITOR"),
    await asking.aPerson("PARTNER_VIEWER"),
  ];
  const loanRequestId = await centre.asSystem(async (work) => {
    const resourceId = await insertResource(work, resting.id);
    return insertLoan(work, resourceId, asking.id);
  });
  const listedTo = async (person: Person) => {
    const { data } = await person.ask<{
      centre: { resources: { totalCount: number } };
      node: { resources: object[] };
    }>(
      `query ($id: ID!, $partnerId: ID!) { centre(id: $id) { resources(filter: { partnerId: $partnerId }) { totalCount } }
         node(id: $partnerId) { ... on Partner { resources { id } } } }`,
      { id: centre.globalId, partnerId: resting.globalId },
    );
    return [data?.centre.resources.totalCount, data?.node.resources.length];
  };
  expect(await listedTo(other)).toEqual([1, 1]);
  const standing = (status: string) =>
    centre.asSystem((work) =>
      work.rows(`update partner set status = $2 where id = $1`, [
        resting.id,
        status,
      ]),
    );
  await standing("SUSPENDED");
  expect(await listedTo(other)).toEqual([0, 0]);
  expect(await listedTo(itsOwn)).toEqual([1, 1]);
  const agree = () =>
    ask(itsOwn, "answerLoan", {
      ...{ loanRequestId, ifVersion: 1, answer: "AGREED" },
    });
  expect(pathsOf(await agree())).toEqual(["answer"]);
  await expect(
    centre.asSystem((work) =>
      work.rows(
        `update loan_request set state = 'AGREED', answered_at = now() where id = $1`,
        [fromGlobalId("LoanRequest", loanRequestId)],
      ),
    ),
  ).rejects.toMatchObject({ code: "23514" });
  await standing("ACTIVE");
  expect(await agree()).toMatchObject({ state: "AGREED" });
});

it("promises nothing that is not lent, or for days that have passed, and keeps as many as are promised", async () => {
  const { resourceId, loans } = await centre.asSystem(async (work) => {
    const resourceId = await insertResource(work, owner.id, 2);
    return {
      resourceId,
      loans: [
        await insertLoan(work, resourceId, asking.id),
        await insertLoan(work, resourceId, centre.hub.id),
      ],
    };
  });
  const agreed = (loanRequestId: string | undefined, by = keeper) =>
    ask(by, "answerLoan", { loanRequestId, ifVersion: 1, answer: "AGREED" });
  await ask(keeper, "setResourceState", {
    resourceId,
    ifVersion: 1,
    state: "PAUSED",
  });
  expect(pathsOf(await agreed(loans[0]))).toEqual(["answer"]);
  const [id] = loans.map((loan) => fromGlobalId("LoanRequest", loan));
  await expect(
    centre.asSystem((work) =>
      work.rows(
        `update loan_request set state = 'AGREED', answered_at = now() where id = $1`,
        [id],
      ),
    ),
  ).rejects.toMatchObject({ code: "23514" });
  await ask(keeper, "setResourceState", {
    resourceId,
    ifVersion: 2,
    state: "OFFERED",
  });
  expect(await agreed(loans[0])).toMatchObject({ state: "AGREED" });
  const shrink = () =>
    centre.asSystem((work) =>
      work.rows(`update resource set quantity = 1 where id = $1`, [
        fromGlobalId("Resource", resourceId),
      ]),
    );
  await shrink();
  await centre.asSystem((work) =>
    work.rows(`update resource set quantity = 2 where id = $1`, [
      fromGlobalId("Resource", resourceId),
    ]),
  );
  api.clock.pass({ days: 120 });
  const later = await owner.aPerson("PARTNER_EDITOR");
  expect(pathsOf(await agreed(loans[1], later))).toEqual(["answer"]);
  api.clock.pass({ days: -120 });
  expect(await agreed(loans[1])).toMatchObject({ state: "AGREED" });
  await expect(shrink()).rejects.toMatchObject({ code: "23514" });
});

it("says how many requests there are beyond those that are answered at once", async () => {
  await centre.asSystem(async (work) => {
    const resourceId = await insertResource(work, owner.id, 2);
    for (let n = 0; n < 101; n += 1)
      await insertLoan(work, resourceId, asking.id);
  });
  const { data } = await keeper.ask<{
    centre: { loanRequests: object[]; loanRequestCount: number };
  }>(
    `query ($id: ID!) { centre(id: $id) { loanRequests { id } loanRequestCount } }`,
    { id: centre.globalId },
  );
  expect(data?.centre.loanRequests).toHaveLength(100);
  expect(data?.centre.loanRequestCount).toBeGreaterThan(100);
});

it("promises one piece once, however many say yes at one moment; the database holds it by itself", async () => {
  const loans = await centre.asSystem(async (work) => {
    const resourceId = await insertResource(work, owner.id);
    return [
      await insertLoan(work, resourceId, asking.id),
      await insertLoan(work, resourceId, asking.id),
      await insertLoan(work, resourceId, centre.hub.id),
    ];
  });
  const answers = await Promise.all(
    loans.map((loanRequestId, n) =>
      ask(n === 1 ? ous : keeper, "answerLoan", {
        loanRequestId,
        ifVersion: 1,
        answer: "AGREED",
        ...(n === 1 ? { reason: "Przez telefon." } : {}),
      }),
    ),
  );
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    "LoanRequest",
    "ResourcePromised",
    "ResourcePromised",
  ]);
  const left = loans.find(
    (_, n) => answers[n]?.__typename === "ResourcePromised",
  );
  await expect(
    centre.asSystem((work) =>
      work.rows(
        `update loan_request set state = 'AGREED', answered_at = now() where id = $1`,
        [fromGlobalId("LoanRequest", left ?? "")],
      ),
    ),
  ).rejects.toThrow("promised twice");
});

it("is for who is in the network, and comes back before either side leaves it", async () => {
  const invited = await centre.aPartner({
    agreement: null,
    membership: "INVITED",
  });
  const leaving = await centre.aPartner({ agreement: null });
  const today = localDate(api.clock.now());
  const later = addDays(today, 30);
  const resourceId = await centre.asSystem((work) =>
    insertResource(work, leaving.id),
  );
  const refused = await ask(
    await invited.aPerson("PARTNER_EDITOR"),
    "askForLoan",
    borrow(resourceId, today, later),
  );
  expect(pathsOf(refused)).toEqual(["resourceId"]);
  const asked = borrow(resourceId, today, later);
  const loan = await ask(asker, "askForLoan", asked);
  const admin = await leaving.aPerson("PARTNER_ADMIN");
  const answer = (said: string, ifVersion: number) =>
    ask(admin, "answerLoan", {
      ...{ loanRequestId: loan.id, ifVersion, answer: said },
    });
  expect(await answer("AGREED", 1)).toMatchObject({ state: "AGREED" });
  await announceLeaving(admin, leaving, today);
  const complete = async () => {
    const { id: membershipId, version: ifVersion } = await membershipOf(
      ous,
      leaving,
    );
    const { data } = await ous.ask<{
      outcome: { __typename: string; message?: string };
    }>(
      `mutation ($input: CompleteLeavingInput!) { outcome: completeLeaving(input: $input) {
         __typename ... on Problem { message } } }`,
      { input: { membershipId, ifVersion } },
    );
    return data?.outcome;
  };
  expect((await complete())?.message).toMatch(
    /^Najpierw trzeba oddać albo odwołać to, co jest pożyczone lub obiecane: /,
  );
  expect(await answer("RETURNED", 2)).toMatchObject({ state: "RETURNED" });
  expect(await complete()).toEqual({ __typename: "NetworkMembership" });
  expect(
    pathsOf(await ask(asker, "askForLoan", borrow(resourceId, today, later))),
  ).toEqual(["resourceId"]);
  // who asks again whether it was asked is told that it was
  expect((await ask(asker, "askForLoan", asked)).id).toBe(loan.id);
});

it("is given back once its days are over, and called off no more", async () => {
  const loanRequestId = await centre.asSystem(async (work) =>
    insertLoan(work, await insertResource(work, owner.id), asking.id),
  );
  await ask(await owner.aPerson("PARTNER_EDITOR"), "answerLoan", {
    ...{ loanRequestId, ifVersion: 1, answer: "AGREED" },
  });
  api.clock.pass({ days: 150 });
  const later = await owner.aPerson("PARTNER_EDITOR");
  expect(
    await ask(later, "takeBackLoan", {
      ...{ loanRequestId, ifVersion: 2, reason: "Jednak nie." },
    }),
  ).toMatchObject({ __typename: "LoanMoved" });
  expect(
    await ask(later, "answerLoan", {
      ...{ loanRequestId, ifVersion: 2, answer: "RETURNED" },
    }),
  ).toMatchObject({ state: "RETURNED" });
});
