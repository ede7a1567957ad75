// What the access log is searched by: whom it is about, who acted, what, when.
import { Field, ID, InputType } from "type-graphql";

import { Day } from "../platform/graphql/scalars.js";
import type { TouchAction } from "../platform/permission/touch.js";
import { AccessAction, AccessOutcome } from "./access-entry.js";

@InputType({ description: "Narrows the access log." })
export class AccessLogFilter {
  @Field(() => String, {
    nullable: true,
    description: "About the case of this pseudonym.",
  })
  pseudonym?: string | null;

  @Field(() => ID, { nullable: true, description: "About this referral." })
  referralId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "By this account, as a line names it.",
  })
  accountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "By somebody of whose names one begins so.",
  })
  by?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "By somebody of an organisation of whose name, or short name, a word begins so.",
  })
  organisation?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "By somebody of this organisation.",
  })
  partnerId?: string | null;

  @Field(() => AccessAction, { nullable: true, description: "What was done." })
  action?: TouchAction | null;

  @Field(() => String, {
    nullable: true,
    description: "Of this change, as a line names it.",
  })
  change?: string | null;

  @Field(() => AccessOutcome, { nullable: true, description: "How it ended." })
  outcome?: AccessOutcome | null;

  @Field(() => Day, { nullable: true, description: "From this day on." })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: "To the end of this day." })
  to?: string | null;
}
