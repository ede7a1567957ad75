// Who the person of a case is: what may travel at levels L1 and L2 and nothing beside it (domain 4.3).
import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";

export const ResidentContactKind = {
  PHONE: "PHONE",
  EMAIL: "EMAIL",
  LETTER: "LETTER",
  THROUGH_SOMEBODY: "THROUGH_SOMEBODY",
} as const;
export type ResidentContactKind = keyof typeof ResidentContactKind;

registerEnumType(ResidentContactKind, {
  name: "ResidentContactKind",
  description: "How a resident wants to be reached.",
  valuesConfig: {
    PHONE: { description: "By telephone." },
    EMAIL: { description: "By mail." },
    LETTER: { description: "By letter." },
    THROUGH_SOMEBODY: { description: "Through somebody whom she trusts." },
  },
});

@ObjectType({
  description:
    "Who the person of a case is. Told by `showIdentity` alone, for ten minutes.",
})
export class CaseIdentity {
  @Field(() => String, { description: "First name, or the one she chose." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Surname." })
  surname!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Year of birth, yyyy, or the day where the law needs it.",
  })
  born!: string | null;

  @Field(() => ResidentContactKind, {
    nullable: true,
    description: "The one channel of contact.",
  })
  contactKind!: ResidentContactKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Number, address, or whom to ask.",
  })
  contact!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "When she is best reached.",
  })
  preferredHours!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What has to be there for her, never a diagnosis.",
  })
  accessNeeds!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where services at home take place.",
  })
  place!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Legal representative, where she has one.",
  })
  legalRepresentative!: string | null;
}

@InputType({ description: "Who the person of a case is." })
export class CaseIdentityInput {
  @Field(() => String, { description: "First name, or the one she chose." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Surname." })
  surname?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Year of birth, yyyy, or the day, yyyy-mm-dd or d.m.yyyy.",
  })
  born?: string | null;

  @Field(() => ResidentContactKind, {
    nullable: true,
    description: "The one channel of contact.",
  })
  contactKind?: ResidentContactKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Number, address, or whom to ask.",
  })
  contact?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "When she is best reached.",
  })
  preferredHours?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What has to be there for her, never a diagnosis.",
  })
  accessNeeds?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where services at home take place.",
  })
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Legal representative, where she has one.",
  })
  legalRepresentative?: string | null;
}

const trimmed = (text: string | null | undefined) => text?.trim() || null;

/** A day as it is said in Poland, 12.04.1979, is kept as the calendar has it. */
function asKept(born: string | null): string | null {
  const said = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(born ?? "");
  if (!said) return born;
  const [, day = "", month = "", year = ""] = said;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

export function identityOf(input: CaseIdentityInput): CaseIdentity {
  return Object.assign(new CaseIdentity(), {
    name: input.name.trim(),
    surname: trimmed(input.surname),
    born: asKept(trimmed(input.born)),
    contactKind: trimmed(input.contact) ? (input.contactKind ?? null) : null,
    contact: trimmed(input.contact),
    preferredHours: trimmed(input.preferredHours),
    accessNeeds: trimmed(input.accessNeeds),
    place: trimmed(input.place),
    legalRepresentative: trimmed(input.legalRepresentative),
  } satisfies CaseIdentity);
}

/** Names of the fields that hold something, as the access log keeps them. */
export function fieldsOf(identity: CaseIdentity): string[] {
  return Object.entries(identity)
    .filter(([, value]) => value !== null)
    .map(([name]) => name);
}
