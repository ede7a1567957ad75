// How well the search finds: judged queries over one bank, each kind with a floor that no change may fall through.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { askSplot } from "./asking.js";
import { openBank } from "./bank.js";
import { type Judged, judgedQueries, scoreOf } from "./judged.js";

let api: Api;
let centre: TestCentre;
let kipus: Person;
let codes: Map<string, string>;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  kipus = await centre.aPerson("KIPUS");
  codes = await openBank(centre);
});
afterAll(() => api.close());

/** A little below what was measured, each of nDCG@10 and recall@20. */
const floors: Readonly<
  Record<string, readonly [ndcg: number, recall: number]>
> = {
  inflected: [0.88, 0.83],
  diacritics: [0.94, 0.94],
  typo: [0.92, 0.92],
  lay: [0.84, 0.96],
  area: [0.75, 0.86],
  place: [0.92, 0.97],
  partner: [0.85, 0.84],
  combined: [0.74, 0.73],
};

it("finds what was judged right, kind by kind", async () => {
  const byKind = new Map<string, [Judged, string[]][]>();
  for (const judged of judgedQueries()) {
    const ids = await askSplot(kipus, centre, judged.text);
    const found = byKind.get(judged.kind) ?? [];
    found.push([judged, ids.flatMap((id) => codes.get(id) ?? [])]);
    byKind.set(judged.kind, found);
  }
  const fallen = Object.entries(floors).flatMap(([kind, [ndcg, recall]]) => {
    const score = scoreOf(byKind.get(kind) ?? []);
    return score.ndcg >= ndcg && score.recall >= recall
      ? []
      : [{ kind, score }];
  });
  expect(fallen).toEqual([]);
  expect([...byKind.keys()].toSorted()).toEqual(Object.keys(floors).toSorted());
});

interface Reasoned {
  centre: {
    services: {
      totalCount: number;
      nodes: { id: string; matchReasons: { kind: string; text: string }[] }[];
    };
    serviceFacets: { total: number };
  };
}

async function reasons(text: string) {
  const { data, errors } = await kipus.ask<Reasoned>(
    `query ($id: ID!, $filter: ServiceFilter!) { centre(id: $id) {
      services(first: 50, filter: $filter) { totalCount nodes { id matchReasons { kind text } } } serviceFacets(filter: $filter) { total } } }`,
    { id: centre.globalId, filter: { text } },
  );
  expect(errors).toBeUndefined();
  const { services, serviceFacets } = data?.centre ?? {};
  // what is counted is what is listed
  expect(serviceFacets?.total).toBe(services?.totalCount);
  return (services?.nodes ?? []).map(({ id, matchReasons }) => ({
    code: codes.get(id),
    why: matchReasons.find(({ kind }) =>
      /^(MATCHES|RELATED|READ|LACKS)/.test(kind),
    ),
  }));
}

it.each([
  ["płatności", "L12", "MATCHES_DESCRIPTION", "pasuje opis"],
  ["pożarna", "L46", "MATCHES_PARTNER", "pasuje organizacja albo miejsce"],
  ["mediacji", "L54", "MATCHES_NAME", "pasuje nazwa"],
  ["nie mam gdzie spać", "U29", "MATCHES_NAME", "pasuje nazwa"],
  ["nerwica", "U57", "RELATED_MEANING", "może pomóc, gdy szukasz: „nerwica”"],
  ["rechabilitacja", "U54", "READ_AS", "słowo odczytane jako: „rehabilitacja”"],
  [
    "psychiatra w Kamionce",
    "U57",
    "LACKS_WORD",
    "nie ma w niej słowa: „Kamionce”",
  ],
])("says of %s why %s is found: %s", async (text, code, kind, words) => {
  const found = (await reasons(text)).find((one) => one.code === code);
  expect(found?.why).toMatchObject({ kind, text: words });
});

it("finds nothing where nothing is meant", async () => {
  for (const text of [
    "spadochron",
    "xyzzy",
    "':* | 'xyzzy",
    "& ! <->",
    "💩",
    "kurs latania balonem nocą",
  ])
    expect([text, await reasons(text)]).toEqual([text, []]);
});
