// How the columns of somebody's list become organisations and services: a small file that the operator keeps.

/** Where one value comes from. */
export type Source =
  | { readonly constant: string }
  /** A column as it stands, or by a table of its values. */
  | {
      readonly column: string;
      readonly values?: Readonly<Record<string, string>>;
    }
  /** Columns within a text, e.g. "{street} {house}"; nothing where all of them are empty. */
  | { readonly template: string };

const ORGANISATION = [
  "name",
  "kind",
  "sector",
  "dataRole",
  "code",
  "nip",
  "regon",
  "krs",
  "terc",
  "postcode",
  "address",
  "website",
  "phone",
] as const;
const SERVICE = [
  "name",
  "description",
  "area",
  "group",
  "form",
  "sphere",
  "entryMode",
  "unit",
  "total",
  "feeZloty",
] as const;

export type OrganisationField = (typeof ORGANISATION)[number];
export type ServiceField = (typeof SERVICE)[number];

const REQUIRED = {
  organisation: ["name", "kind", "sector", "dataRole"],
  service: ["name", "area", "group", "form", "entryMode", "unit", "total"],
} as const;

export interface Mapping {
  readonly kind: "organisations" | "services";
  /** Name of the list; with the key it tells which row is which when the list comes again. */
  readonly list: string;
  /** The columns that make a row itself. */
  readonly key: readonly string[];
  readonly delimiter: string;
  readonly organisation: ReadonlyMap<string, Source>;
  readonly service: ReadonlyMap<string, Source>;
}

/** The mapping cannot be used; the sentence is for the operator. */
export class MappingUnusable extends Error {}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    isRecord(value) &&
    Object.values(value).every((one) => typeof one === "string")
  );
}

function readSource(name: string, value: unknown): Source {
  if (typeof value === "string") return { column: value };
  if (isRecord(value)) {
    const { constant, column, values, template } = value;
    if (typeof constant === "string") return { constant };
    if (typeof template === "string") return { template };
    if (typeof column === "string" && values === undefined) return { column };
    if (typeof column === "string" && isTexts(values))
      return { column, values };
  }
  throw new MappingUnusable(
    `The mapping says nothing usable of "${name}": give a column, {"column", "values"}, {"constant"} or {"template"}.`,
  );
}

function readFields(
  part: keyof typeof REQUIRED,
  value: unknown,
): ReadonlyMap<string, Source> {
  const known: readonly string[] =
    part === "organisation" ? ORGANISATION : SERVICE;
  const given = isRecord(value) ? value : {};
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange)
    throw new MappingUnusable(
      `The mapping's ${part} knows no "${strange}"; there are: ${known.join(", ")}.`,
    );
  const missing = REQUIRED[part].find((name) => !(name in given));
  if (missing)
    throw new MappingUnusable(`The mapping's ${part} lacks "${missing}".`);
  return new Map(
    Object.entries(given).map(([name, source]) => [
      name,
      readSource(`${part}.${name}`, source),
    ]),
  );
}

export function readMapping(text: string): Mapping {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (cause) {
    throw new MappingUnusable("The mapping is no JSON.", { cause });
  }
  if (!isRecord(file)) throw new MappingUnusable("The mapping is no object.");
  const { kind, list, key, delimiter = ",", organisation, service } = file;
  if (kind !== "organisations" && kind !== "services")
    throw new MappingUnusable(
      `The mapping's "kind" must be "organisations" or "services".`,
    );
  if (typeof list !== "string" || !/^[a-z0-9-]{2,60}$/.test(list))
    throw new MappingUnusable(
      `The mapping's "list" must be a name of small letters, digits and hyphens.`,
    );
  const columns = Array.isArray(key)
    ? key.filter((one) => typeof one === "string")
    : [];
  if (columns.length === 0)
    throw new MappingUnusable(
      `The mapping's "key" must name the columns that make a row itself.`,
    );
  if (typeof delimiter !== "string" || delimiter.length !== 1)
    throw new MappingUnusable(`The mapping's "delimiter" must be one sign.`);
  return {
    kind,
    list,
    key: columns,
    delimiter,
    organisation: readFields("organisation", organisation),
    service: kind === "services" ? readFields("service", service) : new Map(),
  };
}

const PLACE = /\{([^{}]+)\}/g;

/** Every column that the list must have. */
export function columnsOf(mapping: Mapping): string[] {
  const sources = [
    ...mapping.organisation.values(),
    ...mapping.service.values(),
  ];
  return [
    ...mapping.key,
    ...sources.flatMap((source) =>
      "column" in source
        ? [source.column]
        : "template" in source
          ? [...source.template.matchAll(PLACE)].map(([, name = ""]) => name)
          : [],
    ),
  ];
}

export function fill(
  template: string,
  row: Readonly<Record<string, string>>,
): string {
  const names = [...template.matchAll(PLACE)].map(([, name = ""]) => name);
  if (names.every((name) => !row[name])) return "";
  return template
    .replaceAll(PLACE, (_, name: string) => row[name] ?? "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ (?=,)/g, "")
    .replaceAll(/^[\s,]+|[\s,]+$/g, "");
}
