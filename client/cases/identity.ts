// Who the person of a case is, as the pages hold it: in memory, for as long as it is shown.
import { chosenIn, textIn } from "../design/form-text.js";
import type {
  CaseIdentityInput,
  LookPurpose,
  ResidentContactKind,
  ShowIdentityMutation,
} from "../graphql/generated/graphql.js";

export type Identity = Extract<
  ShowIdentityMutation["outcome"],
  { __typename: "ShownIdentity" }
>["identity"];

export const contactKinds = [
  "PHONE",
  "EMAIL",
  "LETTER",
  "THROUGH_SOMEBODY",
] as const satisfies readonly ResidentContactKind[];

export const purposes = [
  "CONTACT",
  "ARRANGING",
  "CORRECTING",
  "ON_REQUEST",
  "OTHER",
] as const satisfies readonly LookPurpose[];

/** What is written as text, in the order of the page. */
export const written = [
  "name",
  "surname",
  "born",
  "contact",
  "preferredHours",
  "accessNeeds",
  "place",
  "legalRepresentative",
] as const satisfies readonly (keyof Identity)[];

export const longest = {
  name: 60,
  surname: 80,
  born: 10,
  contact: 160,
  preferredHours: 120,
  accessNeeds: 200,
  place: 160,
  legalRepresentative: 160,
} as const satisfies Record<(typeof written)[number], number>;

export function identityIn(form: FormData): CaseIdentityInput {
  const text = (field: (typeof written)[number]) =>
    textIn(form, field).trim() || null;
  const contact = text("contact");
  return {
    name: text("name") ?? "",
    surname: text("surname"),
    born: text("born"),
    contactKind: contact
      ? (chosenIn(form, "contactKind", contactKinds) ?? null)
      : null,
    contact,
    preferredHours: text("preferredHours"),
    accessNeeds: text("accessNeeds"),
    place: text("place"),
    legalRepresentative: text("legalRepresentative"),
  };
}
