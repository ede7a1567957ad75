// What is said of a contact person, and what comes of it.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import { RequestKeyReused } from "../events/index.js";
import { InvalidInput, Problem } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { ContactChannel, ContactDuty } from "./contact-kind.js";
import { ContactPerson } from "./contact-person.js";

@InputType({ description: "What is said of a contact person." })
export class ContactWordsInput {
  @Field(() => String, { description: "Name, from 2 to 200 characters." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Position." })
  position?: string | null;

  @Field(() => String, { nullable: true, description: "Work e-mail." })
  workEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Work telephone, E.164; nine digits are taken as Polish.",
  })
  workPhone?: string | null;

  @Field(() => [ContactDuty], { description: "What she is for beside." })
  duties!: ContactDuty[];

  @Field(() => Boolean, {
    description:
      "She stands in for the first contact; whoever did so far, no longer does.",
  })
  deputy!: boolean;

  @Field(() => ContactChannel, {
    nullable: true,
    description: "How she is best reached.",
  })
  preferredChannel?: ContactChannel | null;

  @Field(() => String, {
    nullable: true,
    description: "When she can be reached, up to 200 characters.",
  })
  availability?: string | null;
}

@InputType({ description: "A contact person more." })
export class AddContactPersonInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Of which organisation." })
  partnerId!: string;

  @Field(() => ContactWordsInput, { description: "Who she is." })
  person!: ContactWordsInput;
}

@InputType({ description: "What is true of a contact person from now on." })
export class ChangeContactPersonInput {
  @Field(() => ID, { description: "Who." })
  contactPersonId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => ContactWordsInput, { description: "All that is true of her." })
  person!: ContactWordsInput;
}

@InputType({ description: "Who becomes the one to turn to first." })
export class MakePrimaryContactInput {
  @Field(() => ID, { description: "Who." })
  contactPersonId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

@InputType({ description: "Who is a contact person no longer." })
export class RemoveContactPersonInput {
  @Field(() => ID, { description: "Who." })
  contactPersonId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      "Who is turned to first in her place; needed where she is the first one.",
  })
  successorId?: string | null;
}

@InputType({ description: "When a contact person is away, and who stands in." })
export class SetContactAbsenceInput {
  @Field(() => ID, { description: "Who." })
  contactPersonId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => Day, {
    nullable: true,
    description: "First day; null with `to`: she is not away.",
  })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: "Last day." })
  to?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Of the same organisation; else its deputy stands in.",
  })
  substituteId?: string | null;
}

@InputType({ description: "That a contact person is willing." })
export class ConfirmContactWillingInput {
  @Field(() => ID, { description: "Who." })
  contactPersonId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "How the hub learnt it, 3 to 200 characters; not needed of herself.",
  })
  how?: string | null;
}

@ObjectType({
  implements: Problem,
  description: "Somebody has changed this contact person since.",
})
export class ContactMoved extends Problem {
  @Field(() => ContactPerson, { description: "As she is now." })
  contactPerson: ContactPerson;

  constructor(message: string, contactPerson: ContactPerson) {
    super(message);
    this.contactPerson = contactPerson;
  }
}

export const AddContactPersonPayload = createUnionType({
  name: "AddContactPersonPayload",
  description: "Outcome of naming a contact person.",
  types: () => [ContactPerson, RequestKeyReused, InvalidInput] as const,
});

export const ChangeContactPersonPayload = createUnionType({
  name: "ChangeContactPersonPayload",
  description: "Outcome of changing a contact person.",
  types: () => [ContactPerson, ContactMoved, InvalidInput] as const,
});
