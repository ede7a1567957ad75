// What is taken from a package of HSDS: table by table and column by column, so that a person named in it does not come in.
import { isId, namedId } from "../hsds/named-id.js";

type Type = "text" | "number" | "uri" | "id";

export interface Table {
  readonly columns: Readonly<Record<string, Type>>;
  /** Of what its rows are part: the columns that may say so, the first that does is taken. */
  readonly parents: readonly string[];
}

const text = (...names: string[]): Record<string, Type> =>
  Object.fromEntries(names.map((name) => [name, "text"]));

/** Contacts, e-mail addresses, tax numbers and whom a letter is for are in none of them. */
export const TABLES: Readonly<Record<string, Table>> = {
  organization: {
    columns: {
      ...text("name", "alternate_name", "description", "legal_status"),
      website: "uri",
      uri: "uri",
      logo: "uri",
      year_incorporated: "number",
    },
    parents: [],
  },
  organization_identifier: {
    columns: text("identifier_scheme", "identifier_type", "identifier"),
    parents: ["organization_id"],
  },
  location: {
    columns: {
      ...text("location_type", "name", "alternate_name", "description"),
      ...text("transportation", "external_identifier"),
      ...text("external_identifier_type"),
      url: "uri",
      latitude: "number",
      longitude: "number",
    },
    parents: ["organization_id"],
  },
  address: {
    columns: text(
      ...["address_1", "address_2", "city", "region", "state_province"],
      ...["postal_code", "country", "address_type"],
    ),
    parents: ["location_id"],
  },
  accessibility: {
    columns: { ...text("description", "details"), url: "uri" },
    parents: ["location_id"],
  },
  service: {
    columns: {
      ...text("name", "alternate_name", "description", "status", "alert"),
      ...text("interpretation_services", "application_process"),
      ...text("fees_description", "wait_time", "accreditations", "licenses"),
      ...text("eligibility_description"),
      url: "uri",
      minimum_age: "number",
      maximum_age: "number",
    },
    parents: ["organization_id"],
  },
  service_at_location: {
    columns: { ...text("description"), location_id: "id" },
    parents: ["service_id"],
  },
  phone: {
    columns: {
      ...text("number", "type", "description"),
      extension: "number",
    },
    parents: [
      ...["service_at_location_id", "service_id", "location_id"],
      "organization_id",
    ],
  },
  language: {
    columns: text("name", "code", "note"),
    parents: ["service_id", "location_id"],
  },
  schedule: {
    columns: {
      ...text("valid_from", "valid_to", "dtstart", "until", "wkst", "freq"),
      ...text("byday", "byweekno", "bymonthday", "byyearday", "description"),
      ...text("opens_at", "closes_at", "attending_type", "notes"),
      schedule_link: "uri",
      timezone: "number",
      count: "number",
      interval: "number",
    },
    parents: ["service_at_location_id", "service_id", "location_id"],
  },
  service_area: {
    columns: {
      ...text("name", "description", "extent", "extent_type"),
      uri: "uri",
    },
    parents: ["service_at_location_id", "service_id"],
  },
  cost_option: {
    columns: {
      ...text("valid_from", "valid_to", "option", "currency"),
      ...text("amount_description"),
      amount: "number",
    },
    parents: ["service_id"],
  },
  required_document: {
    columns: { ...text("document"), uri: "uri" },
    parents: ["service_id"],
  },
  taxonomy: {
    columns: { ...text("name", "description", "version"), uri: "uri" },
    parents: [],
  },
  taxonomy_term: {
    columns: {
      ...text("code", "name", "description", "taxonomy", "language"),
      parent_id: "id",
      taxonomy_id: "id",
      term_uri: "uri",
    },
    parents: [],
  },
  attribute: {
    columns: {
      ...text("value", "label", "link_type"),
      taxonomy_term_id: "id",
    },
    parents: ["link_id"],
  },
};

export interface StagedRow {
  id: string;
  parent: string | null;
  content: Record<string, string | number>;
}

/** Ids of a package that are no UUID get one that follows from them. */
function idOf(given: string): string {
  return isId(given) ? given.toLowerCase() : namedId(`package ${given}`);
}

const LONGEST = 20_000;

function valueOf(type: Type, given: string): string | number | null {
  const tidy = given.normalize("NFC").replaceAll("\u0000", "").trim();
  if (tidy === "") return null;
  switch (type) {
    case "id":
      return idOf(tidy);
    case "number":
      return /^-?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : null;
    case "uri":
      return /^https?:\/\/[^\s]+$/i.test(tidy) && URL.canParse(tidy)
        ? tidy
        : null;
    case "text":
      return tidy.slice(0, LONGEST);
  }
}

/** Null where it has no id, or speaks of a person: a telephone of a contact. */
export function stagedRow(
  table: Table,
  row: Readonly<Record<string, string>>,
): StagedRow | null {
  const id = row["id"]?.trim() ?? "";
  if (id === "" || (row["contact_id"] ?? "").trim() !== "") return null;
  const parent = table.parents
    .map((name) => row[name]?.trim() ?? "")
    .find((one) => one !== "");
  const content: Record<string, string | number> = {};
  for (const [name, type] of Object.entries(table.columns)) {
    const value = valueOf(type, row[name] ?? "");
    if (value !== null) content[name] = value;
  }
  return { id: idOf(id), parent: parent ? idOf(parent) : null, content };
}
