// A programme from its draft to its final information: what each step asks, what it changes, and what its history tells.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertProgramme } from "../support/programmes.js";
import type { TestCentre } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import type { Programming } from "./programming.js";
import { ELEMENTS, programming } from "./programming.js";

let api: Api;
let centre: TestCentre;
let ous: Person;
let as: Programming;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  ous = await centre.aPerson("OUS");
  as = programming(ous);
});
afterAll(() => api.close());

const RESOLUTION = { number: "XX/12/2026", on: "2026-11-10" };

it("is drafted once for each key", async () => {
  const input = { requestKey: aKey(), elements: { name: "Razem raźniej" } };
  const first = await as.draft(input);
  expect(first).toMatchObject({ status: "DRAFT", version: 1 });
  expect(first.missing).toHaveLength(12);
  expect((await as.draft(input)).id).toBe(first.id);
  const other = await as.draft({ ...input, elements: { name: "Inny" } });
  expect(other.__typename).toBe("RequestKeyReused");
  const short = await as.draft({ requestKey: "", elements: { name: "ab" } });
  expect(short.fields?.map(({ path }) => path)).toEqual([
    "elements.name",
    "requestKey",
  ]);
});

it("goes from draft over a resolution and its dates to its final information", async () => {
  const draft = await as.draft({
    requestKey: aKey(),
    elements: { name: "Samodzielni" },
  });
  const programmeId = String(draft.id);
  const early = await as.adopt({
    programmeId,
    ifVersion: 1,
    resolution: RESOLUTION,
  });
  expect(early).toMatchObject({ __typename: "ProgrammeIncomplete" });
  expect(early.missing).toContain("PERSONAL_DATA");

  const backwards = await as.change({
    programmeId,
    ifVersion: 1,
    elements: {
      startsOn: "2027-03-01",
      endsOn: "2027-02-01",
      persons: 0,
      budgetGrosze: -1,
      bipUrl: "bip",
    },
  });
  expect(backwards.fields?.map(({ path }) => path)).toEqual([
    "elements.endsOn",
    "elements.persons",
    "elements.budgetGrosze",
    "elements.bipUrl",
  ]);

  const written = await as.change({
    programmeId,
    ifVersion: 1,
    elements: ELEMENTS,
  });
  expect(written).toMatchObject({ version: 2, missing: [], status: "DRAFT" });
  const moved = await as.change({
    programmeId,
    ifVersion: 1,
    elements: { aim: "inny" },
  });
  expect(moved).toMatchObject({
    __typename: "ProgrammeMoved",
    programme: { version: 2 },
  });
  const tomorrow = await as.adopt({
    programmeId,
    ifVersion: 2,
    resolution: { number: " ", on: "2026-11-25" },
  });
  expect(tomorrow.fields?.map(({ path }) => path)).toEqual([
    "resolution.number",
    "resolution.on",
  ]);
  expect(
    await as.adopt({ programmeId, ifVersion: 2, resolution: RESOLUTION }),
  ).toMatchObject({ status: "ADOPTED", resolutionNumber: "XX/12/2026" });

  // the council has spoken: only another resolution changes what it says, and nothing may be taken away
  const change = { programmeId, ifVersion: 3, elements: { persons: 60 } };
  expect((await as.change(change)).fields?.[0]?.path).toBe("resolution");
  const second = { number: "XXI/1/2026", on: "2026-11-20" };
  const emptied = await as.change({
    ...change,
    elements: { needs: " " },
    resolution: second,
  });
  expect(emptied).toMatchObject({ missing: ["NEEDS"] });
  expect(await as.change({ ...change, resolution: second })).toMatchObject({
    version: 4,
    persons: 60,
    resolutionNumber: "XXI/1/2026",
  });
  expect(
    await as.change({
      programmeId,
      ifVersion: 4,
      elements: { bipUrl: "https://bip.splot.example/2" },
    }),
  ).toMatchObject({ version: 5, bipUrl: "https://bip.splot.example/2" });
  const { changes } = await as.read(programmeId);
  expect(changes?.map(({ kind, elements }) => [kind, elements.length])).toEqual(
    [
      ["CHANGED", 0],
      ["CHANGED", 1],
      ["ADOPTED", 0],
      ["CHANGED", 12],
      ["DRAFTED", 1],
    ],
  );
  expect(changes?.[1]).toMatchObject({
    elements: ["PERSONS"],
    resolutionNumber: "XXI/1/2026",
    byName: ous.name,
  });
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string; facts: unknown }>(
      `select type, facts from event where type like 'Programme%' order by position desc limit 2`,
    ),
  );
  expect(events).toMatchObject([
    { type: "ProgrammeChanged", facts: { version: 5, elements: "" } },
    { type: "ProgrammeChanged", facts: { version: 4, elements: "PERSONS" } },
  ]);
  expect(JSON.stringify(events)).not.toContain("bip");
});

it("runs and ends by its dates, and is reported on within four months", async () => {
  const [coming, running, ended] = await centre.asSystem(async (work) => [
    await insertProgramme(work, { fromDays: 1, toDays: 20 }),
    await insertProgramme(work, { fromDays: 0, toDays: 0 }),
    await insertProgramme(work, { fromDays: -30, toDays: -1 }),
  ]);
  const statuses = [coming, running, ended].map(async (id) => {
    const { status } = await as.read(id);
    return status;
  });
  expect(await Promise.all(statuses)).toEqual(["ADOPTED", "RUNNING", "ENDED"]);
  const report = (programmeId = "", reportedOn = "2026-11-24", ifVersion = 1) =>
    as.report({ programmeId, ifVersion, reportedOn });
  expect((await report(running)).fields).toHaveLength(2);
  expect((await report(ended, "2026-11-23")).fields).toHaveLength(1);
  expect((await report(ended, "2026-11-25")).fields).toHaveLength(1);
  expect(await report(ended)).toMatchObject({
    status: "REPORTED",
    reportedOn: "2026-11-24",
    reportDueOn: "2027-03-23",
  });
  const over = await as.change({
    programmeId: ended,
    ifVersion: 2,
    elements: { persons: 7 },
  });
  expect(over.fields?.[0]?.path).toBe("elements");
});

it("has a partnership of its own, and no two programmes one", async () => {
  const networkId = await as.aPartnership(centre);
  const one = await as.draft({
    requestKey: aKey(),
    elements: { name: "Jeden" },
  });
  const two = await as.draft({
    requestKey: aKey(),
    elements: { name: "Drugi" },
  });
  const outcomes = await Promise.all(
    [one, two].map(({ id }) =>
      as.link({ programmeId: id, ifVersion: 1, networkId }),
    ),
  );
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
    "InvalidInput",
    "Programme",
  ]);
  const [linked] = outcomes.filter(
    ({ __typename }) => __typename === "Programme",
  );
  expect(linked?.partnership?.id).toBe(networkId);
  // the local network is no partnership of a programme
  const free = outcomes.findIndex(
    ({ __typename }) => __typename !== "Programme",
  );
  expect(
    (
      await as.link({
        programmeId: [one, two][free]?.id,
        ifVersion: 1,
        networkId: Buffer.from(`Network:${centre.networkId}`).toString(
          "base64url",
        ),
      })
    ).fields?.[0]?.path,
  ).toBe("networkId");
});

it("is seen by partners that take part in it, and by no others", async () => {
  const networkId = await as.aPartnership(centre);
  const { id } = await as.draft({
    requestKey: aKey(),
    elements: { name: "Wspólny" },
  });
  await as.link({ programmeId: id, ifVersion: 1, networkId });
  const [member, other] = [await centre.aPartner(), await centre.aPartner()];
  await as.join(centre, networkId, member);
  const names = async (person: Person) => {
    const { data } = await person.ask<{
      centre: { programmes: { name: string }[] };
    }>(`query ($id: ID!) { centre(id: $id) { programmes { name } } }`, {
      id: centre.globalId,
    });
    return data?.centre.programmes.map(({ name }) => name);
  };
  expect(await names(await member.aPerson("PARTNER_VIEWER"))).toEqual([
    "Wspólny",
  ]);
  expect(await names(await other.aPerson("PARTNER_ADMIN"))).toEqual([]);
});
