// A standard from its draft over remarks and the director to a service that is checked: who may take which step, and what each asks.
import { localDate } from "../../server/platform/calendar.js";
import { followStandards } from "../../server/standards/follow-standards.js";
import { announceLeaving, membershipOf } from "../partnership/leaving.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertStandard } from "../support/standards.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let partner: TestPartner;
let ous: Person;
let director: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  partner = await centre.aPartner();
  ous = await centre.aPerson("OUS");
  director = await centre.aPerson("DIRECTOR");
});
afterAll(() => api.close());

interface Outcome extends Told {
  id?: string;
  status?: string;
  version?: number;
  edition?: number;
  result?: string;
  actionState?: string;
  standard?: { version: number };
}

async function ask(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await person.ask<{ outcome: Outcome }>(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename
       ... on QualityStandard { id status version edition } ... on StandardCheck { id version result actionState }
       ${/^(change|consult|approve|retire)/.test(verb) ? "... on StandardMoved { standard { version } }" : ""}
       ... on InvalidInput { fields { path message } } ... on Problem { message } } }`
      .replace(/\.\.\. on StandardCheck \{[^}]*\}/, (part) =>
        /^(check|finish|answer|reopen)/.test(verb) ? part : "",
      )
      .replace(/\.\.\. on QualityStandard \{[^}]*\}/, (part) =>
        /Standard$/.test(verb) && !/^(comment|setService)/.test(verb)
          ? part
          : "",
      ),
    { input },
  );
  return (
    data?.outcome ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

const pathsOf = ({ fields }: Outcome) => fields?.map(({ path }) => path);

const WORDS = {
  name: "Poradnictwo",
  areas: ["SOCIAL_ASSISTANCE"],
  criteria: [
    { text: "szybko", measure: "dni", minimum: "7 dni", maximum: "3 dni" },
    { text: "na osobności", measure: "pokój", minimum: "drzwi", maximum: "ok" },
  ],
};

it("goes from draft over a consultation and the director into force, and its next edition takes its place", async () => {
  const input = { requestKey: aKey(), words: WORDS };
  const draft = await ask(ous, "draftStandard", input);
  expect(draft).toMatchObject({ status: "DRAFT", version: 1, edition: 1 });
  expect((await ask(ous, "draftStandard", input)).id).toBe(draft.id);
  const standardId = draft.id;
  expect(
    pathsOf(
      await ask(ous, "changeStandard", {
        standardId,
        ifVersion: 1,
        words: {
          name: "a",
          areas: [],
          criteria: [{ text: "", measure: "m", minimum: "1", maximum: "" }],
        },
      }),
    ),
  ).toEqual([
    "words.name",
    "words.areas",
    "words.criteria.0.text",
    "words.criteria.0.maximum",
  ]);

  // what is not shown yet is nobody's else
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const rep = await centre.aPerson("RESIDENT_REP");
  const remark = (text = "za mało czasu") => ({
    requestKey: aKey(),
    standardId,
    text,
  });
  expect(pathsOf(await ask(editor, "commentStandard", remark()))).toEqual([
    "standardId",
  ]);
  const consult = { standardId, ifVersion: 1, consultedTo: "2026-11-24" };
  const past = { ...consult, consultedTo: "2026-11-23" };
  expect(pathsOf(await ask(ous, "consultStandard", past))).toEqual([
    "consultedTo",
  ]);
  expect(await ask(ous, "consultStandard", consult)).toMatchObject({
    status: "CONSULTED",
    version: 2,
  });
  expect(await ask(ous, "consultStandard", consult)).toMatchObject({
    __typename: "StandardMoved",
    standard: { version: 2 },
  });
  expect((await ask(editor, "commentStandard", remark())).__typename).toBe(
    "StandardComment",
  );
  expect((await ask(rep, "commentStandard", remark())).__typename).toBe(
    "StandardComment",
  );
  expect(pathsOf(await ask(rep, "commentStandard", remark("a")))).toEqual([
    "text",
  ]);

  const approve = { standardId, ifVersion: 2, inForceFrom: "2026-11-24" };
  expect((await ask(ous, "approveStandard", approve)).__typename).toBe(
    "FORBIDDEN",
  );
  const back = { ...approve, inForceFrom: "2026-11-01" };
  expect(pathsOf(await ask(director, "approveStandard", back))).toEqual([
    "inForceFrom",
  ]);
  expect(await ask(director, "approveStandard", approve)).toMatchObject({
    status: "IN_FORCE",
  });
  expect(
    pathsOf(
      await ask(ous, "changeStandard", {
        standardId,
        ifVersion: 3,
        words: WORDS,
      }),
    ),
  ).toEqual(["words"]);
  // everybody reads it, without an account too; what was said of it stays inside
  const { data } = await api.ask<{
    centre: { standards: { name: string; comments: unknown[] }[] };
  }>(
    null,
    `query ($id: ID!) { centre(id: $id) { standards { name comments { text } } } }`,
    { id: centre.globalId },
  );
  expect(data?.centre.standards).toEqual([
    { name: "Poradnictwo", comments: [] },
  ]);

  const service = await partner.aService();
  const held = { serviceId: service.globalId, standardId };
  expect((await ask(ous, "setServiceStandard", held)).__typename).toBe(
    "Service",
  );
  const next = await ask(ous, "draftStandard", {
    requestKey: aKey(),
    words: { ...WORDS, name: "Poradnictwo lepsze" },
    previousId: standardId,
  });
  expect(next).toMatchObject({ edition: 2 });
  expect(
    pathsOf(
      await ask(ous, "draftStandard", {
        requestKey: aKey(),
        words: WORDS,
        previousId: standardId,
      }),
    ),
  ).toEqual(["previousId"]);
  // one person may be director and organiser (CUS art. 24(3))
  const both = await centre.aPerson("OUS", "DIRECTOR");
  await ask(both, "consultStandard", { ...consult, standardId: next.id });
  await ask(both, "approveStandard", { ...approve, standardId: next.id });
  const seen = await editor.ask(
    `query ($old: ID!, $service: ID!) { old: node(id: $old) { ... on QualityStandard { status retiredOn } }
       service: node(id: $service) { ... on Service { standard { id } } } }`,
    { old: standardId, service: service.globalId },
  );
  expect(seen.data).toEqual({
    old: { status: "RETIRED", retiredOn: "2026-11-24" },
    service: { standard: { id: next.id } },
  });
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string }>(
      `select type from event where type like 'Standard%' order by position`,
    ),
  );
  expect(events.map(({ type }) => type)).toEqual([
    "StandardDrafted",
    "StandardConsulted",
    "StandardCommented",
    "StandardCommented",
    "StandardApproved",
    "StandardDrafted",
    "StandardConsulted",
    "StandardApproved",
  ]);
});

it("is checked with evidence, and asks for an action where it does not hold", async () => {
  const service = await partner.aService();
  const bare = await partner.aService();
  await centre.asSystem((work) => insertStandard(work, { service }));
  const check = {
    requestKey: aKey(),
    serviceId: service.globalId,
    checkedOn: "2026-11-20",
    results: ["NOT_MET"],
    evidence: "kalendarz spotkań",
  };
  expect(
    pathsOf(
      await ask(ous, "checkService", { ...check, serviceId: bare.globalId }),
    ),
  ).toEqual(["serviceId"]);
  expect(
    pathsOf(
      await ask(ous, "checkService", {
        ...check,
        checkedOn: "2026-11-25",
        results: ["MET", "MET"],
        evidence: " ",
      }),
    ),
  ).toEqual(["checkedOn", "results", "evidence"]);
  expect(pathsOf(await ask(ous, "checkService", check))).toEqual(["action"]);
  const action = { text: "skrócić", owner: "PARTNER", dueOn: "2026-12-20" };
  const made = await ask(ous, "checkService", { ...check, action });
  expect(made).toMatchObject({ result: "NOT_MET", version: 1 });
  expect((await ask(ous, "checkService", { ...check, action })).id).toBe(
    made.id,
  );
  // the organisation finds it in its list, and says what it did
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const openTo = async (person: Person) => {
    const { data } = await person.ask<{
      centre: { openActions: { id: string; viewerCanAnswerAction: boolean }[] };
    }>(
      `query ($id: ID!) { centre(id: $id) { openActions { id viewerCanAnswerAction } } }`,
      { id: centre.globalId },
    );
    return data?.centre.openActions;
  };
  expect(await openTo(editor)).toEqual([
    { id: made.id, viewerCanAnswerAction: true },
  ]);
  const said = { checkId: made.id, ifVersion: 1, answer: "Nowy kalendarz." };
  expect(
    pathsOf(
      await ask(editor, "answerCorrectiveAction", {
        ...said,
        answer: "Osoba 44051401359 czeka krócej.",
      }),
    ),
  ).toEqual(["answer"]);
  for (const _ of ["once", "twice"])
    expect(await ask(editor, "answerCorrectiveAction", said)).toMatchObject({
      actionState: "ANSWERED",
      version: 2,
    });
  // the organiser misses something, is answered again and finds it done
  const missing = { checkId: made.id, ifVersion: 2, missing: "Brak dat." };
  expect(await ask(ous, "reopenCorrectiveAction", missing)).toMatchObject({
    actionState: "OPEN",
    version: 3,
  });
  expect(pathsOf(await ask(editor, "answerCorrectiveAction", said))).toEqual([
    "ifVersion",
  ]);
  expect(
    await ask(editor, "answerCorrectiveAction", {
      ...said,
      ifVersion: 3,
      answer: "Kalendarz z datami.",
    }),
  ).toMatchObject({ actionState: "ANSWERED", version: 4 });
  const finish = { checkId: made.id, ifVersion: 4 };
  expect(await ask(ous, "finishCorrectiveAction", finish)).toMatchObject({
    actionState: "DONE",
    version: 5,
  });
  expect(
    pathsOf(
      await ask(editor, "answerCorrectiveAction", { ...said, ifVersion: 5 }),
    ),
  ).toEqual(["ifVersion"]);
  expect(await openTo(editor)).toEqual([]);
  expect(pathsOf(await ask(ous, "finishCorrectiveAction", finish))).toEqual([
    "ifVersion",
  ]);

  // its own organisation reads how it was found, another does not
  const other = await centre.aPartner();
  const seen = async (person: Person) => {
    const { data } = await person.ask<{
      node: { lastCheck: { evidence: string; actionDoneOn: string } | null };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Service { lastCheck { evidence actionDoneOn } } } }`,
      { id: service.globalId },
    );
    return data?.node.lastCheck;
  };
  expect(await seen(await partner.aPerson("PARTNER_VIEWER"))).toEqual({
    evidence: "kalendarz spotkań",
    actionDoneOn: "2026-11-24",
  });
  expect(await seen(await other.aPerson("PARTNER_ADMIN"))).toBeNull();
});

it("keeps an organisation from leaving until its actions are done, and checks nothing of who left", async () => {
  const leaving = await centre.aPartner({ agreement: null });
  const service = await leaving.aService();
  await centre.asSystem((work) => insertStandard(work, { service }));
  const check = () =>
    ask(ous, "checkService", {
      ...{ requestKey: aKey(), serviceId: service.globalId },
      ...{ checkedOn: "2026-11-20", results: ["NOT_MET"], evidence: "ogólnie" },
      action: { text: "skrócić", owner: "PARTNER", dueOn: "2026-12-20" },
    });
  const { id: checkId } = await check();
  await announceLeaving(ous, leaving, localDate(api.clock.now()));
  const { id: membershipId, version } = await membershipOf(ous, leaving);
  const complete = async () => {
    const { data } = await ous.ask<{ outcome: Outcome }>(
      `mutation ($input: CompleteLeavingInput!) { outcome: completeLeaving(input: $input) {
         __typename ... on InvalidInput { fields { path message } } } }`,
      { input: { membershipId, ifVersion: version } },
    );
    return data?.outcome;
  };
  const [held] = (await complete())?.fields ?? [];
  expect(held?.path).toBe("membershipId");
  expect(held?.message).toContain("działania po sprawdzeniu standardu");
  await ask(ous, "finishCorrectiveAction", { checkId, ifVersion: 1 });
  expect((await complete())?.__typename).toBe("NetworkMembership");
  expect(pathsOf(await check())).toEqual(["serviceId"]);
});

it("lets the edition before hold until one that was approved for later begins", async () => {
  const both = await centre.aPerson("OUS", "DIRECTOR");
  const service = await partner.aService();
  const standardId = await centre.asSystem((work) =>
    insertStandard(work, { service }),
  );
  const nextEdition = async (previousId: string, inForceFrom: string) => {
    const { id = "" } = await ask(both, "draftStandard", {
      requestKey: aKey(),
      words: WORDS,
      previousId,
    });
    const step = { standardId: id, ifVersion: 1 };
    await ask(both, "consultStandard", { ...step, consultedTo: "2026-11-24" });
    const approved = await ask(both, "approveStandard", {
      ...step,
      ifVersion: 2,
      inForceFrom,
    });
    return { id, approved };
  };
  const seen = async (nextId: string) => {
    const { data } = await api.ask<{
      old: { status: string; retiredOn: string | null } | null;
      next: { status: string } | null;
      service: { standard: { id: string } | null };
    }>(
      (await centre.aPerson("OUS")).token,
      `query ($old: ID!, $next: ID!, $service: ID!) {
         old: node(id: $old) { ... on QualityStandard { status retiredOn } }
         next: node(id: $next) { ... on QualityStandard { status } }
         service: node(id: $service) { ... on Service { standard { id } } } }`,
      { old: standardId, next: nextId, service: service.globalId },
    );
    return data;
  };
  const { id: nextId, approved } = await nextEdition(standardId, "2026-12-01");
  expect(approved).toMatchObject({ status: "APPROVED" });
  const waiting = {
    old: { status: "IN_FORCE", retiredOn: "2026-12-01" },
    next: { status: "APPROVED" },
    service: { standard: { id: standardId } },
  };
  await centre.asSystem(followStandards);
  expect(await seen(nextId)).toEqual(waiting);
  // one after it begins no earlier, and one that is given up gives nothing up with it
  const third = await nextEdition(nextId, "2026-11-30");
  expect(pathsOf(third.approved)).toEqual(["inForceFrom"]);

  api.clock.pass({ days: 7 });
  // the calendar alone already says so, and the job writes it down once
  expect(await seen(nextId)).toMatchObject({
    old: { status: "RETIRED", retiredOn: "2026-12-01" },
    next: { status: "IN_FORCE" },
  });
  await centre.asSystem(followStandards);
  await centre.asSystem(followStandards);
  expect(await seen(nextId)).toMatchObject({
    old: { status: "RETIRED" },
    service: { standard: { id: nextId } },
  });
  const begun = await centre.asSystem((work) =>
    work.rows(`select from event where type = 'StandardBegan'`),
  );
  expect(begun).toHaveLength(1);
});

it("leaves the edition before in force where the one for later is given up", async () => {
  ous = await centre.aPerson("OUS", "DIRECTOR");
  const standardId = await centre.asSystem((work) => insertStandard(work, {}));
  const { id = "" } = await ask(ous, "draftStandard", {
    requestKey: aKey(),
    words: WORDS,
    previousId: standardId,
  });
  const step = { standardId: id, ifVersion: 1 };
  await ask(ous, "consultStandard", { ...step, consultedTo: "2026-12-01" });
  await ask(ous, "approveStandard", {
    ...step,
    ifVersion: 2,
    inForceFrom: "2026-12-24",
  });
  await ask(ous, "retireStandard", { ...step, ifVersion: 3 });
  const { data } = await ous.ask(
    `query ($id: ID!) { node(id: $id) { ... on QualityStandard { status retiredOn } } }`,
    { id: standardId },
  );
  expect(data).toEqual({ node: { status: "IN_FORCE", retiredOn: null } });
});

it("is offered for approval when it can be approved: from the last day of its consultation on", async () => {
  ous = await centre.aPerson("OUS", "DIRECTOR");
  const { id: standardId = "" } = await ask(ous, "draftStandard", {
    requestKey: aKey(),
    words: WORDS,
  });
  const mayApprove = async () => {
    const { data } = await ous.ask(
      `query ($id: ID!) { node(id: $id) { ... on QualityStandard { viewerCanApprove } } }`,
      { id: standardId },
    );
    return data;
  };
  await ask(ous, "consultStandard", {
    ...{ standardId, ifVersion: 1 },
    consultedTo: "2026-12-31",
  });
  expect(await mayApprove()).toEqual({ node: { viewerCanApprove: false } });
  const approve = { standardId, ifVersion: 2, inForceFrom: "2026-12-31" };
  expect(pathsOf(await ask(ous, "approveStandard", approve))).toEqual([
    "inForceFrom",
  ]);
  await centre.asSystem((work) =>
    work.rows(
      `update quality_standard set consulted_to = $1 where name = $2 and status = 'CONSULTED'`,
      [localDate(work.now), WORDS.name],
    ),
  );
  expect(await mayApprove()).toEqual({ node: { viewerCanApprove: true } });
});
