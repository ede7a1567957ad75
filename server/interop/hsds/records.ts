// Organisations, services and where they take place, as records of HSDS 3.1; what is empty is left out, as the schemas want it.
import { addressIn, type AddressRecord } from "./postal-address.js";
import type {
  PublishedOffer,
  PublishedOrganization,
} from "./published.reads.js";
import {
  type Term,
  termOf,
  termRecord,
  type Vocabulary,
} from "./vocabulary.js";

/** A record as it goes out; its names are those of the standard. */
export type Told = Readonly<Record<string, unknown>>;

/** Without what is empty: null fits no field of the standard. */
function told(fields: Record<string, unknown>): Told {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function attribute(
  linkId: string,
  linkEntity: "service" | "organization",
  term: Term,
): Told {
  return told({
    // a thing has a term once
    id: joined(linkId, term.id),
    link_id: linkId,
    link_entity: linkEntity,
    taxonomy_term_id: term.id,
    taxonomy_term: termRecord(term),
  });
}

/** An id for what belongs to two others, told from both. */
function joined(one: string, other: string): string {
  const [a, b] = [one, other].map((id) =>
    Buffer.from(id.replaceAll("-", ""), "hex"),
  );
  const bytes = (a ?? Buffer.alloc(0)).map((byte, at) => byte ^ (b?.[at] ?? 0));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function termsOf(
  pairs: readonly (readonly [Vocabulary, string | null])[],
): Term[] {
  return pairs.flatMap(([vocabulary, code]) => {
    const term = code === null ? null : termOf(vocabulary, code);
    return term ? [term] : [];
  });
}

export function organizationRecord(one: PublishedOrganization): Told {
  const kind = termOf("PARTNER_KIND", one.kind)?.name ?? "organizacja";
  return told({
    id: one.id,
    name: one.name,
    alternate_name: one.shortName === one.name ? null : one.shortName,
    description: `${capital(kind)}: ${one.name}.`,
    website: one.website,
    legal_status: kind,
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function fullOrganization(one: PublishedOrganization): Told {
  return told({
    ...organizationRecord(one),
    organization_identifiers: [
      identifier(one.id, "PL-REGON", one.regon),
      identifier(one.id, "PL-KRS", one.krs),
    ].filter((found) => found !== null),
    phones: phonesOf(one),
    locations: one.address
      ? [locationRecord(one.id, one.id, one.address, one.terc)]
      : [],
    attributes: termsOf([["PARTNER_KIND", one.kind]]).map((term) =>
      attribute(one.id, "organization", term),
    ),
  });
}

/** The id is that of the organisation with the first digits turned by what it is. */
function identifier(
  organizationId: string,
  type: "PL-REGON" | "PL-KRS",
  number: string | null,
): Told | null {
  if (!number) return null;
  return {
    id: joined(organizationId, IDENTIFIERS[type]),
    organization_id: organizationId,
    identifier_type: type,
    identifier: number,
  };
}
const IDENTIFIERS = {
  "PL-REGON": "3a1f6d0e-52c7-4b8b-9d65-0c1e2f7a4b90",
  "PL-KRS": "c57e90b4-1d2f-4e6a-8f30-6b9a7d8e5c12",
} as const;

function phonesOf({ id, phone }: PublishedOrganization): Told[] {
  return phone
    ? [{ id, organization_id: id, number: phone, type: "voice" }]
    : [];
}

function locationRecord(
  id: string,
  organizationId: string,
  place: string,
  terc: string | null,
): Told {
  const address: AddressRecord | null = addressIn(id, place, terc);
  return told({
    id,
    location_type: "physical",
    organization_id: organizationId,
    name: place,
    addresses: address ? [address] : [],
  });
}

/** Where a service takes place: at its own, else where its organisation is; null: nowhere that is known. */
function placeOf(one: PublishedOffer): { id: string; text: string } | null {
  const { organization, place } = one;
  if (place && place !== organization.address)
    return { id: one.id, text: place };
  return organization.address
    ? { id: organization.id, text: organization.address }
    : null;
}

const STATUS: Readonly<Record<string, string>> = {
  ACTIVE: "active",
  PAUSED: "temporarily closed",
};

export function serviceRecord(one: PublishedOffer): Told {
  return told({
    id: one.id,
    organization_id: one.organization.id,
    name: one.name,
    description: one.description,
    url: one.organization.website,
    status: STATUS[one.status] ?? "inactive",
    application_process: termOf("ENTRY_MODE", one.entryMode)?.name,
    fees_description: feeWords(one),
    alert: one.suspendedUntil ? `Przerwa do ${one.suspendedUntil}.` : null,
    last_modified: one.updatedAt.toISOString(),
    organization: organizationRecord(one.organization),
  });
}

export function fullService(one: PublishedOffer): Told {
  const { id, organization } = one;
  const place = atLocationRecord(one, true);
  return told({
    ...serviceRecord(one),
    phones: phonesOf(organization),
    schedules: one.eventOn
      ? [
          {
            id,
            service_id: id,
            valid_from: one.eventOn,
            valid_to: one.eventOn,
          },
        ]
      : [],
    service_at_locations: place ? [place] : [],
    cost_options: [
      told({
        id,
        service_id: id,
        option: feeWords(one),
        currency: "PLN",
        amount: one.feeGrosze / 100,
      }),
    ],
    attributes: termsOf([
      ["AREA", one.area],
      ["GROUP", one.group],
      ["FORM", one.form],
      ["SPHERE", one.sphere],
      ["ENTRY_MODE", one.entryMode],
      ["AVAILABILITY", one.band],
      ["EMERGENCY", one.emergency ? "YES" : null],
    ]).map((term) => attribute(id, "service", term)),
  });
}

/** It has the id of its service: a service takes place at one location. */
export function atLocationRecord(
  one: PublishedOffer,
  isFull: boolean,
): Told | null {
  const place = placeOf(one);
  if (!place) return null;
  return told({
    id: one.id,
    service_id: one.id,
    location_id: place.id,
    location: isFull
      ? locationRecord(
          place.id,
          one.organization.id,
          place.text,
          one.organization.terc,
        )
      : null,
  });
}

const UNITS: Readonly<Record<string, string>> = {
  PLACES: "za miejsce",
  HOURS_WEEK: "za godzinę",
  HOURS_MONTH: "za godzinę",
  APPOINTMENTS_MONTH: "za wizytę",
  TRIPS_MONTH: "za przejazd",
  TICKETS_MONTH: "za wejściówkę",
  TICKETS_EVENT: "za wejściówkę",
};

function feeWords({ feeGrosze, feeUnit }: PublishedOffer): string {
  if (feeGrosze === 0) return "bezpłatnie";
  const zloty = (feeGrosze / 100).toFixed(2).replace(".", ",");
  const unit = feeUnit ? UNITS[feeUnit] : undefined;
  return unit ? `${zloty} zł ${unit}` : `${zloty} zł`;
}
