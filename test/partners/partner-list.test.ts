// Organisations of a centre: by name, found without diacritics, page by page, and never those of another centre.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let kipus: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  kipus = await centre.aPerson("KIPUS");
  const names = ["Żuraw", "Ąbecadło", "Ćma", "Bank żywności", "Bank żywności"];
  for (const name of names) await centre.aPartner({ name });
  await centre.aPartner({ name: "Dom kultury", kind: "CULTURE_INSTITUTION" });
  await (await aCentre(api)).aPartner({ name: "Obcy" });
});
afterAll(() => api.close());

interface Listed {
  centre: {
    partners: {
      totalCount: number;
      nodes: { name: string; id: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

async function list(
  filter: Record<string, unknown> = {},
  first = 100,
  after: string | null = null,
) {
  const { data } = await kipus.ask<Listed>(
    `query ($id: ID!, $filter: PartnerFilter, $first: Int, $after: String) { centre(id: $id) {
       partners(filter: $filter, first: $first, after: $after) {
         totalCount nodes { name id } pageInfo { hasNextPage endCursor } } } }`,
    { id: centre.globalId, filter, first, after },
  );
  if (!data) throw new Error("no list");
  return data.centre.partners;
}

it("finds by name, code and kind, whatever case and diacritics", async () => {
  const names = async (filter: Record<string, unknown>) =>
    (await list(filter)).nodes.map(({ name }) => name);
  expect(await names({ text: "ZURAW" })).toEqual(["Żuraw"]);
  expect(await names({ text: "bank zyw" })).toHaveLength(2);
  expect(await names({ text: "%" })).toEqual([]);
  expect(await names({ kinds: ["CULTURE_INSTITUTION"] })).toEqual([
    "Dom kultury",
  ]);
  expect(await names({ stakeholderTypes: ["A"] })).toEqual([]);
  expect(await names({ text: "obcy" })).toEqual([]);
});

it("gives each once, page by page, also where names are the same", async () => {
  const whole = await list();
  expect(whole.totalCount).toBe(7);
  const paged: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const page: Listed["centre"]["partners"] = await list({}, 2, after);
    paged.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(paged).toEqual(whole.nodes.map(({ id }) => id));
});
