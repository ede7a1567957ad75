// What the organiser says of a new organisation.
import { Field, InputType } from "type-graphql";

import { DataRole, PartnerKind, StakeholderType } from "../partners/index.js";
import { Day } from "../platform/graphql/scalars.js";

@InputType({ description: "The concrete person of a new organisation." })
export class NewContactInput {
  @Field(() => String, { description: "Name, from 2 to 200 characters." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Position." })
  position?: string | null;

  @Field(() => String, { description: "Work e-mail." })
  workEmail!: string;

  @Field(() => String, {
    nullable: true,
    description: "Work telephone, E.164; nine digits are taken as Polish.",
  })
  workPhone?: string | null;
}

@InputType({ description: "A new organisation of the centre's network." })
export class RegisterPartnerInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => String, { description: "Full name, 3 to 200 characters." })
  name!: string;

  @Field(() => PartnerKind, { description: "What kind it is." })
  kind!: PartnerKind;

  @Field(() => StakeholderType, {
    description: "Place of reintegration among its aims.",
  })
  stakeholderType!: StakeholderType;

  @Field(() => DataRole, {
    description:
      "Its part in the protection of data; NO_PERSONAL_DATA is safe.",
  })
  dataRole!: DataRole;

  @Field(() => String, { nullable: true, description: "Postal address." })
  address?: string | null;

  @Field(() => String, { nullable: true, description: "Tax number." })
  nip?: string | null;

  @Field(() => String, { nullable: true, description: "Statistical number." })
  regon?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Number in the national court register.",
  })
  krs?: string | null;

  @Field(() => NewContactInput, { description: "Whom to turn to first." })
  contact!: NewContactInput;

  @Field(() => Day, {
    nullable: true,
    description:
      "When it signed that it joins the local network, not after today: a member from today on; null: it is invited, and says yes itself.",
  })
  declaredOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "It is another one than those that look like it.",
  })
  isAnother?: boolean | null;
}
