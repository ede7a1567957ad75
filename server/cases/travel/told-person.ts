// What a partner is told of somebody: one function makes what the sender sees before sending and what the partner sees after.
import { Field, ObjectType } from "type-graphql";

import { PersonalDataField } from "../../programmes/index.js";
import { type CaseIdentity, ResidentContactKind } from "../case-identity.js";
import { type ReferralScope, TravelReason } from "./referral-scope.js";

/** Words that belong to one referral. */
export interface ReferralWords {
  /** Goal of the service, one neutral sentence. */
  goal: string | null;
  sensitive: Partial<Record<PersonalDataField, string>>;
}

export const NO_WORDS: ReferralWords = { goal: null, sensitive: {} };

@ObjectType({ description: "One thing that a partner is told of a person." })
export class ToldField {
  @Field(() => PersonalDataField, { description: "What it is." })
  field!: PersonalDataField;

  @Field(() => String, { description: "As it is told." })
  value!: string;

  @Field(() => ResidentContactKind, {
    nullable: true,
    description: "Of a contact: which kind.",
  })
  contactKind!: ResidentContactKind | null;

  @Field(() => TravelReason, {
    nullable: true,
    description: "Of a sensitive field: why it is told.",
  })
  reason!: TravelReason | null;
}

@ObjectType({
  description:
    "What a partner is told of a person, shown for ten minutes and on record.",
})
export class ToldPerson {
  @Field(() => [ToldField], { description: "All of it, and nothing beside." })
  told!: ToldField[];

  @Field(() => Date, { description: "Since when." })
  at!: Date;

  @Field(() => Date, { description: "Until when it may be shown." })
  until!: Date;
}

const YEAR_LETTERS = 4;

function valueOf(
  field: PersonalDataField,
  identity: CaseIdentity,
  words: ReferralWords,
): string | null {
  switch (field) {
    case "FIRST_NAME":
      return identity.name;
    case "CONTACT_CHANNEL":
      return identity.contact;
    case "PREFERRED_HOURS":
      return identity.preferredHours;
    case "ACCESS_NEEDS":
      return identity.accessNeeds;
    case "SURNAME":
      return identity.surname;
    case "BIRTH_YEAR":
      return identity.born?.slice(0, YEAR_LETTERS) ?? null;
    case "BIRTH_DATE":
      return identity.born && identity.born.length > YEAR_LETTERS
        ? identity.born
        : null;
    case "ADDRESS":
      return identity.place;
    case "LEGAL_REPRESENTATIVE":
      return identity.legalRepresentative;
    case "SERVICE_GOAL":
      return words.goal;
    case "AGE_BAND":
    case "PESEL":
    case "SERVICE_DATES":
      return null;
    default:
      return words.sensitive[field] ?? null;
  }
}

/** Of these fields those that hold something, as they are told. */
export function tell(
  { fields, reasons }: Pick<ReferralScope, "fields" | "reasons">,
  identity: CaseIdentity,
  words: ReferralWords,
): ToldField[] {
  return fields.flatMap((field) => {
    const value = valueOf(field, identity, words);
    return value
      ? [
          Object.assign(new ToldField(), {
            field,
            value,
            contactKind:
              field === "CONTACT_CHANNEL" ? identity.contactKind : null,
            reason: reasons[field] ?? null,
          } satisfies ToldField),
        ]
      : [];
  });
}
