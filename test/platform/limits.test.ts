// What an operation may ask for: the same bounds, in the same words, at every door.
import { ApolloServer, HeaderMap } from "@apollo/server";
import {
  buildSchema,
  getIntrospectionQuery,
  type GraphQLError,
  parse,
} from "graphql";
import {
  buildSchemaSync,
  Field,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";

import { Cost } from "../../server/platform/graphql/cost.js";
import {
  defaultLimits,
  limitsPlugin,
  operationCheck,
} from "../../server/platform/graphql/limits.js";
import { RememberedDocuments } from "../../server/platform/graphql/remembered-documents.js";
import { hangUp, quietWorld, Talk } from "./socket-talk.js";

afterEach(hangUp);

const schema = buildSchema(`
  type Query { me: Self!  partners(first: Int = 20): PartnerConnection!  node(id: ID!): Node }
  interface Node { id: ID! }
  type Self { name: String!  self: Self! }
  type PartnerConnection { nodes: [Partner!]! }
  type Partner implements Node { id: ID!  name: String!  services: [Partner!]!  partners(first: Int = 20): PartnerConnection! }`);
const check = operationCheck({ schema, introspection: false });

function refusalsOf(
  text: string,
  variables: Record<string, unknown> = {},
): readonly GraphQLError[] {
  const checked = check({ text, variables });
  return "errors" in checked ? checked.errors : [];
}

const codesOf = (...asked: Parameters<typeof refusalsOf>) =>
  refusalsOf(...asked).map(({ extensions }) => extensions["code"]);

const page = (first: number | string, inner: string) =>
  `partners(first: ${first}) { nodes { ${inner} } }`;

it("lets through what a page of our client asks", () => {
  const widest = `query Page($first: Int) { me { name } ${page("$first", `id name services { id name services { name } }`)} }`;
  expect(refusalsOf(widest, { first: 40 })).toEqual([]);
  expect(
    refusalsOf(`{ ${page(100, "id name services { id name }")} }`),
  ).toEqual([]);
});

it("multiplies cost down the tree, and says asked and allowed", () => {
  const [refusal] = refusalsOf(`{ ${page(100, page(100, "name"))} }`);
  expect(refusal?.extensions).toMatchObject({
    code: "TOO_COSTLY",
    allowed: defaultLimits.cost,
  });
  expect(refusal?.extensions["asked"]).toBeGreaterThan(10_000);
  const nested = "services { ".repeat(4) + "id" + " }".repeat(4);
  expect(codesOf(`{ ${page(20, nested)} }`)).toEqual(["TOO_COSTLY"]);
});

it("counts a page whose size is a variable as large as the variable", () => {
  const text = `query ($n: Int) { ${page("$n", page("$n", "name"))} }`;
  expect(refusalsOf(text, { n: 10 })).toEqual([]);
  expect(codesOf(text, { n: 100 })).toEqual(["TOO_COSTLY"]);
  expect(codesOf(text, { n: 101 })).toEqual(["BAD_USER_INPUT"]);
  expect(codesOf(text, { n: 0 })).toEqual(["BAD_USER_INPUT"]);
  expect(codesOf(text, { n: -5 })).toEqual(["BAD_USER_INPUT"]);
});

it.each([
  [
    "aliases, also of what is free",
    `{ me { ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(" ")} } }`,
  ],
  ["root fields", `{ ${"me { name } ".repeat(21)} }`],
  [
    "root fields in fragments",
    `{ ...A } fragment A on Query { ${"me { name } ".repeat(21)} }`,
  ],
  ["directives", `{ me { name ${"@include(if: true) ".repeat(31)} } }`],
  ["levels", `{ me { ${"self { ".repeat(12)} name ${"}".repeat(12)} } }`],
  [
    "levels by fragments",
    `{ me { ...A } } fragment A on Self { self { self { self { self { ...B } } } } } fragment B on Self { self { self { self { self { ...C } } } } } fragment C on Self { self { self { self { self { name } } } } }`,
  ],
  ["tokens", `{ ${"me ".repeat(2_001)} }`],
  ["comments", `{ me { name } } ${"#\n".repeat(2_001)}`],
  ["bytes", `{ me { name } } # ${"x".repeat(100_000)}`],
])("bounds %s", (_, text) => {
  expect(codesOf(text)).toEqual(["TOO_COSTLY"]);
});

it("remembers what passed, without the places that hold its tokens", () => {
  const document = (text: string) => {
    const checked = check({ text });
    if ("document" in checked) return checked.document;
    throw new Error("it was refused");
  };
  const text = `{ me { ${"name ".repeat(200)} } } # a comment`;
  expect(document(text)).toBe(document(text));
  expect(document(text).loc).toBeUndefined();
  const long = `{ me { name } } ${" ".repeat(10_000)}`;
  expect(document(long)).not.toBe(document(long));
});

it("forgets what was asked longest ago before memory runs out", () => {
  const remembered = new RememberedDocuments();
  const text = (n: number) => `{ a${n} }`.padEnd(9_000);
  const document = parse("{ a }", { noLocation: true });
  for (let n = 0; n < 500; n++) {
    remembered.keep(text(n), document);
    expect(remembered.find(text(0))).toBe(document);
  }
  expect(remembered.find(text(499))).toBe(document);
  expect(remembered.find(text(1))).toBeUndefined();
  expect(remembered.size).toBeLessThan(60);
});

it("refuses what no database can hold, written out or in a variable", () => {
  const byVariable = "query ($id: ID!) { node(id: $id) { id } }";
  expect(codesOf(byVariable, { id: "a" })).toEqual([]);
  for (const id of ["a\0", "\ud800"])
    expect(codesOf(byVariable, { id })).toEqual(["BAD_USER_INPUT"]);
  expect(codesOf(String.raw`{ node(id: "a\u0000") { id } }`)).toEqual([
    "BAD_USER_INPUT",
  ]);
});

it("survives circles and depth without a word of its inside", () => {
  const texts = [
    "{ me ".repeat(2_500) + "}".repeat(2_500),
    "{ me { ...A } } fragment A on Self { self { ...A } }",
    "{ me { ...A } } fragment A on Self { ...B } fragment B on Self { ...A }",
    `{ node(id: ${"[".repeat(900)}${"]".repeat(900)}) { id } }`,
    `{ ...f0 } ${Array.from({ length: 60 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} me { self { name } } ...f${i + 1} }`).join(" ")} fragment f60 on Query { me { name } }`,
  ];
  for (const text of texts) {
    const started = performance.now();
    const refusals = refusalsOf(text);
    expect(performance.now() - started).toBeLessThan(500);
    expect(refusals).not.toEqual([]);
    expect(JSON.stringify(refusals)).not.toMatch(/call stack|RangeError/);
  }
});

it("hides the schema where it is not to be read, and shows it where it is", () => {
  const open = operationCheck({ schema, introspection: true });
  for (const text of [
    "{ __schema { types { name } } }",
    getIntrospectionQuery(),
    '{ __type(name: "Self") { name } }',
  ]) {
    expect(codesOf(text)).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(open({ text })).toHaveProperty("document");
  }
  expect(JSON.stringify(refusalsOf("{ mee }"))).not.toContain("Did you mean");
  expect(JSON.stringify(open({ text: "{ mee }" }))).toContain("Did you mean");
});

it("weighs a field by its own mark", () => {
  @ObjectType()
  class Drawing {
    @Cost(1, { times: 200 })
    @Field(() => [Drawing])
    parts!: Drawing[];
  }
  @Resolver()
  class Drawings {
    @Cost(10)
    @Query(() => Drawing)
    drawing(): Drawing {
      return new Drawing();
    }
  }
  const marked = operationCheck({
    schema: buildSchemaSync({ resolvers: [Drawings], validate: false }),
    introspection: false,
    limits: { ...defaultLimits, cost: 300 },
  });
  expect(
    marked({ text: "{ drawing { parts { __typename } } }" }),
  ).toHaveProperty("document");
  expect(
    marked({ text: "{ drawing { parts { parts { __typename } } } }" }),
  ).toHaveProperty("errors");
});

it("judges operations by the same words over HTTP and over the socket", async () => {
  const world = await quietWorld();

  const apollo = new ApolloServer({
    schema: world.schema,
    plugins: [
      limitsPlugin(
        operationCheck({ schema: world.schema, introspection: false }),
      ),
    ],
    includeStacktraceInErrorResponses: false,
  });
  await apollo.start();

  const talk = await Talk.acknowledged(world);
  const refused = [
    "{",
    "{ helo }",
    "{ __schema { types { name } } }",
    getIntrospectionQuery(),
    `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: hello`).join(" ")} }`,
    "{" + "hello ".repeat(2_001) + "}",
    "{ me " + "{ self ".repeat(13) + "{ roles }" + "}".repeat(14),
    `{ ${page(101, "name")} }`,
    `{ ${page(0, "name")} }`,
    `{ ${page(100, page(100, "name"))} }`,
    `{ hello ${"@include(if: true) ".repeat(31)} }`,
    "query A { hello } query B { hello }",
    "query ($x: Int!) { partners(first: $x) { nodes { name } } }",
  ];
  const overHttp = (query: string) =>
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: "POST",
        headers: new HeaderMap([["content-type", "application/json"]]),
        search: "",
        body: { query },
      },
      context: () => Promise.resolve({}),
    });
  for (const [index, query] of refused.entries()) {
    talk.ask(String(index), query);
    const answer = await talk.until(() => talk.to(String(index))[0]);
    const http = await overHttp(query);
    const body = http.body.kind === "complete" ? http.body.string : "";
    expect(answer?.type).toBe("error");
    expect(JSON.parse(body)).toEqual({ errors: answer?.payload });
    expect(http.status).toBe(400);
  }
  expect(JSON.stringify(talk.heard)).not.toContain("Did you mean");
  expect(talk.closed).toBeNull();
  for (const query of ["{ hello }", "{ hello }"])
    expect(JSON.stringify(await overHttp(query))).toContain("cześć");
  await apollo.stop();
});
