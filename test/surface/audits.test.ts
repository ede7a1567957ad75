// The standard's own audits of GraphQL over HTTP, held against the real app with all its limits.
import { serverAudits } from "graphql-http";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";

let api: Api;
let doors: Doors;
beforeAll(async () => {
  // five audits use `__type` as their vehicle
  api = await openApi(undefined, { introspection: true });
  doors = await openDoors(api);
});
afterAll(async () => {
  await doors.close();
  await api.close();
});

it("fulfils every MUST and SHOULD, and of the MAYs all but those that a GET would answer", async () => {
  const url = `${doors.url}/graphql`;
  const audits = serverAudits({ url, fetchFn: fetch });
  const passed = { MUST: 0, SHOULD: 0, MAY: 0 };
  const lost: string[] = [];
  for (const { name, fn } of audits) {
    const { status } = await fn();
    if (status !== "ok") lost.push(name);
    else if (name.startsWith("MUST")) passed.MUST++;
    else if (name.startsWith("SHOULD")) passed.SHOULD++;
    else passed.MAY++;
  }
  expect(lost).toEqual([
    "MAY accept application/x-www-form-urlencoded formatted GET requests",
    "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
    "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
  ]);
  expect(passed).toEqual({ MUST: 13, SHOULD: 23, MAY: 22 });
});
