// The client's cache: the later number wins, and the interfaces of the graph are known whole.
import { readFileSync } from "node:fs";

import { buildSchema } from "graphql";

import { laterNumbers } from "../../client/graphql/cache.js";
import { members } from "../../client/graphql/members.js";

describe("the cache", () => {
  it("keeps the later number when an older answer comes late", () => {
    const known = { version: 5, available: 0 };
    const arriving = { version: 4, available: 1, confirmedBy: "Ktoś" };
    expect(laterNumbers(known, arriving)).toEqual({
      version: 5,
      available: 0,
      confirmedBy: "Ktoś",
    });
    expect(laterNumbers(arriving, known)).toMatchObject(known);
  });

  it("takes away numbers that are no longer the viewer's", () => {
    expect(laterNumbers({ version: 5 }, null)).toBeNull();
  });

  it("knows the members of each interface of the schema", () => {
    const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"), {
      assumeValid: true,
    });
    for (const [name, known] of Object.entries(members)) {
      const type = schema.getType(name);
      if (!type || !("resolveType" in type)) throw new Error(name);
      const real = schema.getPossibleTypes(type).map((one) => one.name);
      expect(known.toSorted()).toEqual(real.toSorted());
    }
  });
});
