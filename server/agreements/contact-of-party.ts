// Whom the others turn to about an agreement: the person named, else whoever is turned to first there.
import type { ContactPerson } from "../partners/index.js";
import {
  contactPersonById,
  contactPersonsOfPartner,
} from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import type { AgreementParty } from "./agreement-party.js";

/** Null: nobody, or it is not the viewer's to see. */
export async function contactOfParty(
  context: Context,
  { contactPersonId, partnerId }: AgreementParty,
): Promise<ContactPerson | null> {
  const named =
    contactPersonId && (await context.load(contactPersonById, contactPersonId));
  if (named) return named;
  const people = await context.load(contactPersonsOfPartner, partnerId);
  return people.find(({ isPrimary }) => isPrimary) ?? null;
}
