// What the usual tools of attackers try on a graph (each check of graphql-cop by its name), tried at both doors of the real app.
import { getIntrospectionQuery } from "graphql";

import { hangUp } from "../platform/socket-talk.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import { type Asked, codesOf, type Stranger, whoAsks } from "./both-doors.js";

let api: Api;
let doors: Doors;
let stranger: Stranger;
beforeAll(async () => {
  api = await openApi(undefined, { introspection: false });
  doors = await openDoors(api);
  stranger = await whoAsks(doors);
});
afterAll(async () => {
  await hangUp();
  await doors.close();
  await api.close();
});

async function askBoth(query: string): Promise<Asked[]> {
  return [await stranger.overHttp(query), await stranger.overSocket(query)];
}

async function refusedAtBoth(query: string, code: string): Promise<void> {
  for (const asked of await askBoth(query)) {
    expect(asked.reply.data ?? null).toBeNull();
    expect(codesOf(asked)).toContain(code);
    expect(asked.text).not.toMatch(/did you mean|stack|exception|tracing/i);
  }
  expect(stranger.talk.closed).toBeNull();
}

const times = (n: number, of: (n: number) => string) =>
  Array.from({ length: n }, (_, at) => of(at)).join(" ");

describe("graphql-cop", () => {
  it("alias_overloading: 101 aliases of what is free", async () => {
    const query = `query cop { ${times(101, (n) => `alias${n}: __typename`)} }`;
    await refusedAtBoth(query, "TOO_COSTLY");
  });

  it("batch_query: ten operations in one request", async () => {
    const batch = times(10, () => `{"query":"query cop { __typename }"},`);
    const answer = await doors.post(`[${batch.slice(0, -1)}]`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain("Query");
    const { socketUrl } = doors;
    const other = await whoAsks({ ...doors, socketUrl });
    other.talk.socket.send(
      JSON.stringify([{ id: "1", type: "subscribe", payload: {} }]),
    );
    expect((await other.talk.until(({ closed }) => closed))?.code).toBe(4400);
  });

  it("circular_fragment: a circle of fragments", async () => {
    await refusedAtBoth(
      "query cop { __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }",
      "GRAPHQL_VALIDATION_FAILED",
    );
    await refusedAtBoth(
      "query cop { viewer { ...A } } fragment A on Viewer { __typename ...B } fragment B on Viewer { ...A }",
      "GRAPHQL_VALIDATION_FAILED",
    );
  });

  it("circular_query_introspection: types of fields of types of fields", async () => {
    const circle = "fields { type { ".repeat(4);
    await refusedAtBoth(
      `query cop { __schema { types { ${circle} name ${"} }".repeat(4)} } } }`,
      "GRAPHQL_VALIDATION_FAILED",
    );
  });

  it("directive_overloading: ten directives that nobody knows", async () => {
    const query = `query cop { __typename ${"@aa".repeat(10)} }`;
    await refusedAtBoth(query, "GRAPHQL_VALIDATION_FAILED");
    for (const { reply } of await askBoth(query))
      expect(reply.errors?.length).toBeLessThan(10);
    await refusedAtBoth(
      `query cop { __typename ${"@include(if: true) ".repeat(50)} }`,
      "TOO_COSTLY",
    );
  });

  it("field_duplication: one field five hundred times", async () => {
    await refusedAtBoth(
      `query cop { ${"__typename ".repeat(500)} }`,
      "TOO_COSTLY",
    );
    await refusedAtBoth(
      `query cop { viewer { ${"name ".repeat(3_000)} } }`,
      "TOO_COSTLY",
    );
  });

  it("field_suggestions: a name nearly right", async () => {
    for (const query of [
      "query cop { __schema { directive } }",
      "query cop { viewe { name } }",
      "query cop { centre(i: 1) { nam } }",
      "query cop { viewer { ... on Viewr { name } } }",
      "mutation cop { signIn(input: { emai: 1 }) { __typename } }",
    ])
      await refusedAtBoth(query, "GRAPHQL_VALIDATION_FAILED");
    const [overHttp, overSocket] = await Promise.all(
      (["overHttp", "overSocket"] as const).map((door) =>
        stranger[door](
          "mutation cop($i: SignInInput!) { signIn(input: $i) { __typename } }",
          { i: { emial: "x", password: "y" } },
        ),
      ),
    );
    for (const asked of [overHttp, overSocket]) {
      expect(asked && codesOf(asked)).toContain("BAD_USER_INPUT");
      expect(asked?.text).not.toMatch(/did you mean/i);
    }
  });

  it("detect_graphiql: no console at any of its usual places", async () => {
    for (const path of ["graphiql", "playground", "console", "graphql"]) {
      const answer = await fetch(`${doors.url}/${path}`, {
        headers: { accept: "text/html" },
      });
      const text = await answer.text();
      expect(text).not.toMatch(
        /graphiql|playground|apollo|embeddable-sandbox/i,
      );
    }
  });

  it("get_method_support: a query by GET", async () => {
    const answer = await fetch(
      `${doors.url}/graphql?query=${encodeURIComponent("query cop { __typename }")}`,
    );
    expect(answer.status).toBe(405);
    expect(await answer.text()).not.toContain("Query");
  });

  it("get_based_mutation: a mutation by GET", async () => {
    const answer = await fetch(
      `${doors.url}/graphql?query=${encodeURIComponent("mutation cop { __typename }")}`,
    );
    expect(answer.status).toBe(405);
    expect(await answer.text()).not.toContain("Mutation");
  });

  it("post_based_csrf: a form, which any page can send", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain",
      "text/plain; application/json",
      "",
    ]) {
      const answer = await doors.post("query=query%20cop%20%7B__typename%7D", {
        "content-type": type,
      });
      expect(answer.status).toBe(415);
      expect(await answer.text()).not.toContain("__typename");
    }
  });

  it("trace_mode: no times, no exceptions, no stack in an answer", async () => {
    for (const query of ["query cop { __typename }", "query cop { nothing }"])
      for (const { text } of await askBoth(query))
        expect(text).not.toMatch(/tracing|exception|stacktrace/i);
  });

  it("introspection: off, whatever it is asked for", async () => {
    for (const query of [
      "query cop { __schema { types { name fields { name } } } }",
      'query cop { __type(name: "Query") { name } }',
      "query cop { a: __schema { queryType { name } } }",
      "query cop { ...A } fragment A on Query { __schema { description } }",
      getIntrospectionQuery(),
      "subscription cop { __schema { types { name } } }",
      'mutation cop { __type(name: "Query") { name } }',
    ])
      await refusedAtBoth(query, "GRAPHQL_VALIDATION_FAILED");
  });

  it("unhandled_error_detection: a document that is none", async () => {
    await refusedAtBoth("qwerty cop { abc }", "GRAPHQL_PARSE_FAILED");
  });
});

it("shows the schema and its hints where the operator wants that, at both doors", async () => {
  const open = await openApi(undefined, { introspection: true });
  const openAt = await openDoors(open);
  const reader = await whoAsks(openAt);
  for (const door of ["overHttp", "overSocket"] as const) {
    const { reply } = await reader[door]('{ __type(name: "Query") { name } }');
    expect(reply.data).toEqual({ __type: { name: "Query" } });
    const { text } = await reader[door]("{ viewe { name } }");
    expect(text).toContain("Did you mean");
  }
  await openAt.close();
  await open.close();
});
