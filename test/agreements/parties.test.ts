// Who is a party, and since when not (O6, P6): what a signer has seen, what others and those who left read, how a party leaves, what time does to it all.
import { followAgreements } from "../../server/agreements/follow-agreements.js";
import { wordsOfDay } from "../../server/platform/calendar.js";
import {
  fromGlobalId,
  parseGlobalId,
} from "../../server/platform/graphql/global-id.js";
import { announceLeaving, membershipOf } from "../partnership/leaving.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import { aReferring, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertProgramme } from "../support/programmes.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import {
  agree,
  anAgreement,
  signature,
  terms,
  VERSION_AGREED,
} from "./agreeing.js";

let api: Api;
let centre: TestCentre;
let partner: TestPartner;
let other: TestPartner;
let third: TestPartner;
let ous: Person;
let admin: Person;
let stranger: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  partner = await centre.aPartner({ agreement: null });
  other = await centre.aPartner({ agreement: null });
  third = await centre.aPartner({ agreement: null });
});
// days pass between the tests, and sessions with them
beforeEach(async () => {
  ous = await centre.aPerson("OUS");
  admin = await partner.aPerson("PARTNER_ADMIN");
  stranger = await other.aPerson("PARTNER_ADMIN");
});
afterAll(() => api.close());

const bare = (id: string) => parseGlobalId(id)?.id ?? "";
const day = (offset: number) =>
  new Date(api.clock.now().getTime() + offset * 86_400_000)
    .toISOString()
    .slice(0, 10);

interface Seen {
  status: string;
  version: number;
  viewerCan: string[];
  endedOn: string | null;
  validTo: string | null;
  terms: { purpose: string | null } | null;
  finance: { amountGrosze: number } | null;
  versions: { revision: number; finance: { amountGrosze: number } | null }[];
  documents: unknown[];
  remarks: unknown[];
}

const seen = async (person: Person, id: string) => {
  const { data } = await person.ask<{ node: Seen | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Agreement { status version viewerCan endedOn validTo
       terms { purpose } finance { amountGrosze } versions { revision finance { amountGrosze } }
       documents { id } remarks { text } } } }`,
    { id },
  );
  return data?.node ?? null;
};

const listed = async (person: Person) => {
  const { data } = await person.ask<{
    centre: {
      agreements: { totalCount: number; nodes: { id: string }[] };
    };
    node: { agreements: { id: string }[] };
  }>(
    `query ($centreId: ID!, $id: ID!) {
       centre(id: $centreId) { agreements(first: 50) { totalCount nodes { id } } }
       node(id: $id) { ... on Partner { agreements { id } } } }`,
    { centreId: centre.globalId, id: partner.globalId },
  );
  if (!data) throw new Error("not read");
  const { nodes, totalCount } = data.centre.agreements;
  expect(totalCount).toBe(nodes.length);
  return {
    inCentre: nodes.map(({ id }) => id),
    ofPartner: data.node.agreements.map(({ id }) => id),
  };
};

it("lists what is for good before what did not come about", async () => {
  const forGood = await anAgreement(ous, [partner], "ACTIVE");
  const rejected = await anAgreement(ous, [partner], "IN_NEGOTIATION");
  await agree(ous, "rejectAgreement", {
    ...{ agreementId: rejected, reason: "Nie tym razem" },
  });
  const { inCentre } = await listed(ous);
  expect(inCentre.indexOf(forGood)).toBeLessThan(inCentre.indexOf(rejected));
});

/** Where it stands in the list of who looks, and what is said of who left. */
const leftOf = async (person: Person, id: string) => {
  const groups = ["NEEDS_MOVE", "IN_FORCE", "ENDED"].map(
    (group) =>
      `${group}: agreements(first: 50, filter: { group: ${group} }) { nodes { id } }`,
  );
  const { data } = await person.ask<{
    centre: Record<string, { nodes: { id: string }[] }>;
    node: {
      leavings: object[];
      terms: { parties: { leaveReason: string | null }[] } | null;
    };
  }>(
    `query ($centreId: ID!, $id: ID!) {
       centre(id: $centreId) { ${groups.join(" ")} }
       node(id: $id) { ... on Agreement { leavings { leftOn lastDay hasLeft partner { id } } terms { parties { leaveReason } } } } }`,
    { centreId: centre.globalId, id },
  );
  const { centre: lists, node } = data ?? {};
  return {
    group: Object.entries(lists ?? {}).find(([, { nodes }]) =>
      nodes.some((one) => one.id === id),
    )?.[0],
    leavings: node?.leavings,
    reasons: node?.terms?.parties.flatMap(({ leaveReason }) =>
      leaveReason ? [leaveReason] : [],
    ),
  };
};

it("annuls signatures by new terms only where who writes them has seen how many there are", async () => {
  const agreementId = await anAgreement(ous, [partner], "AGREED");
  const write = (annulsSignatures?: number) =>
    agree(ous, "changeAgreement", {
      agreementId,
      ifVersion: VERSION_AGREED,
      terms: terms({ purpose: "Inaczej" }),
      ...(annulsSignatures !== undefined && { annulsSignatures }),
    });
  const signed = async () =>
    centre.asSystem((work) =>
      work.rows(
        `select from agreement_party where agreement_id = $1 and signed_on is not null`,
        [bare(agreementId)],
      ),
    );
  await agree(admin, "signAgreement", signature({ agreementId }));
  expect(await signed()).toHaveLength(1);
  for (const unseen of [undefined, 0, 2])
    expect(await write(unseen)).toMatchObject({
      fields: [{ path: "annulsSignatures" }],
    });
  expect(await signed()).toHaveLength(1);
  expect(await write(1)).toMatchObject({ status: "IN_NEGOTIATION" });
  expect(await signed()).toEqual([]);
});

it("takes a signature only to the terms that the signer has read", async () => {
  const agreementId = await anAgreement(ous, [partner], "AGREED", {
    terms: { amountGrosze: 5_000_000 },
  });
  const read = (await seen(admin, agreementId))?.version;
  const { version: ifVersion } = await agree(ous, "changeAgreement", {
    agreementId,
    ifVersion: read,
    terms: terms({ amountGrosze: 100 }),
  });
  await agree(ous, "agreeToAgreement", {
    agreementId,
    ifVersion,
    partnerId: partner.globalId,
  });
  const sign = (version: number | undefined) =>
    agree(
      admin,
      "signAgreement",
      signature({ agreementId, ifVersion: version, kind: "QUALIFIED" }),
    );
  const late = await sign(read);
  expect(late.__typename).toBe("AgreementMoved");
  expect(late.message).toContain("Przeczytaj ją jeszcze raz");
  const now = await seen(admin, agreementId);
  expect(now?.viewerCan).toContain("SIGN");
  // sent again by who did not hear the answer: it stands, and is no other
  for (const _ of ["sent", "sent again"])
    expect(await sign(now?.version)).toMatchObject({ __typename: "Agreement" });

  // so it is with an amendment
  await agree(ous, "signAgreement", signature({ agreementId }));
  expect(await sign(now?.version)).toMatchObject({ status: "ACTIVE" });
  const signedTwice = await centre.asSystem((work) =>
    work.rows(
      `select from event where subject_id = $1 and type = 'AgreementPartySigned'`,
      [fromGlobalId("Agreement", agreementId)],
    ),
  );
  expect(signedTwice).toHaveLength(2);
  const inForce = (await seen(admin, agreementId))?.version;
  await agree(ous, "amendAgreement", {
    agreementId,
    ifVersion: inForce,
    effectiveFrom: day(0),
    terms: terms({ noticeDays: 30 }),
  });
  await agree(ous, "suspendAgreement", { agreementId, reason: "Remont" });
  expect(
    await agree(
      admin,
      "signAgreement",
      signature({ agreementId, revision: 2, ifVersion: inForce }),
    ),
  ).toMatchObject({ __typename: "AgreementMoved" });
});

it("says beside the word of a party that the centre noted it, and why", async () => {
  const agreementId = await anAgreement(ous, [partner], "IN_NEGOTIATION");
  const input = { agreementId, partnerId: partner.globalId };
  const consent = (reason: string) =>
    agree(ous, "agreeToAgreement", { ...input, ifVersion: 2, reason });
  for (const none of [" ", "Tel. 601 602 603"])
    expect(await consent(none)).toMatchObject({ fields: [{ path: "reason" }] });
  expect(await consent("Zgoda na spotkaniu")).toMatchObject({
    status: "AGREED",
  });
  // the hub signs in each of the three ways, and what is noted for its director is marked; for a party paper is noted
  expect(
    await agree(
      ous,
      "signAgreement",
      signature({ agreementId, kind: "QUALIFIED" }),
    ),
  ).toMatchObject({ __typename: "Agreement" });
  expect(
    await agree(
      ous,
      "signAgreement",
      signature({ ...input, kind: "QUALIFIED" }),
    ),
  ).toMatchObject({ fields: [{ path: "kind" }] });
  await agree(ous, "signAgreement", signature(input));
  const marks = async (id: string) => {
    const { data } = await admin.ask<{
      node: { terms: { parties: { partner: { id: string } }[] } };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Agreement { terms { parties { partner { id } onBehalfReason signatureNotedOn signatureKind } } } } }`,
      { id },
    );
    const { parties = [] } = data?.node.terms ?? {};
    return [centre.hub, partner].map(({ globalId }) =>
      parties.find((one) => one.partner.id === globalId),
    );
  };
  expect(await marks(agreementId)).toMatchObject([
    {
      onBehalfReason: null,
      signatureNotedOn: day(0),
      signatureKind: "QUALIFIED",
    },
    {
      onBehalfReason: "Zgoda na spotkaniu",
      signatureNotedOn: day(0),
      signatureKind: "PAPER",
    },
  ]);
  const noted = await centre.asSystem((work) =>
    work.rows<{ type: string }>(
      `select type from event where subject_id = $1 and facts->>'onBehalfOf' = $2 order by position`,
      [bare(agreementId), partner.id],
    ),
  );
  expect(noted.map(({ type }) => type)).toEqual([
    "AgreementPartyAgreed",
    "AgreementPartySigned",
  ]);

  // its own word bears no mark
  const own = await anAgreement(ous, [partner, other], "IN_NEGOTIATION");
  await agree(admin, "agreeToAgreement", { agreementId: own, ifVersion: 2 });
  // said again by whomever, it is no other word, and is not on record twice
  for (const [again, given] of [
    [admin, {}],
    [ous, { partnerId: partner.globalId }],
  ] as const)
    expect(
      await agree(again, "agreeToAgreement", {
        ...{ agreementId: own, ifVersion: 2, ...given },
      }),
    ).toMatchObject({ status: "IN_NEGOTIATION" });
  expect(
    await centre.asSystem((work) =>
      work.rows(
        `select facts->>'onBehalfOf' as for from event where subject_id = $1 and type = 'AgreementPartyAgreed'`,
        [bare(own)],
      ),
    ),
  ).toEqual([{ for: null }]);
  await agree(stranger, "agreeToAgreement", { agreementId: own, ifVersion: 2 });
  await agree(admin, "signAgreement", signature({ agreementId: own }));
  const director = await centre.aPerson("DIRECTOR");
  await agree(director, "signAgreement", signature({ agreementId: own }));
  for (const mark of await marks(own))
    expect(mark).toMatchObject({
      onBehalfReason: null,
      signatureNotedOn: null,
    });

  // nor does a party leave unmarked by another's hand
  const accord = await anAgreement(ous, [partner, other, third], "ACTIVE", {
    kind: "LSR_ACCORD",
  });
  const leaving = { agreementId: accord, byConsent: true, reason: "Koniec" };
  await agree(ous, "withdrawFromAgreement", {
    ...{ ...leaving, partnerId: partner.globalId },
  });
  expect(
    await centre.asSystem((work) =>
      work.rows(
        `select facts->>'onBehalfOf' as for from event where subject_id = $1 and type = 'AgreementPartyLeft'`,
        [bare(accord)],
      ),
    ),
  ).toEqual([{ for: partner.id }]);
});

it("shows talks to their parties alone, and to everybody what was ever signed", async () => {
  const talks = [
    await anAgreement(ous, [partner], "IN_NEGOTIATION"),
    await anAgreement(ous, [partner], "AGREED"),
  ];
  const rejected = await anAgreement(ous, [partner], "IN_NEGOTIATION");
  await agree(ous, "rejectAgreement", { agreementId: rejected, reason: "Nie" });
  const signed = await anAgreement(ous, [partner], "SUSPENDED");
  const authority = await centre.aPerson("AUTHORITY");
  for (const id of [...talks, rejected]) {
    expect(await seen(admin, id)).not.toBeNull();
    expect(await seen(stranger, id)).toBeNull();
    expect(await seen(authority, id)).toBeNull();
    expect(
      await attempt(
        api,
        memberOf(stranger, centre.id, other.id, "PARTNER_ADMIN"),
        [`select from agreement where id = $1`, bare(id)],
      ),
    ).toBe("nothing");
    const told = (person: Person, { id: partnerId }: TestPartner) =>
      attempt(api, memberOf(person, centre.id, partnerId, "PARTNER_ADMIN"), [
        `select from event where subject_id = $1`,
        bare(id),
      ]);
    expect(await told(stranger, other)).toBe("nothing");
    expect(await told(admin, partner)).toBe("done");
    // a foreign one answers like none
    expect(
      await agree(stranger, "rejectAgreement", {
        agreementId: id,
        reason: "X",
      }),
    ).toMatchObject({ fields: [{ path: "agreementId" }] });
  }
  const own = await listed(admin);
  expect(own.inCentre).toEqual(expect.arrayContaining([...talks, rejected]));
  const foreign = await listed(stranger);
  expect(foreign.inCentre).toContain(signed);
  expect(foreign.ofPartner).toContain(signed);
  for (const id of [...talks, rejected]) {
    expect(foreign.inCentre).not.toContain(id);
    expect(foreign.ofPartner).not.toContain(id);
  }
  // who narrows it to what is public finds that alone, its terms stay its parties'
  const open = await anAgreement(ous, [partner], "ACTIVE", {
    terms: { isPublic: true, amountGrosze: 100 },
  });
  const { data } = await stranger.ask<{
    viewer: { centre: { agreements: { nodes: { id: string }[] } } };
  }>(
    `{ viewer { centre { agreements(filter: { isPublic: true }) { nodes { id } } } } }`,
  );
  expect(data?.viewer.centre.agreements.nodes).toEqual([{ id: open }]);
  for (const id of [signed, open])
    expect(await seen(stranger, id)).toMatchObject({
      terms: null,
      finance: null,
      versions: [],
      viewerCan: [],
    });
});

it("lets a party go when its notice is over, and then shows it what was in force up to its day", async () => {
  const programmeId = await centre.asSystem((work) => insertProgramme(work));
  const agreementId = await anAgreement(
    ous,
    [partner, other, third],
    "ACTIVE",
    {
      kind: "PROGRAMME_PARTNERSHIP",
      terms: { programmeId, noticeDays: 10, amountGrosze: 100 },
    },
  );
  // a programme has one of them at a time
  const second = await anAgreement(ous, [partner, other], "DRAFT", {
    kind: "PROGRAMME_PARTNERSHIP",
    terms: { programmeId, validFrom: day(300) },
  });
  const told = await agree(ous, "proposeAgreement", { agreementId: second });
  expect(told.__typename).toBe("AgreementNotReady");
  expect(told.message).toContain("ma już umowę partnerską na ten czas");
  const leave = (person: Person, given: object = {}) =>
    agree(person, "withdrawFromAgreement", {
      agreementId,
      reason: "Inne plany",
      ...given,
    });
  expect(await leave(admin, { leftOn: day(9) })).toMatchObject({
    fields: [{ path: "leftOn" }],
  });
  await expect(leave(admin, { byConsent: true })).rejects.toThrow("FORBIDDEN");
  expect(await leave(admin)).toMatchObject({ status: "ACTIVE" });
  // the same word stands, said again; another one comes too late
  expect(await leave(admin)).toMatchObject({ status: "ACTIVE" });
  expect(await leave(admin, { reason: "Inny powód" })).toMatchObject({
    __typename: "AgreementMoved",
  });

  const leftOn = day(10);
  const leavings = [
    {
      ...{ leftOn, lastDay: day(9), hasLeft: false },
      partner: { id: partner.globalId },
    },
  ];
  const group = "IN_FORCE";
  expect(await leftOf(admin, agreementId)).toMatchObject({ group, leavings });

  // to its last day it is asked and speaks
  const amend = async (amountGrosze: number) => {
    const keeper = await centre.aPerson("OUS");
    return agree(keeper, "amendAgreement", {
      agreementId,
      ifVersion: (await seen(keeper, agreementId))?.version,
      effectiveFrom: day(0),
      terms: terms({ programmeId, noticeDays: 10, amountGrosze }),
    });
  };
  expect(await amend(200)).toMatchObject({ __typename: "Agreement" });
  expect((await seen(admin, agreementId))?.viewerCan).toEqual(
    expect.arrayContaining(["SIGN", "REMARK", "ATTACH"]),
  );
  await agree(ous, "rejectAmendment", { agreementId, revision: 2 });

  api.clock.pass({ days: 10 });
  await followAgreements(api.desk(centre.id));
  const left = await partner.aPerson("PARTNER_ADMIN");
  const keeper = await centre.aPerson("OUS");
  expect(await amend(7_777_777)).toMatchObject({ __typename: "Agreement" });
  await agree(keeper, "remarkOnAgreement", {
    requestKey: aKey(),
    agreementId,
    text: "Rozmawiamy dalej",
  });
  const known = await seen(left, agreementId);
  expect(known).toMatchObject({
    terms: null,
    finance: null,
    versions: [{ revision: 1, finance: { amountGrosze: 100 } }],
    remarks: [],
    documents: [],
    viewerCan: [],
  });
  // for the others it goes on, and they read why
  const gone = leavings.map((one) => ({ ...one, hasLeft: true }));
  expect(await leftOf(left, agreementId)).toEqual({
    ...{ group: "ENDED", leavings: gone },
    reasons: undefined,
  });
  expect(await leftOf(keeper, agreementId)).toEqual({
    ...{ group: "NEEDS_MOVE", leavings: gone },
    reasons: ["Inne plany"],
  });
  // a viewer of the organisation sees no money of then either
  const viewer = await partner.aPerson("PARTNER_VIEWER");
  expect((await seen(viewer, agreementId))?.versions).toEqual([
    { revision: 1, finance: null },
  ]);
  await expect(
    agree(left, "remarkOnAgreement", {
      requestKey: aKey(),
      agreementId,
      text: "wciąż tu",
    }),
  ).rejects.toThrow("FORBIDDEN");
  const hers = memberOf(left, centre.id, partner.id, "PARTNER_ADMIN");
  for (const [outcome, statement] of [
    [
      "nothing",
      `select from agreement_finance where agreement_id = $1 and revision = 3`,
    ],
    [
      "nothing",
      `select from agreement_version where agreement_id = $1 and revision <> 1`,
    ],
    ["nothing", `select from agreement_remark where agreement_id = $1`],
    [
      "done",
      `select from agreement_finance where agreement_id = $1 and revision = 1`,
    ],
    [
      "refused",
      `insert into agreement_remark (centre_id, id, agreement_id, partner_id, text, made_by, made_at)
       select actor_centre(), gen_random_uuid(), $1, actor_partner(), 'X', actor_account(), now()`,
    ],
  ] as const)
    expect([
      statement,
      await attempt(api, hers, [statement, bare(agreementId)]),
    ]).toEqual([statement, outcome]);
  expect(
    await attempt(api, memberOf(keeper, centre.id, centre.hub.id, "OUS"), [
      `update agreement set present_ids = party_ids where id = $1`,
      bare(agreementId),
    ]),
  ).toBe("refused");
  // nobody is spoken to of what is done
  await agree(keeper, "rejectAmendment", { agreementId, revision: 3 });
  expect(
    await agree(keeper, "remarkOnAgreement", {
      requestKey: aKey(),
      agreementId,
      text: "Po wszystkim",
    }),
  ).toMatchObject({ __typename: "AgreementMoved" });
  // with the hub's consent no notice is kept
  expect(
    await leave(keeper, { byConsent: true, partnerId: third.globalId }),
  ).toMatchObject({ status: "WITHDRAWN" });
});

it("lets a party end an agreement of two by the notice that it names", async () => {
  const leave = (agreementId: string) =>
    agree(admin, "withdrawFromAgreement", { agreementId, reason: "Koniec" });
  const silent = await anAgreement(ous, [partner], "ACTIVE");
  expect((await seen(admin, silent))?.viewerCan).not.toContain("WITHDRAW");
  expect(await leave(silent)).toMatchObject({
    fields: [{ path: "partnerId" }],
  });
  const agreementId = await anAgreement(ous, [partner], "ACTIVE", {
    terms: { noticeDays: 14 },
  });
  expect((await seen(admin, agreementId))?.viewerCan).toContain("WITHDRAW");
  expect(await leave(agreementId)).toMatchObject({ status: "ACTIVE" });
  expect(await seen(ous, agreementId)).toMatchObject({
    endedOn: day(13),
    validTo: day(13),
  });
  api.clock.pass({ days: 14 });
  await followAgreements(api.desk(centre.id));
  const later = await centre.aPerson("OUS");
  expect((await seen(later, agreementId))?.status).toBe("TERMINATED");
});

it("is given notice of in the last days before it renews itself as well", async () => {
  const renewing = { validTo: day(20), renewMonths: 1, noticeDays: 40 };
  const [ended, left] = [
    await anAgreement(ous, [partner], "ACTIVE", { terms: renewing }),
    await anAgreement(ous, [partner], "ACTIVE", { terms: renewing }),
  ];
  const reason = "Koniec";
  expect(
    await agree(ous, "terminateAgreement", {
      ...{ agreementId: ended, lastDay: day(40), reason },
    }),
  ).toMatchObject({ __typename: "Agreement" });
  expect(await seen(ous, ended)).toMatchObject({
    endedOn: day(40),
    validTo: day(40),
  });
  expect(
    await agree(admin, "withdrawFromAgreement", { agreementId: left, reason }),
  ).toMatchObject({ __typename: "Agreement" });
  expect(await seen(ous, left)).toMatchObject({
    endedOn: day(39),
    validTo: day(39),
  });
});

it("does not let a suspension stop the calendar", async () => {
  const renewing = await anAgreement(ous, [partner], "SUSPENDED", {
    terms: { validTo: day(3), renewMonths: 12 },
  });
  const ending = await anAgreement(ous, [partner], "SUSPENDED", {
    terms: { validTo: day(3) },
  });
  api.clock.pass({ days: 4 });
  const later = await centre.aPerson("OUS");
  // over by its date, whether or not the record has caught up
  expect(
    await agree(later, "resumeAgreement", { agreementId: ending }),
  ).toMatchObject({ __typename: "AgreementMoved" });
  expect(await seen(later, ending)).toMatchObject({
    status: "EXPIRED",
    viewerCan: ["ATTACH"],
  });
  await followAgreements(api.desk(centre.id));
  expect((await seen(later, ending))?.status).toBe("EXPIRED");
  expect(await seen(later, renewing)).toMatchObject({
    status: "SUSPENDED",
    validTo: `${String(Number(day(-1).slice(0, 4)) + 1)}${day(-1).slice(4)}`,
  });
  expect(
    await agree(later, "resumeAgreement", { agreementId: renewing }),
  ).toMatchObject({ status: "ACTIVE" });
});

it("says what leans on a draft before it is thrown away, and gives each number once", async () => {
  const dpa = await anAgreement(ous, [partner], "DRAFT", {
    kind: "DATA_PROCESSING",
    terms: { dataRole: "PROCESSOR" },
  });
  const leaning = await anAgreement(ous, [partner], "DRAFT", {
    terms: { dataRole: "PROCESSOR", dpaAgreementId: dpa },
  });
  const discard = (agreementId: string) =>
    agree(ous, "discardAgreement", { agreementId });
  expect(await discard(dpa)).toMatchObject({ __typename: "AgreementNotReady" });
  expect(await discard(leaning)).toMatchObject({
    __typename: "AgreementDiscarded",
  });
  expect(await discard(dpa)).toMatchObject({
    __typename: "AgreementDiscarded",
  });

  const draft = (number: string | null) =>
    agree(ous, "draftAgreement", {
      requestKey: aKey(),
      kind: "COOPERATION",
      number,
      partnerIds: [partner.globalId],
      terms: terms(),
    });
  const record = (number: string) =>
    agree(ous, "recordSignedAgreement", {
      requestKey: aKey(),
      partnerId: partner.globalId,
      kind: "COOPERATION",
      number,
      dataRole: "NO_PERSONAL_DATA",
      signedOn: day(0),
      validFrom: day(0),
    });
  for (let n = 51; n <= 55; n++) {
    await draft(`A${String(n * 3)}`);
    const next = `A${String(n * 3 + 1)}`;
    // the one that asks for the next may find it given, and never falls over
    const outcomes = await Promise.all([
      draft(next),
      draft(null),
      record(next),
    ]);
    expect(
      outcomes
        .map(({ __typename, fields }) =>
          __typename === "Agreement" ? "made" : fields?.[0]?.path,
        )
        .sort(),
    ).toEqual(expect.arrayContaining(["made", "number"]));
  }
});

it("asks for the plans of a party that leaves later, when another's notice ends the agreement for it, and tells no day to come as past", async () => {
  const later = await centre.aPartner({ agreement: null });
  const agreementId = await anAgreement(ous, [later, other], "ACTIVE", {
    terms: { noticeDays: 5 },
  });
  const service = await later.aService();
  const kipus = await centre.aPerson("KIPUS");
  const leave = (partnerId: string, leftOn: string) =>
    agree(ous, "withdrawFromAgreement", {
      ...{ agreementId, partnerId, leftOn, byConsent: true },
      reason: "Inne plany",
    });
  expect(await leave(later.globalId, day(90))).toMatchObject({
    status: "ACTIVE",
  });
  const { id: referralId, __typename } = await send(kipus, service);
  expect(__typename).toBe("Referral");
  const held = await leave(other.globalId, day(0));
  expect(held).toMatchObject({ fields: [{ path: "agreementId" }] });
  expect(held.message).toContain(kipus.name);
  await kipus.ask(
    `mutation ($input: PlanContinuationInput!) { planContinuation(input: $input) { __typename } }`,
    { input: { referralId, way: "TRANSFER", until: day(0) } },
  );
  expect(await leave(other.globalId, day(0))).toMatchObject({
    status: "WITHDRAWN",
  });
  const { message } = await send(kipus, service);
  expect(message).toContain(wordsOfDay(day(0)).pl);
});

it("lets no party undo alone what all have signed, before its first day as well", async () => {
  const agreementId = await anAgreement(ous, [partner], "AMENDING");
  const sign = (partnerId: string | null) =>
    agree(
      ous,
      "signAgreement",
      signature({ agreementId, revision: 2, partnerId }),
    );
  await sign(null);
  expect((await seen(admin, agreementId))?.viewerCan).toContain(
    "REJECT_AMENDMENT",
  );
  await sign(partner.globalId);
  expect((await seen(admin, agreementId))?.viewerCan).not.toContain(
    "REJECT_AMENDMENT",
  );
  const undone = await agree(admin, "rejectAmendment", {
    ...{ agreementId, revision: 2 },
  });
  expect(undone.__typename).toBe("AgreementMoved");
  expect(undone.message).toContain("podpisali już wszyscy");
  // with the agreement it ends as well
  expect(
    await agree(ous, "terminateAgreement", {
      ...{ agreementId, lastDay: day(0), byConsent: true, reason: "Koniec" },
    }),
  ).toMatchObject({ __typename: "Agreement" });
});

it("keeps no more places than there are, proposed or signed", async () => {
  const few = await partner.aService({ total: 5 });
  const keeping = (placesKept: number) => ({
    services: [{ serviceId: few.globalId, placesKept }],
  });
  const refused = await agree(ous, "draftAgreement", {
    requestKey: aKey(),
    kind: "COOPERATION",
    partnerIds: [partner.globalId],
    terms: terms(keeping(6)),
  });
  expect(refused.fields?.map(({ path }) => path)).toEqual(["terms.services"]);
  const agreementId = await anAgreement(ous, [partner], "AGREED", {
    terms: keeping(5),
  });
  // fewer since all said yes
  const fewer = () =>
    centre.asSystem(async (work) => {
      await work.rows(
        `update capacity set total = total - 1, version = version + 1, numbers_version = version + 1 where service_id = $1`,
        [few.id],
      );
      await work.rows(
        `insert into capacity_event (centre_id, service_id, version, kind, total_change, reason, at)
       select centre_id, service_id, version, 'SET_TOTAL', -1, 'r', now() from capacity where service_id = $1`,
        [few.id],
      );
    });
  await fewer();
  const unsigned = await agree(
    ous,
    "signAgreement",
    signature({ agreementId }),
  );
  expect(unsigned.__typename).toBe("AgreementNotReady");
  expect(unsigned.message).toContain("Ma ich 4, a umowa trzyma");

  // nor does it go on with fewer
  const suspended = await anAgreement(ous, [partner], "SUSPENDED", {
    terms: keeping(4),
  });
  await fewer();
  expect(
    await agree(ous, "resumeAgreement", { agreementId: suspended }),
  ).toMatchObject({ __typename: "AgreementNotReady" });
});

it("goes on among those who stay, when one leaves the network: they amend it, and it reads no later version and signs nothing", async () => {
  const gone = await centre.aPartner({ agreement: null });
  const staying = [other, third];
  const goes = await gone.aPerson("PARTNER_ADMIN");
  const accord = await anAgreement(ous, [gone, ...staying], "ACTIVE", {
    kind: "LSR_ACCORD",
  });
  const entrusted = await anAgreement(ous, [gone, ...staying], "ACTIVE", {
    ...{ kind: "DATA_PROCESSING", terms: { dataRole: "PROCESSOR" } },
  });
  const talked = await anAgreement(ous, [gone], "AGREED");
  const draft = {
    requestKey: aKey(),
    kind: "COOPERATION",
    partnerIds: [gone.globalId],
    terms: terms(),
  };
  const before = await agree(ous, "draftAgreement", draft);
  await announceLeaving(ous, gone, day(0));
  const leave = async () => {
    const { id: membershipId, version: ifVersion } = await membershipOf(
      ous,
      gone,
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
  // what is not signed yet is decided on first
  expect((await leave())?.message).toContain("jeszcze nie podpisali wszyscy");
  await agree(ous, "rejectAgreement", {
    ...{ agreementId: talked, reason: "Odchodzą z sieci" },
  });
  expect(await leave()).toEqual({ __typename: "NetworkMembership" });

  expect(
    await agree(ous, "amendAgreement", {
      agreementId: accord,
      ifVersion: (await seen(ous, accord))?.version,
      effectiveFrom: day(0),
      terms: terms({ purpose: "Cel po odejściu" }),
    }),
  ).toMatchObject({ __typename: "Agreement" });
  const sign = (partnerId: string | null) =>
    agree(
      ous,
      "signAgreement",
      signature({ agreementId: accord, revision: 2, partnerId }),
    );
  expect(await sign(gone.globalId)).toMatchObject({
    fields: [{ path: "partnerId" }],
  });
  for (const one of [null, ...staying.map(({ globalId }) => globalId)])
    await sign(one);
  expect((await seen(ous, accord))?.versions.map((v) => v.revision)).toEqual([
    2, 1,
  ]);
  expect((await seen(goes, accord))?.versions.map((v) => v.revision)).toEqual([
    1,
  ]);

  // an entrustment lasts as long as the data are there: then the organiser notes that it is left
  const amendEntrusted = async () =>
    agree(ous, "amendAgreement", {
      ...{ agreementId: entrusted, effectiveFrom: day(0) },
      ifVersion: (await seen(ous, entrusted))?.version,
      terms: terms({ dataRole: "PROCESSOR", purpose: "Bez tych danych" }),
    });
  expect(await amendEntrusted()).toMatchObject({
    fields: [{ path: "partnerIds" }],
  });
  expect((await seen(ous, entrusted))?.viewerCan).toContain("WITHDRAW_PARTY");
  expect(
    await agree(ous, "withdrawFromAgreement", {
      ...{ agreementId: entrusted, partnerId: gone.globalId },
      ...{ byConsent: true, reason: "Dane usunięto" },
    }),
  ).toMatchObject({ __typename: "Agreement", status: "ACTIVE" });
  expect(await amendEntrusted()).toMatchObject({ __typename: "Agreement" });

  // nor is anything new made with it
  const drafted = await agree(ous, "draftAgreement", {
    ...draft,
    requestKey: aKey(),
  });
  // who asks again whether her draft was made is told that it was
  expect((await agree(ous, "draftAgreement", draft)).id).toBe(before.id);
  expect(drafted.fields?.map(({ path }) => path)).toEqual(["partnerIds"]);
  const recorded = await agree(ous, "recordSignedAgreement", {
    ...{ requestKey: aKey(), partnerId: gone.globalId, number: "PO/1" },
    ...{ kind: "COOPERATION", dataRole: "NO_PERSONAL_DATA" },
    ...{ signedOn: day(0), validFrom: day(0) },
  });
  expect(recorded.fields?.map(({ path }) => path)).toEqual(["partnerId"]);
});

it("holds behind the second wall that a party comes unsigned, is noted for on paper alone, and leaves from today on with its plans made", async () => {
  const organiser = memberOf(ous, centre.id, centre.hub.id, "OUS");
  const today = day(0);
  const talked = bare(await anAgreement(ous, [partner], "IN_NEGOTIATION"));
  const comes = (columns: string, values: string) =>
    attempt(api, organiser, [
      `insert into agreement_party (centre_id, agreement_id, partner_id${columns}) values ($1, $2, $3${values})`,
      ...[centre.id, talked, other.id],
    ]);
  expect(
    await comes(
      ", agreed_on, signed_on, signatory_name, authority, signature_kind",
      ", '2026-01-01', '2026-01-01', 'Ktoś', 'prezes', 'QUALIFIED'",
    ),
  ).toBe("refused");
  expect(await comes("", "")).not.toBe("refused");

  const agreed = bare(await anAgreement(ous, [partner], "AGREED"));
  const noted = (kind: string) =>
    attempt(api, organiser, [
      `update agreement_party set signed_on = $3, signatory_name = 'Ktoś', authority = 'prezes', signature_kind = $4,
         signed_by_account = $5, signature_noted_on = $3 where agreement_id = $1 and partner_id = $2`,
      ...[agreed, partner.id, today, kind, ous.accountId],
    ]);
  expect(await noted("QUALIFIED")).toBe("refused");
  expect(await noted("PAPER")).toBe("done");

  const at = await aReferring(api, { partner: { agreement: null } });
  const [keeper, hers] = [
    memberOf(
      await at.centre.aPerson("OUS"),
      at.centre.id,
      at.centre.hub.id,
      "OUS",
    ),
    memberOf(
      await at.partner.aPerson("PARTNER_ADMIN"),
      ...([at.centre.id, at.partner.id, "PARTNER_ADMIN"] as const),
    ),
  ];
  const runs = bare(
    await anAgreement(await at.centre.aPerson("OUS"), [at.partner], "ACTIVE"),
  );
  const leaves = (on: string) =>
    attempt(api, hers, [
      `update agreement_party set left_on = $3, leave_reason = 'x' where agreement_id = $1 and partner_id = $2`,
      ...[runs, at.partner.id, on],
    ]);
  const ends = (on: string) =>
    attempt(api, keeper, [
      `update agreement set ended_on = $2, valid_to = $2, end_reason = 'koniec' where id = $1`,
      ...[runs, on],
    ]);
  for (const done of [leaves, ends])
    expect(await done(day(-10))).toBe("refused");
  await send(at.kipus, at.service);
  for (const done of [leaves, ends])
    expect(await done(day(10))).toBe("refused");
});

it("lets who said no to an agreement read its programme no longer", async () => {
  const programmeId = await centre.asSystem((work) => insertProgramme(work));
  const reads = async () => {
    const { data } = await admin.ask<{ node: { name: string } | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Programme { name } } }`,
      { id: programmeId },
    );
    return Boolean(data?.node);
  };
  const agreementId = await anAgreement(ous, [partner], "IN_NEGOTIATION", {
    terms: { programmeId },
  });
  expect(await reads()).toBe(true);
  await agree(admin, "rejectAgreement", { agreementId, reason: "Nie" });
  expect(await reads()).toBe(false);
});
