// An amendment is asked again on the day on which it takes force, and an entrustment ends after what leans on it.
import { followAgreements } from "../../server/agreements/follow-agreements.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import type { Referring } from "../referrals/referring.js";
import { aReferring } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertProgramme } from "../support/programmes.js";
import { aCentre } from "../support/world.js";
import {
  agree,
  anAgreement,
  signature,
  terms,
  VERSION_IN_FORCE,
} from "./agreeing.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const day = (days: number) => addDays(localDate(api.clock.now()), days);

interface Amending extends Referring {
  ous: Person;
  agreementId: string;
  amend(terms: object, effectiveFrom?: string): Promise<string>;
  /** By whom last; `null`: the hub. */
  sign(partnerId?: string | null): ReturnType<typeof agree>;
  inForce(): Promise<unknown>;
}

async function amending(given: Record<string, unknown> = {}) {
  const at = await aReferring(api, { partner: { agreement: null } });
  const { centre, partner } = at;
  const ous = await centre.aPerson("OUS");
  const agreementId = await anAgreement(ous, [partner], "ACTIVE", {
    terms: { dataRole: "SEPARATE_CONTROLLER", ...given },
  });
  return {
    ...{ ...at, ous, agreementId },
    async amend(changed, effectiveFrom = day(0)) {
      const { __typename } = await agree(ous, "amendAgreement", {
        ...{ agreementId, ifVersion: VERSION_IN_FORCE, effectiveFrom },
        terms: terms({ dataRole: "SEPARATE_CONTROLLER", ...changed }),
      });
      return __typename;
    },
    sign: async (partnerId = null) =>
      agree(await centre.aPerson("OUS"), "signAgreement", {
        agreementId,
        ...signature({ revision: 2, partnerId }),
      }),
    async inForce() {
      const { data } = await (
        await centre.aPerson("OUS")
      ).ask<{ node: unknown }>(
        `query ($id: ID!) { node(id: $id) { ... on Agreement { revision dataRole validTo versions { status } } } }`,
        { id: agreementId },
      );
      return data?.node;
    },
  } satisfies Amending;
}

const planned = async ({ kipus }: Referring, referralId: string) => {
  const { data } = await kipus.ask<{ outcome: { __typename: string } }>(
    `mutation ($input: PlanContinuationInput!) { outcome: planContinuation(input: $input) { __typename } }`,
    { input: { referralId, way: "TRANSFER", until: day(30) } },
  );
  return data?.outcome.__typename;
};

it("tells services in another order as no change", async () => {
  const at = await amending();
  const services = [at.service, await at.partner.aService()]
    .map(({ globalId }) => ({ serviceId: globalId, placesKept: 0 }))
    .sort((a, b) => a.serviceId.localeCompare(b.serviceId));
  const agreementId = await anAgreement(at.ous, [at.partner], "ACTIVE", {
    terms: { services },
  });
  for (const [n, some] of [services, [...services].reverse()].entries()) {
    const effectiveFrom = day(0);
    const { data } = await at.ous.ask<{ node: { version: number } }>(
      `query ($id: ID!) { node(id: $id) { ... on Agreement { version } } }`,
      { id: agreementId },
    );
    await agree(at.ous, "amendAgreement", {
      ...{ agreementId, ifVersion: data?.node.version, effectiveFrom },
      terms: terms({ services: some, noticeDays: n + 10 }),
    });
    const read = await at.ous.ask<{
      node: { versions: { changes: { term: string }[] }[] };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Agreement { versions { changes { term } } } } }`,
      { id: agreementId },
    );
    expect(read.data?.node.versions[0]?.changes).toEqual([
      { term: "Wypowiedzenie (dni)" },
    ]);
    await agree(at.ous, "rejectAmendment", { agreementId, revision: n + 2 });
  }
});

it("takes no force after its own last day, and nobody signs it then", async () => {
  const at = await amending();
  expect(await at.amend({ validTo: day(1) })).toBe("Agreement");
  expect(await at.sign()).toMatchObject({ revision: 1 });
  api.clock.pass({ days: 2 });
  const late = await at.sign(at.partner.globalId);
  expect(late).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "revision" }],
  });
  expect(late.message).toMatch(/^Ostatni dzień z tej zmiany już minął: /);
  await followAgreements(api.desk(at.centre.id));
  expect(await at.inForce()).toMatchObject({
    ...{ revision: 1, validTo: null },
    versions: [{ status: "REJECTED" }, { status: "IN_FORCE" }],
  });
});

it("waits with the last signature for the plans of who was sent since it was proposed", async () => {
  for (const isShorter of [true, false]) {
    const at = await amending();
    const { globalId: serviceId } = await at.partner.aService();
    const changed = isShorter
      ? { validTo: day(20) }
      : { services: [{ serviceId, placesKept: 0 }] };
    expect(await at.amend(changed)).toBe("Agreement");
    const id = await at.sent();
    expect(await at.sign()).toMatchObject({ revision: 1 });
    const held = await at.sign(at.partner.globalId);
    expect(held).toMatchObject({
      __typename: "InvalidInput",
      fields: [{ path: "agreementId" }],
    });
    expect(held.message).toContain(at.kipus.name);
    expect(await at.inForce()).toMatchObject({ revision: 1 });
    expect(await planned(at, id)).toBe("Referral");
    expect(await at.sign(at.partner.globalId)).toMatchObject({ revision: 2 });
  }
});

it("waits, signed by all, on its first day as well, and takes force once they are there", async () => {
  const at = await amending();
  const { centre, partner } = at;
  expect(await at.amend({ validTo: day(20) }, day(1))).toBe("Agreement");
  await at.sign();
  await at.sign(partner.globalId);
  const id = await at.sent();
  for (let passed = 0; passed < 24; passed += 8) {
    // whoever is at work stays signed in
    await at.kipus.ask("{ viewer { name } }");
    api.clock.pass({ hours: 8 });
  }
  await followAgreements(api.desk(centre.id));
  expect(await at.inForce()).toMatchObject({ revision: 1 });
  expect(await planned(at, id)).toBe("Referral");
  await followAgreements(api.desk(centre.id));
  expect(await at.inForce()).toMatchObject({
    revision: 2,
    versions: [{ status: "IN_FORCE" }, { status: "PAST" }],
  });
});

it("that the database refuses keeps no other agreement of the centre from its day", async () => {
  const at = await amending();
  const { centre, partner, agreementId } = at;
  const ending = await anAgreement(at.ous, [partner], "ACTIVE", {
    terms: { validTo: day(0) },
  });
  expect(
    await at.amend({ dataRole: "NO_PERSONAL_DATA", noticeDays: 30 }, day(1)),
  ).toBe("Agreement");
  await at.sign();
  await at.sign(partner.globalId);
  // as it could be proposed before it was asked
  await centre.asSystem((work) =>
    work.rows(
      `update agreement_version set terms = terms || '{"allowsSensitive": true}'
       where agreement_id = $1 and status = 'SIGNED'`,
      [fromGlobalId("Agreement", agreementId)],
    ),
  );
  api.clock.pass({ days: 1 });
  await expect(followAgreements(api.desk(centre.id))).rejects.toThrow(
    "some agreements were not followed",
  );
  const told = await centre.asSystem((work) =>
    work.rows(
      `select type from event where centre_id = $1 and subject_id = $2 and type = 'AgreementExpired'`,
      [centre.id, fromGlobalId("Agreement", ending)],
    ),
  );
  expect(told).toHaveLength(1);
});

it("gives way, signed by all, to another one that all sign, and tells the organiser when it is kept from force", async () => {
  const at = await amending();
  const { centre, partner } = at;
  const { globalId: serviceId, id } = await partner.aService({ total: 5 });
  const keeping = (placesKept: number) => ({
    services: [{ serviceId, placesKept }],
  });
  expect(await at.amend(keeping(5), day(1))).toBe("Agreement");
  await at.sign();
  await at.sign(partner.globalId);
  // promised is not kept yet: what all signed begins tomorrow
  await centre.asSystem(async (work) => {
    await work.rows(
      `update capacity set total = 4, version = version + 1, numbers_version = version + 1 where service_id = $1`,
      [id],
    );
    await work.rows(
      `insert into capacity_event (centre_id, service_id, version, kind, total_change, reason, at)
       select centre_id, service_id, version, 'SET_TOTAL', -1, 'r', now() from capacity where service_id = $1`,
      [id],
    );
  });
  api.clock.pass({ days: 1 });
  for (const held of [1, 1]) {
    await followAgreements(api.desk(centre.id));
    const events = await centre.asSystem((work) =>
      work.rows(
        `select from event where subject_id = $1 and type = 'AgreementAmendmentHeld'`,
        [fromGlobalId("Agreement", at.agreementId)],
      ),
    );
    expect(events).toHaveLength(held);
  }
  const ous = await centre.aPerson("OUS");
  const rejected = await agree(ous, "rejectAmendment", {
    ...{ agreementId: at.agreementId, revision: 2 },
  });
  expect(rejected.__typename).toBe("AgreementMoved");
  const amended = await agree(ous, "amendAgreement", {
    ...{ agreementId: at.agreementId, ifVersion: VERSION_IN_FORCE },
    effectiveFrom: day(0),
    terms: terms({ dataRole: "SEPARATE_CONTROLLER", ...keeping(3) }),
  });
  expect(amended.__typename).toBe("Agreement");
  const sign = (partnerId: string | null) =>
    agree(ous, "signAgreement", {
      agreementId: at.agreementId,
      ...signature({ revision: 3, partnerId }),
    });
  await sign(null);
  expect(await at.inForce()).toMatchObject({
    versions: [
      { status: "PROPOSED" },
      { status: "SIGNED" },
      { status: "IN_FORCE" },
    ],
  });
  expect(await sign(partner.globalId)).toMatchObject({ revision: 3 });
  expect(await at.inForce()).toMatchObject({
    versions: [
      { status: "IN_FORCE" },
      { status: "REPLACED" },
      { status: "PAST" },
    ],
  });
});

it("makes nobody a processor whom no data were entrusted to", async () => {
  const at = await amending();
  expect(await at.amend({ dataRole: "PROCESSOR" })).toBe("Agreement");
  for (const party of [null, at.partner.globalId])
    expect(await at.sign(party)).toMatchObject({
      __typename: "AgreementNotReady",
    });
  // nor who has left the entrustment of several
  const entrusted = {
    kind: "DATA_PROCESSING",
    terms: { dataRole: "PROCESSOR" },
  };
  const others = [await at.centre.aPartner(), await at.centre.aPartner()];
  const shared = await anAgreement(
    at.ous,
    [at.partner, ...others],
    "ACTIVE",
    entrusted,
  );
  expect(
    await agree(at.ous, "withdrawFromAgreement", {
      ...{ agreementId: shared, partnerId: at.partner.globalId },
      ...{ byConsent: true, reason: "Koniec" },
    }),
  ).toMatchObject({ __typename: "Agreement" });
  expect(await at.sign()).toMatchObject({ __typename: "AgreementNotReady" });
  await anAgreement(at.ous, [at.partner], "ACTIVE", entrusted);
  await at.sign();
  expect(await at.sign(at.partner.globalId)).toMatchObject({ revision: 2 });
  expect(await at.inForce()).toMatchObject({ dataRole: "PROCESSOR" });
});

it("ends no entrustment on which an agreement leans, and says which", async () => {
  const centre = await aCentre(api);
  const partner = await centre.aPartner({ agreement: null });
  const ous = await centre.aPerson("OUS");
  const entrusted = () =>
    anAgreement(ous, [partner], "ACTIVE", {
      kind: "DATA_PROCESSING",
      terms: { dataRole: "PROCESSOR" },
    });
  const dpaId = await entrusted();
  const leaningId = await anAgreement(ous, [partner], "ACTIVE", {
    terms: { dataRole: "PROCESSOR", validTo: day(60) },
  });
  const { data } = await ous.ask<{ node: { number: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Agreement { number } } }`,
    { id: leaningId },
  );
  const end = (agreementId: string, lastDay: string) =>
    agree(ous, "terminateAgreement", {
      ...{ agreementId, lastDay, byConsent: true, reason: "koniec" },
    });
  const held = await end(dpaId, day(59));
  expect(held).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "agreementId" }],
  });
  expect(held.message).toContain(`umowy: ${data?.node.number ?? "?"}.`);
  // another one in its place, or an end that comes with the other's
  const nextId = await entrusted();
  expect((await end(dpaId, day(0))).__typename).toBe("Agreement");
  expect((await end(nextId, day(59))).__typename).toBe("InvalidInput");
  expect((await end(nextId, day(60))).__typename).toBe("Agreement");
});

it("names whom to ask on each side and the programme that it carries out, by what all sign", async () => {
  const at = await amending();
  const { centre, partner, ous, agreementId } = at;
  const primary = await partner.aContact();
  const programme = await centre.asSystem((work) => insertProgramme(work));
  const programmeId = fromGlobalId("Programme", programme);
  const named = await centre.asSystem(async (work) => {
    const [row] = await work.rows<{ id: string }>(
      `insert into contact_person (centre_id, id, partner_id, name, position, work_email, created_at)
       values ($1, gen_random_uuid(), $2, 'Jadwiga Robocza', 'koordynatorka zadania', 'jadwiga@splot.example', $3) returning id`,
      [centre.id, partner.id, work.now],
    );
    return toGlobalId("ContactPerson", row?.id ?? "");
  });
  const contacts = [{ partnerId: partner.globalId, contactPersonId: named }];
  const pathOf = async (given: Record<string, unknown>) => {
    const { fields } = await agree(ous, "amendAgreement", {
      ...{ agreementId, ifVersion: VERSION_IN_FORCE, effectiveFrom: day(0) },
      terms: terms({ dataRole: "SEPARATE_CONTROLLER", ...given }),
    });
    return fields?.map(({ path }) => path);
  };
  const [party] = contacts;
  // somebody else's contact person, the same party twice, a programme that nobody adopted
  const foreign = { partnerId: centre.hub.globalId, contactPersonId: primary };
  expect(await pathOf({ contacts: [foreign] })).toEqual(["terms.contacts"]);
  expect(await pathOf({ contacts: [party, party] })).toEqual([
    "terms.contacts",
  ]);
  await centre.asSystem((work) =>
    work.rows(`update programme set status = 'DRAFT' where id = $1`, [
      programmeId,
    ]),
  );
  expect(await pathOf({ programmeId: programme })).toEqual([
    "terms.programmeId",
  ]);
  await centre.asSystem((work) =>
    work.rows(`update programme set status = 'ADOPTED' where id = $1`, [
      programmeId,
    ]),
  );
  // while it is talked about the organiser writes them alone
  const talked = await anAgreement(ous, [partner], "IN_NEGOTIATION", {
    terms: { contacts },
  });
  for (const [ifVersion, given] of [{}, { contacts }].entries())
    expect(
      await agree(ous, "changeAgreement", {
        ...{ agreementId: talked, ifVersion: ifVersion + 2 },
        terms: terms(given),
      }),
    ).toMatchObject({ __typename: "Agreement" });
  expect(await at.amend({ contacts, programmeId: programme })).toBe(
    "Agreement",
  );
  const read = async (person: Person) => {
    const { data } = await person.ask<{
      node: {
        terms: {
          programme: { name: string } | null;
          parties: {
            partner: { id: string };
            contactPerson: { name: string } | null;
            turnTo: { id: string } | null;
          }[];
        };
        versions: { changes: { term: string; from: string; to: string }[] }[];
      };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Agreement { versions { changes { term from to } }
         terms { programme { name } parties { partner { id } contactPerson { name } turnTo { id } } } } } }`,
      { id: agreementId },
    );
    const { terms: said, versions } = data?.node ?? {};
    return {
      programme: said?.programme?.name,
      people: said?.parties.flatMap(({ contactPerson }) =>
        contactPerson ? [contactPerson.name] : [],
      ),
      turnTo: said?.parties.find((one) => one.partner.id === partner.globalId)
        ?.turnTo?.id,
      changes: versions?.[0]?.changes.map(({ term, to }) => `${term}: ${to}`),
    };
  };
  const programmeName = `Program ${programmeId.slice(0, 8)}`;
  const changes: unknown = expect.arrayContaining([
    `Program: ${programmeName}`,
    expect.stringMatching(/^Osoby do kontaktu: .*: Jadwiga Robocza$/),
  ]);
  expect(await read(ous)).toEqual({
    programme: undefined,
    people: [],
    // where nobody is named, whoever is turned to first there
    turnTo: primary,
    changes,
  });
  await at.sign();
  await at.sign(partner.globalId);
  const inForce = {
    programme: programmeName,
    people: ["Jadwiga Robocza"],
    turnTo: named,
    changes,
  };
  expect(await read(ous)).toEqual(inForce);
  // a party reads the programme of its agreement; the council reads no contact persons
  expect(await read(await partner.aPerson("PARTNER_VIEWER"))).toEqual(inForce);
  expect(await read(await centre.aPerson("AUTHORITY"))).toMatchObject({
    programme: programmeName,
    people: [],
    turnTo: undefined,
  });
  // the second wall: what was signed names whom all signed for, and a party's own people alone
  const change = `update agreement_party set contact_person_id = $1 where centre_id = $2 and partner_id = $3`;
  const first = fromGlobalId("ContactPerson", primary);
  expect(
    await attempt(api, memberOf(ous, centre.id, centre.hub.id, "OUS"), [
      change,
      ...[first, centre.id, partner.id],
    ]),
  ).toBe("refused");
  await expect(
    centre.asSystem((work) =>
      work.rows(change, [first, centre.id, centre.hub.id]),
    ),
  ).rejects.toThrow("agreement_party_contact");
  // who is a contact person no longer is named no more
  await centre.asSystem((work) =>
    work.rows(`update contact_person set active = false where id = $1`, [
      fromGlobalId("ContactPerson", named),
    ]),
  );
  expect(await read(ous)).toMatchObject({ people: [], turnTo: primary });
});
