// The description of the API that a program reads (OpenAPI 3.1), made from the lists themselves.
import { collections } from "./collections.js";
import type { Told } from "./told.js";

const SAYS: Readonly<Record<string, [type: string, says: string]>> = {
  search: ["string", "Words that all have to occur."],
  page: ["integer", "Which page, from 1."],
  per_page: ["integer", "How many on a page: at most 100, with minimal 1,000."],
  format: ["string", "json, or ndjson: all of them, one on a line, no pages."],
  taxonomy_term_id: ["string", "Only what has this term."],
  taxonomy_id: ["string", "Only what has a term of this taxonomy."],
  organization_id: ["string", "Only what this organization offers."],
  modified_after: ["string", "Only what changed at this moment or later."],
  minimal: ["boolean", "Only id and modified_date."],
  full: ["boolean", "With all that belongs to it."],
  full_service: ["boolean", "With all services of the organization."],
  top_only: ["boolean", "Only terms without a parent."],
  parent_id: ["string", "Only terms below this one."],
};

const ok = (description: string) => ({
  "200": {
    description,
    content: { "application/json": { schema: { type: "object" } } },
  },
  "304": { description: "Not modified since the ETag that was sent." },
  "429": { description: "Too often; Retry-After says when to come again." },
});

function parameter(name: string): Told {
  const [type, description] = SAYS[name] ?? ["string", ""];
  return { name, in: "query", required: false, description, schema: { type } };
}

export function openApi(base: string, centre: string): Told {
  const paths: [string, Told][] = [...collections].flatMap(
    ([name, { says, parameters }]): [string, Told][] => [
      [
        `/${name}`,
        {
          get: {
            summary: says,
            parameters: parameters.map(parameter),
            responses: ok("A page."),
          },
        },
      ],
      [
        `/${name}/{id}`,
        {
          get: {
            summary: "One of them, with all that belongs to it.",
            parameters: [
              {
                name: "id",
                in: "path",
                required: true,
                schema: { type: "string", format: "uuid" },
              },
            ],
            responses: {
              ...ok("The record."),
              "404": { description: "None." },
            },
          },
        },
      ],
    ],
  );
  return {
    openapi: "3.1.0",
    info: {
      title: `HSDS 3.1 – ${centre}`,
      version: "3.1",
      description:
        "The public offer of the centre's network: services, who offers them and where. Read only, without signing in.",
    },
    servers: [{ url: base }],
    paths: Object.fromEntries(paths),
  };
}
