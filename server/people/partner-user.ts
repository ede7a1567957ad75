// A user of an organisation: an account that acts for it, with its roles there and how it stands.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { Role } from "../identity/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";

export const PartnerUserState = {
  ACTIVE: "ACTIVE",
  LOCKED: "LOCKED",
  ENDED: "ENDED",
} as const;
export type PartnerUserState = keyof typeof PartnerUserState;

registerEnumType(PartnerUserState, {
  name: "PartnerUserState",
  description: "Whether somebody can act for an organisation.",
  valuesConfig: {
    ACTIVE: { description: "She can." },
    LOCKED: { description: "She keeps her roles and cannot use them." },
    ENDED: { description: "She no longer acts for it." },
  },
});

@ObjectType({ description: "Somebody who acts for an organisation here." })
export class PartnerUser {
  assignmentId!: string;
  accountId!: string;
  partnerId!: string;

  @Field(() => ID, { description: "For changing what she may." })
  get id(): string {
    return toGlobalId("PartnerUser", this.assignmentId);
  }

  @Field(() => String, { description: "Name of the person." })
  name!: string;

  @Field(() => String, { description: "What she signs in with." })
  email!: string;

  @Field(() => [Role], { description: "Her roles in this organisation." })
  roles!: Role[];

  @Field(() => PartnerUserState, { description: "Whether she can act." })
  state!: PartnerUserState;

  @Field(() => Date, { description: "Since when she acts for it." })
  since!: Date;

  @Field(() => Day, {
    nullable: true,
    description: "Day of last use within the last month; null: none.",
  })
  lastUsedOn!: string | null;

  @Field(() => Boolean, {
    description: "The viewer may change her roles here, lock her out, end it.",
  })
  viewerCanChange!: boolean;
}
