// Whether a record of HSDS fits the schemas of the standard, and uses no name that they do not know.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "schema-3.1");

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const schemas = new Map<string, Json>(
  readdirSync(folder)
    .filter((file) => file.endsWith(".json") && file !== "openapi.json")
    .map((file) => {
      const schema: unknown = JSON.parse(
        readFileSync(join(folder, file), "utf8"),
      );
      if (!isRecord(schema)) throw new Error(`${file} is no schema`);
      return [file, schema];
    }),
);

/** Words of a schema that say nothing of what is valid. */
const SAY_NOTHING = new Set([
  "name",
  "path",
  "title",
  "description",
  "example",
  "core",
  "constraints",
  "datapackage_metadata",
  "datapackage_type",
  "tabular_required",
]);

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  uri: /^[a-z][a-z0-9+.-]*:[^\s]+$/i,
  email: /^[^\s@]+@[^\s@]+$/,
  "date-time":
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

function isOfType(type: unknown, value: unknown): boolean {
  switch (type) {
    case "object":
      return isRecord(value);
    case "array":
      return Array.isArray(value);
    case "string":
    case "boolean":
      return typeof value === type;
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "integer":
      return Number.isInteger(value);
    default:
      throw new Error(`the schemas know a type ${String(type)}`);
  }
}

/** @returns what does not fit, with where it is; a word of the schemas that is not understood here throws */
function faultsBy(schema: Json, value: unknown, at: string): string[] {
  return Object.entries(schema).flatMap(([word, told]) => {
    if (SAY_NOTHING.has(word)) return [];
    switch (word) {
      case "type":
        return isOfType(told, value) ? [] : [`${at} is no ${String(told)}`];
      case "$ref":
        return faults(String(told), value, at);
      case "enum":
        return Array.isArray(told) && told.includes(value)
          ? []
          : [`${at} is none of ${String(told)}`];
      case "format":
        return formatFaults(String(told), value, at);
      case "required":
        return Array.isArray(told) && isRecord(value)
          ? told
              .filter((name) => value[String(name)] === undefined)
              .map((name) => `${at}.${String(name)} is missing`)
          : [];
      case "properties":
        return isRecord(told) && isRecord(value)
          ? propertyFaults(told, value, at)
          : [];
      case "items":
        return isRecord(told) && Array.isArray(value)
          ? value.flatMap((one, place) =>
              faultsBy(told, one, `${at}[${String(place)}]`),
            )
          : [];
      default:
        throw new Error(`the schemas know a word ${word}`);
    }
  });
}

function formatFaults(format: string, value: unknown, at: string): string[] {
  const pattern = FORMATS[format];
  // free words of the standard, e.g. an ISO code
  if (!pattern) return [];
  return typeof value === "string" && pattern.test(value)
    ? []
    : [`${at} is no ${format}`];
}

function propertyFaults(known: Json, value: Json, at: string): string[] {
  return Object.entries(value).flatMap(([name, one]) => {
    const schema = known[name];
    if (!isRecord(schema)) return [`${at}.${name} is not of the standard`];
    return faultsBy(schema, one, `${at}.${name}`);
  });
}

/** @param noun as the standard's file is called, e.g. service */
export function faults(noun: string, value: unknown, at = noun): string[] {
  const schema = schemas.get(noun.endsWith(".json") ? noun : `${noun}.json`);
  if (!schema) throw new Error(`there is no schema ${noun}`);
  return faultsBy(schema, value, at);
}

export function openApiPaths(): Map<string, string[]> {
  const told: unknown = JSON.parse(
    readFileSync(join(folder, "openapi.json"), "utf8"),
  );
  const paths = isRecord(told) && isRecord(told["paths"]) ? told["paths"] : {};
  return new Map(
    Object.entries(paths).map(([path, item]) => {
      const get = isRecord(item) && isRecord(item["get"]) ? item["get"] : {};
      const given = Array.isArray(get["parameters"]) ? get["parameters"] : [];
      return [path, given.map(nameOfParameter)];
    }),
  );
}

function nameOfParameter(parameter: unknown): string {
  if (!isRecord(parameter)) return "";
  const { name, $ref } = parameter;
  if (typeof name === "string") return name;
  return typeof $ref === "string" ? ($ref.split("/").at(-1) ?? "") : "";
}
