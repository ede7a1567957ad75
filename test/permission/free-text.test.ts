// Free text takes nobody's number: a PESEL is put into each text of each mutation, and is told at its place.
import type { GraphQLInputObjectType } from "graphql";
import { getNamedType, GraphQLString, isInputObjectType } from "graphql";

import { graph } from "../../server/graph.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Cast } from "./cast.js";
import { aCast } from "./cast.js";
import type { Taken } from "./fields.table.js";
import { mutations } from "./operations.table.js";
import { askedBy } from "./sameness.js";

/** With the right checksum; of nobody. */
const PESEL = "44051401359";

/** What is no free text, by the name of its field: keys, numbers with a form of their own, addresses. */
const FORMED: ReadonlySet<string> = new Set([
  "requestKey",
  "number",
  "nip",
  "regon",
  "krs",
  "terc",
  "areasServed",
  "phone",
  "workPhone",
  "workEmail",
  "email",
  "website",
  "bipUrl",
  "opensAt",
  "closesAt",
  // what is looked for, and where a list goes on
  "pseudonym",
  "pseudonyms",
  "textVersion",
  "code",
  "simc",
  "by",
  "organisation",
  "change",
  "after",
]);

/** Refused before it is read here: whoever takes it plays it in its own test, and a name of a place takes no digit. */
const PLAYED_APART: ReadonlySet<string> = new Set([
  "SendReferralInput.goal",
  "PreviewReferralInput.goal",
  "SensitiveFieldInput.value",
  "NamePlaceInput.name",
]);

let api: Api;
let cast: Cast;
beforeAll(async () => {
  api = await openApi();
  cast = await aCast(api);
});
afterAll(() => api.close());

/** Each text that the input, or an input inside of it, takes. */
function textsOf(input: GraphQLInputObjectType): Taken[] {
  return Object.values(input.getFields()).flatMap(({ name, type }) => {
    const inner = getNamedType(type);
    if (isInputObjectType(inner)) return textsOf(inner);
    return inner === GraphQLString && !FORMED.has(name)
      ? [{ by: input.name, name, is: "text" }]
      : [];
  });
}

it("is told at each text", async () => {
  const schema = await graph();
  const texts = new Map<string, Taken>();
  for (const { name: verb, args } of Object.values(
    schema.getMutationType()?.getFields() ?? {},
  )) {
    const input = getNamedType(args[0]?.type);
    // what is asked of one's own account has no row, and takes passwords and codes
    if (
      isInputObjectType(input) &&
      mutations.some(({ operation }) => operation === verb)
    )
      for (const text of textsOf(input))
        if (!PLAYED_APART.has(`${text.by}.${text.name}`))
          texts.set(`${text.by}.${text.name}`, text);
  }
  const escaped: string[] = [];
  for (const [where, text] of texts) {
    const { actors, with: put } = await askedBy(schema, cast, text);
    const { query, variables } = put(`sprawa ${PESEL}`);
    const by =
      cast.actors[
        actors.find((one) => one === "ous") ?? actors[0] ?? "anonymous"
      ];
    const { data, errors } = await api.ask<
      Record<string, { fields?: { path: string; message: string }[] }>
    >(by.person?.token ?? null, query, variables);
    const isTold = Object.values(data ?? {})
      .flatMap(({ fields }) => fields ?? [])
      .some(
        ({ path, message }) =>
          /PESEL|danych osoby/.test(message) &&
          // a list is told as a whole
          path.split(".").some((part) => part.startsWith(text.name)),
      );
    if (!isTold) escaped.push(`${where}: ${JSON.stringify(errors ?? data)}`);
  }
  expect(escaped).toEqual([]);
  expect(texts.size).toBeGreaterThan(50);
});
