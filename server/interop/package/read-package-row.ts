// One row of a package: what it says of an organisation and a service in our own words, or why it cannot be taken.
import {
  EntryMode,
  LifeSphere,
  type Service,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "../../offer/index.js";
import {
  isKrs,
  isRegon,
  isWebAddress,
  type Partner,
  PartnerKind,
  sectorOf,
} from "../../partners/index.js";
import {
  LONGEST_NAME,
  type ReadOffer,
  type ReadOrganisation,
  RowRefused,
} from "../csv/read-row.js";
import { termById, type Vocabulary } from "../hsds/vocabulary.js";

/** What the package does not say. */
export interface Assumed {
  readonly kind: PartnerKind;
  readonly area: ServiceArea;
}

export interface PackageRow {
  id: string;
  parent: string | null;
  line: number;
  content: Readonly<Record<string, string | number>>;
  /** Terms that it has. */
  terms: string[] | null;
  numbers: { type: string; number: string }[] | null;
  address: string | null;
}

function textOf({ content }: PackageRow, name: string): string | null {
  const value = content[name];
  return typeof value === "string" ? value : null;
}

function nameOf(row: PackageRow): string {
  const name = textOf(row, "name");
  if (!name) throw new RowRefused("the name is missing");
  if (name.length > LONGEST_NAME)
    throw new RowRefused(
      `the name is longer than ${String(LONGEST_NAME)} signs`,
    );
  return name;
}

function numberOf(
  { numbers }: PackageRow,
  type: string,
  fits: (number: string) => boolean,
): string | null {
  const found = numbers?.find((one) => one.type === type)?.number;
  return found && fits(found) ? found : null;
}

/** Of our own vocabulary, where the package speaks in it. */
function codeOf({ terms }: PackageRow, vocabulary: Vocabulary): string | null {
  const found = terms
    ?.map((id) => termById(id))
    .find((term) => term?.vocabulary === vocabulary);
  return found?.code ?? null;
}

function oneOf<Value extends string>(
  code: string | null,
  allowed: Readonly<Record<string, Value>>,
  otherwise: Value,
): Value {
  return (code === null ? undefined : allowed[code]) ?? otherwise;
}

export function readOrganization(
  row: PackageRow,
  assumed: Assumed,
  found: Partner | null,
): ReadOrganisation {
  const website = textOf(row, "website");
  const kind = oneOf(
    codeOf(row, "PARTNER_KIND"),
    PartnerKind,
    found?.kind ?? assumed.kind,
  );
  return {
    code: null,
    name: nameOf(row),
    kind,
    sector: sectorOf(kind),
    dataRole: "NO_PERSONAL_DATA",
    nip: null,
    regon: numberOf(row, "PL-REGON", isRegon),
    krs: numberOf(row, "PL-KRS", isKrs),
    terc: found?.terc ?? null,
    address: row.address === "" ? null : row.address,
    website: website && isWebAddress(website) ? website : null,
    // as the package writes it, it is kept beside
    phone: found?.phone ?? null,
  };
}

export function readService(
  row: PackageRow,
  assumed: Assumed,
  found: Service | null,
): ReadOffer {
  const status = textOf(row, "status");
  if (!found && status !== "active" && status !== "temporarily closed")
    throw new RowRefused(`it is not on offer: ${status ?? "no status"}`);
  return {
    name: nameOf(row),
    description: textOf(row, "description")?.slice(0, LONGEST_TEXT) ?? null,
    area: oneOf(codeOf(row, "AREA"), ServiceArea, found?.area ?? assumed.area),
    group: oneOf(codeOf(row, "GROUP"), ServiceGroup, found?.group ?? "B1"),
    form: oneOf(codeOf(row, "FORM"), ServiceForm, found?.form ?? "MIXED"),
    sphere:
      oneOf<LifeSphere | "">(codeOf(row, "SPHERE"), LifeSphere, "") ||
      (found?.sphere ?? null),
    entryMode: oneOf(
      codeOf(row, "ENTRY_MODE"),
      EntryMode,
      found?.entryMode ?? "OPEN",
    ),
    unit: "PLACES",
    total: null,
    feeGrosze: found?.feeGrosze ?? 0,
    status: status === "temporarily closed" ? "PAUSED" : "ACTIVE",
  };
}

const LONGEST_TEXT = 2_000;

export function regonOf(row: PackageRow): string | null {
  return numberOf(row, "PL-REGON", isRegon);
}
