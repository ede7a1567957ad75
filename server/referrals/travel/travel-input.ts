// What of a person shall travel, as the sender says it; the same before sending and when it is sent.
import { Field, InputType } from "type-graphql";

import { TravelReason } from "../../cases/index.js";
import { DisclosureLevel } from "../../partners/index.js";
import { PersonalDataField } from "../../programmes/index.js";

@InputType({ description: "One sensitive thing that the service needs." })
export class SensitiveFieldInput {
  @Field(() => PersonalDataField, { description: "What it is." })
  field!: PersonalDataField;

  @Field(() => String, {
    description: "As it is told, at most 120 characters; it is sealed.",
  })
  value!: string;

  @Field(() => TravelReason, {
    nullable: true,
    description: "Why the service needs it; refused without.",
  })
  reason?: TravelReason | null;
}

@InputType()
export class TravelInput {
  @Field(() => DisclosureLevel, {
    defaultValue: "L0_TOKEN",
    description:
      "What travels; above L0_TOKEN a case and a valid basis are required.",
  })
  disclosureLevel!: DisclosureLevel;

  @Field(() => TravelReason, {
    nullable: true,
    description:
      "Why more travels than the service needs to get in touch; asked for above `TravelChoice.defaultLevel`.",
  })
  levelReason?: TravelReason | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Goal of the service in one neutral sentence, at most 120 characters, from L2_IDENTITY on; it is sealed.",
  })
  goal?: string | null;

  @Field(() => [SensitiveFieldInput], {
    nullable: true,
    description: "Sensitive things one by one, at L3_SENSITIVE.",
  })
  sensitive?: SensitiveFieldInput[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Life or health is in danger: an emergency at L1_CONTACT needs no basis now, but a note within 24 hours.",
  })
  vitalInterest!: boolean;
}
