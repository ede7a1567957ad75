// Documents as the built client brings them: each is whole by itself, and the graph takes it.
import { readdirSync, readFileSync } from "node:fs";

import { buildSchema, parse, validate } from "graphql";

import { splitDocuments } from "../../client/split-documents.mjs";

const schema = buildSchema(
  `${readFileSync("schema/schema.graphql", "utf8")}
   directive @unmask(mode: String) on FRAGMENT_SPREAD`,
);

it("every document of the client stands on its own", () => {
  const { buildStart, transform } = splitDocuments("client");
  buildStart();
  let seen = 0;
  for (const file of readdirSync("client", { recursive: true })) {
    const id = `client/${String(file)}`;
    if (!/\.tsx?$/.test(id) || id.includes("generated")) continue;
    const written = readFileSync(id, "utf8");
    const code = transform(written, id)?.code ?? written;
    for (const [, text = '""'] of code.matchAll(
      /parseDocument\((".*?"), \{ noLocation: true \}\)/g,
    )) {
      seen += 1;
      const document = parse(String(JSON.parse(text)));
      const faults = validate(schema, document)
        .map(({ message }) => message)
        // a fragment alone is used by others
        .filter((message) => !message.endsWith("is never used."));
      expect({ id, faults }).toEqual({ id, faults: [] });
    }
    expect(code).not.toContain("graphql(`");
    // one file that brings the index brings all documents to every page
    expect([id, code]).not.toEqual([
      id,
      expect.stringMatching(/generated\/gql\.js/),
    ]);
  }
  expect(seen).toBeGreaterThan(200);
});
