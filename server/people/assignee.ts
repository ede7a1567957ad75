// An assignee: an account that acts for it, with its roles there and how it stands.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { Role } from "../identity/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";

export const AssigneeState = {
  ACTIVE: "ACTIVE",
  LOCKED: "LOCKED",
  ENDED: "ENDED",
} as const;
export type AssigneeState = keyof typeof AssigneeState;

registerEnumType(AssigneeState, {
  name: "AssigneeState",
  description: "Whether somebody can act for an organisation.",
  valuesConfig: {
    ACTIVE: { description: "She can." },
    LOCKED: { description: "She keeps her roles and cannot use them." },
    ENDED: { description: "She no longer acts for it." },
  },
});

@ObjectType({ description: "Somebody who acts for an organisation here." })
export class Assignee {
  assignmentId!: string;
  accountId!: string;
  partnerId!: string;

  @Field(() => ID, { description: "For changing what she may." })
  get id(): string {
    return toGlobalId("Assignee", this.assignmentId);
  }

  @Field(() => String, { description: "Name of the person." })
  name!: string;

  @Field(() => String, { description: "What she signs in with." })
  email!: string;

  @Field(() => [Role], { description: "Her roles in this organisation." })
  roles!: Role[];

  @Field(() => AssigneeState, { description: "Whether she can act." })
  state!: AssigneeState;

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
