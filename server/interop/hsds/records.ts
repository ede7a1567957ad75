// Organisations and services as records of HSDS 3.1; what is empty is left out, as the schemas want it.
import { easesOf } from "./eases.js";
import { feeWords } from "./fees.js";
import { forWhomIn } from "./for-whom.js";
import type { Said } from "./package-records.reads.js";
import {
  atLocationOf,
  locationOf,
  locationRecord,
  ownPlace,
} from "./places.js";
import type {
  PublishedOffer,
  PublishedOrganization,
} from "./published.reads.js";
import { schedulesOf } from "./schedules.js";
import { joined, partsOf, type Told, told, words } from "./told.js";
import {
  type Term,
  termOf,
  termRecord,
  type Vocabulary,
} from "./vocabulary.js";

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

/** The longer text of the package, as long as ours is its beginning. */
function longer(ours: string | null, said: Said | null): string | null {
  const theirs = said?.["description"];
  return typeof theirs === "string" && theirs.startsWith(ours ?? "")
    ? theirs
    : ours;
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
  const isShortened = one.said !== null || one.shortName === one.name;
  return told({
    alternate_name: isShortened ? null : one.shortName,
    description: `${capital(kind)}: ${one.name}.`,
    legal_status: kind,
    ...words(one.said),
    id: one.id,
    name: one.name,
    website: one.website,
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
    phones: [
      ...phonesOf(one),
      ...partsOf(one.said, "phones", { organization_id: one.id }),
    ],
    locations: one.locations?.map(locationOf) ?? [
      ...(one.address
        ? [locationRecord(one.id, one.id, one.address, one.terc)]
        : []),
    ],
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

const STATUS: Readonly<Record<string, string>> = {
  ACTIVE: "active",
  PAUSED: "temporarily closed",
};

export function serviceRecord(one: PublishedOffer): Told {
  return told({
    url: one.organization.website,
    application_process: one.said
      ? null
      : termOf("ENTRY_MODE", one.entryMode)?.name,
    fees_description: feeWords(one),
    eligibility_description: forWhomIn(one, "pl"),
    minimum_age: one.ageFrom,
    maximum_age: one.ageTo,
    ...words(one.said),
    id: one.id,
    organization_id: one.organization.id,
    name: one.name,
    description: longer(one.description, one.said),
    status: STATUS[one.status] ?? "inactive",
    ...(one.suspendedUntil
      ? { alert: `Przerwa do ${one.suspendedUntil}.` }
      : {}),
    last_modified: one.updatedAt.toISOString(),
    organization: organizationRecord(one.organization),
  });
}

/** @param terms those of packages that it has, by their ids */
export function fullService(
  one: PublishedOffer,
  terms: ReadonlyMap<string, Said>,
): Told {
  const { id, organization, said } = one;
  const owner = { service_id: id };
  const place = ownPlace(one, true);
  return told({
    ...serviceRecord(one),
    phones: [
      ...phonesOf(organization),
      ...partsOf(organization.said, "phones", {
        organization_id: organization.id,
      }),
      ...partsOf(said, "phones", owner),
    ],
    languages: partsOf(said, "languages", owner),
    service_areas: partsOf(said, "service_areas", owner),
    required_documents: partsOf(said, "required_documents", owner),
    schedules: [
      ...(one.eventOn
        ? [{ id, ...owner, valid_from: one.eventOn, valid_to: one.eventOn }]
        : []),
      ...schedulesOf(one),
      ...partsOf(said, "schedules", owner),
    ],
    service_at_locations:
      one.atLocations?.map((at) => atLocationOf(at, true)) ??
      (place ? [place] : []),
    cost_options: [...ownCost(one), ...partsOf(said, "cost_options", owner)],
    attributes: [...ownTerms(one), ...saidTerms(one, terms)],
  });
}

function ownCost(one: PublishedOffer): Told[] {
  const words = feeWords(one);
  if (words === null) return [];
  const { id, feeGrosze } = one;
  return [
    {
      id,
      service_id: id,
      option: words,
      currency: "PLN",
      amount: feeGrosze / 100,
    },
  ];
}

/** Those of our own vocabulary are told by our own columns. */
function saidTerms(
  { id, said }: PublishedOffer,
  terms: ReadonlyMap<string, Said>,
): Told[] {
  return partsOf(said, "attributes", {
    link_id: id,
    link_entity: "service",
  }).flatMap((part) => {
    const term = terms.get(String(part["taxonomy_term_id"]));
    return term ? [{ ...part, taxonomy_term: term }] : [];
  });
}

function ownTerms(one: PublishedOffer): Told[] {
  return termsOf([
    ["AREA", one.area],
    ["GROUP", one.group],
    ["FORM", one.form],
    ["SPHERE", one.sphere],
    ["ENTRY_MODE", one.entryMode],
    ["AVAILABILITY", one.band],
    ["EMERGENCY", one.emergency ? "YES" : null],
    ...easesOf(one).map((code) => ["EASE", code] as const),
  ]).map((term) => attribute(one.id, "service", term));
}
