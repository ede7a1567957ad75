// Where a service takes place, as records of HSDS: as a package told it, else at its own place or its organisation's.
import type { Said } from "./package-records.reads.js";
import { addressIn, type AddressRecord } from "./postal-address.js";
import type { PublishedOffer, PublishedPlace } from "./published.reads.js";
import { partsOf, type Told, told, words } from "./told.js";

/** A place that a package told, with what belongs to it. */
export function locationOf(said: Said): Told {
  const owner = { location_id: said["id"] };
  return told({
    ...words(said),
    ...Object.fromEntries(
      ["addresses", "phones", "languages", "schedules", "accessibility"].map(
        (name) => [name, partsOf(said, name, owner)],
      ),
    ),
  });
}

export function locationRecord(
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

export function placeRecord(
  { at, service }: PublishedPlace,
  isFull: boolean,
): Told | null {
  return at ? atLocationOf(at, isFull) : ownPlace(service, isFull);
}

/** As a package told it. */
export function atLocationOf(said: Said, isFull: boolean): Told {
  const { location, ...rest } = said;
  const owner = { service_at_location_id: said["id"] };
  return told({
    ...words(rest),
    ...Object.fromEntries(
      isFull
        ? ["phones", "schedules", "service_areas"].map((name) => [
            name,
            partsOf(said, name, owner),
          ])
        : [],
    ),
    location:
      isFull && typeof location === "object" && location !== null
        ? locationOf({ ...location })
        : null,
  });
}

/** It has the id of its service, which takes place there alone. */
export function ownPlace(one: PublishedOffer, isFull: boolean): Told | null {
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
