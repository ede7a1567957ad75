// One row of a list read by its mapping: what it says of an organisation and a service, or why it cannot be taken.
import {
  CapacityUnit,
  EntryMode,
  LifeSphere,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "../../offer/index.js";
import {
  cleanNumber,
  DataRole,
  isKrs,
  isNip,
  isPhone,
  isPostcode,
  isRegon,
  isTerc,
  isWebAddress,
  PartnerKind,
  Sector,
} from "../../partners/index.js";
import type {
  Mapping,
  OrganisationField,
  ServiceField,
  Source,
} from "./mapping.js";
import { fill } from "./mapping.js";

export type Row = Readonly<Record<string, string>>;

/** Why a row is left out. */
export class RowRefused extends Error {}

export interface ReadOrganisation {
  code: string | null;
  name: string;
  kind: PartnerKind;
  sector: Sector;
  dataRole: DataRole;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  terc: string | null;
  address: string | null;
  website: string | null;
  phone: string | null;
}

export interface ReadOffer {
  name: string;
  description: string | null;
  area: ServiceArea;
  group: ServiceGroup;
  form: ServiceForm;
  sphere: LifeSphere | null;
  entryMode: EntryMode;
  unit: CapacityUnit;
  /** Null: the list does not say. */
  total: number | null;
  feeGrosze: number;
  /** Of a new one; left out: on offer. */
  status?: "ACTIVE" | "PAUSED";
}

export const LONGEST_NAME = 200;
const LARGEST_TOTAL = 100_000;

function tidy(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/** The values of a row, with the spaces that slipped into them taken out. */
export function tidied(mapping: Mapping, raw: Row): Row {
  const postcode = mapping.organisation.get("postcode");
  const column = postcode && "column" in postcode ? postcode.column : null;
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      name === column ? value.replaceAll(/\s/g, "") : tidy(value),
    ]),
  );
}

function valueFrom(source: Source | undefined, row: Row): string {
  if (!source) return "";
  if ("constant" in source) return source.constant;
  if ("template" in source) return fill(source.template, row);
  const value = row[source.column] ?? "";
  if (!source.values) return value;
  const found = source.values[value];
  if (found === undefined)
    throw new RowRefused(
      `"${value}" in column ${source.column} is not in the mapping`,
    );
  return found;
}

function oneOf<Value extends string>(
  what: string,
  text: string,
  allowed: Readonly<Record<string, Value>>,
): Value {
  const found = allowed[text];
  if (found) return found;
  throw new RowRefused(`${what} "${text}" is not known`);
}

function checked(
  what: string,
  text: string,
  fits: (text: string) => boolean,
): string | null {
  if (text === "" || fits(text)) return text || null;
  throw new RowRefused(`bad ${what} "${text}"`);
}

function named(what: string, text: string): string {
  if (text === "") throw new RowRefused(`${what} is missing`);
  if (text.length > LONGEST_NAME)
    throw new RowRefused(
      `${what} is longer than ${String(LONGEST_NAME)} signs`,
    );
  return text;
}

export function readOrganisation(mapping: Mapping, row: Row): ReadOrganisation {
  const value = (name: OrganisationField) =>
    valueFrom(mapping.organisation.get(name), row);
  checked("postcode", value("postcode"), isPostcode);
  return {
    code: value("code") || null,
    name: named("the name", value("name")),
    kind: oneOf("kind", value("kind"), PartnerKind),
    sector: oneOf("sector", value("sector"), Sector),
    dataRole: oneOf("data role", value("dataRole"), DataRole),
    nip: checked("NIP", cleanNumber(value("nip")), isNip),
    regon: checked("REGON", cleanNumber(value("regon")), isRegon),
    krs: checked("KRS", cleanNumber(value("krs")), isKrs),
    terc: checked("TERC", value("terc"), isTerc),
    address: value("address") || null,
    website: checked("web address", value("website"), isWebAddress),
    phone: checked("telephone", value("phone").replaceAll(" ", ""), isPhone),
  };
}

export function readService(mapping: Mapping, row: Row): ReadOffer {
  const value = (name: ServiceField) =>
    valueFrom(mapping.service.get(name), row);
  const sphere = value("sphere");
  return {
    name: named("the name of the service", value("name")),
    description: value("description").slice(0, 2000) || null,
    area: oneOf("area", value("area"), ServiceArea),
    group: oneOf("group", value("group"), ServiceGroup),
    form: oneOf("form", value("form"), ServiceForm),
    sphere: sphere ? oneOf("sphere", sphere, LifeSphere) : null,
    entryMode: oneOf("entry mode", value("entryMode"), EntryMode),
    unit: oneOf("unit", value("unit"), CapacityUnit),
    total: wholeNumber("number", value("total")),
    feeGrosze: grosze(value("feeZloty")),
  };
}

function wholeNumber(what: string, text: string): number | null {
  if (text === "") return null;
  if (/^\d+$/.test(text) && Number(text) <= LARGEST_TOTAL) return Number(text);
  throw new RowRefused(`bad ${what} "${text}"`);
}

function grosze(text: string): number {
  if (text === "") return 0;
  const [, zloty, rest = ""] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (zloty) return Number(zloty) * 100 + Number(rest.padEnd(2, "0"));
  throw new RowRefused(`bad fee "${text}"`);
}
