// The headers that keep a browser safe: on every path and every outcome, and stricter where the public address is https.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import { aCentre } from "../support/world.js";

const PASSWORD = "dobre-haslo-1";
const clientFolder = mkdtempSync(join(tmpdir(), "splot-client-"));

let api: Api;
let plain: Doors;
let secure: Doors;
let person: Person;
beforeAll(async () => {
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(join(clientFolder, "index.html"), "<!doctype html>");
  writeFileSync(join(clientFolder, "favicon.svg"), "<svg/>");
  writeFileSync(join(clientFolder, "assets/page-1a2b.js"), "0;");
  api = await openApi();
  plain = await openDoors(api, { clientFolder });
  secure = await openDoors(api, {
    clientFolder,
    publicUrl: "https://splot.example",
  });
  const centre = await aCentre(api);
  person = await aPerson(
    api,
    { centreId: centre.id, partnerId: centre.hub.id, roles: ["KIPUS"] },
    { password: PASSWORD },
  );
});
afterAll(async () => {
  await plain.close();
  await secure.close();
  await api.close();
  rmSync(clientFolder, { recursive: true });
});

const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = json) => ({
  method: "POST",
  headers,
  body,
});
const foreign = { ...json, origin: "https://evil.example" };

/** What is asked, the status that comes, and who may keep the answer. */
const asked: [string, string, RequestInit, number, string][] = [
  ["the page", "/", {}, 200, "no-store"],
  ["a page inside", "/skierowania/SK-2026-00001", {}, 200, "no-store"],
  ["the page by its file", "/index.html", {}, 200, "no-store"],
  [
    "a script",
    "/assets/page-1a2b.js",
    {},
    200,
    "public, max-age=31536000, immutable",
  ],
  ["an image", "/favicon.svg", {}, 200, "no-store"],
  ["a script that is not there", "/assets/none.js", {}, 404, "no-store"],
  [
    "the page for a way out of the folder",
    "/..%2f..%2fpackage.json",
    {},
    200,
    "no-store",
  ],
  ["no way to write", "/", { method: "DELETE" }, 404, "no-store"],
  ["life", "/livez", {}, 200, "no-store"],
  ["readiness", "/readyz", {}, 200, "no-store"],
  [
    "an answer",
    "/graphql",
    post(`{"query":"{ viewer { name } }"}`),
    200,
    "no-store",
  ],
  ["a refusal", "/graphql", post(`{"query":"{ nothing }"}`), 200, "no-store"],
  ["no JSON", "/graphql", post("{"), 400, "no-store"],
  ["a GET", "/graphql", {}, 405, "no-store"],
  [
    "a form",
    "/graphql",
    post("x=1", { "content-type": "text/plain" }),
    415,
    "no-store",
  ],
  ["too much", "/graphql", post("x".repeat(100_001)), 413, "no-store"],
  ["a foreign page", "/graphql", post("{}", foreign), 403, "no-store"],
];

it.each(asked)("keeps %s safe", async (_name, path, init, status, cache) => {
  for (const doors of [plain, secure]) {
    const answer = await fetch(doors.url + path, init);
    await answer.arrayBuffer();
    const { host } = new URL(doors.url);
    const isSecure = doors === secure;
    const sockets = `${isSecure ? "" : `ws://${host} `}wss://${host}`;
    expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
      status,
      expect.objectContaining({
        "cache-control": cache,
        "content-security-policy": [
          "default-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          `connect-src 'self' ${sockets}`,
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
        ].join("; "),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      }),
    ]);
    expect(answer.headers.get("strict-transport-security")).toBe(
      isSecure ? "max-age=31536000" : null,
    );
    for (const name of [
      "x-powered-by",
      "server",
      "access-control-allow-origin",
    ])
      expect(answer.headers.get(name)).toBeNull();
  }
});

it("tells no other host than its own where a header would", async () => {
  const { hostname, port } = new URL(plain.url);
  const { request } = await import("node:http");
  const policy = await new Promise((resolve) => {
    request(
      { hostname, port, headers: { host: "evil; script-src *" } },
      (answer) => {
        answer.resume();
        resolve(answer.headers["content-security-policy"]);
      },
    ).end();
  });
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toContain("script-src");
});

it("sets a cookie that scripts and foreign pages cannot use, and takes it away whole", async () => {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignedIn { token } } }`;
  const variables = { input: { email: person.email, password: PASSWORD } };
  for (const [doors, name, flags] of [
    [plain, "splot_session", "HttpOnly; SameSite=Lax"],
    [secure, "__Host-splot_session", "HttpOnly; SameSite=Lax; Secure"],
  ] as const) {
    const answer = await doors.post({ query, variables });
    const [pair = "", ...rest] =
      answer.headers.get("set-cookie")?.split("; ") ?? [];
    expect(pair).toMatch(new RegExp(`^${name}=[\\w-]{43}$`));
    expect(rest.join("; ")).toBe(`Path=/; Max-Age=604800; ${flags}`);
    const out = await doors.post(
      { query: "mutation { signOut }" },
      { cookie: pair },
    );
    expect(out.headers.get("set-cookie")).toBe(
      `${name}=; Path=/; Max-Age=0; ${flags}`,
    );
  }
});

it("behind https takes no cookie that a neighbouring name could have set", async () => {
  const ask = async (doors: Doors, cookie: string) => {
    const answer = await doors.post(
      { query: "{ viewer { name } }" },
      { cookie },
    );
    return answer.text();
  };
  const plainly = `splot_session=${person.token}`;
  expect(await ask(plain, plainly)).toContain(person.name);
  expect(await ask(secure, plainly)).toContain(`"viewer":null`);
  expect(await ask(secure, `__Host-${plainly}`)).toContain(person.name);
  expect(await ask(plain, `__Host-${plainly}`)).toContain(`"viewer":null`);
});
