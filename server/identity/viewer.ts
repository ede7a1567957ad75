// The viewer: who is signed in here, and what else she may act as.
import { Field, ID, Int, ObjectType } from "type-graphql";

import { toGlobalId } from "../platform/graphql/global-id.js";
import { Language } from "../platform/graphql/words.js";
import type { Member } from "../platform/permission/actor.js";
import { Role } from "./role.js";

@ObjectType({ description: "Who is signed in, acting for one organisation." })
export class Viewer {
  member!: Member;

  @Field(() => String, { description: "Name of the person." })
  name!: string;

  @Field(() => String, { description: "What she signs in with." })
  email!: string;

  @Field(() => Language, {
    description: "In which she reads the interface and is answered.",
  })
  get language(): Language {
    return this.member.language;
  }

  @Field(() => [Role], {
    description:
      "The roles that she acts in now; empty until a one-time password is changed and a second factor that they need is set up.",
  })
  get roles(): string[] {
    return [...this.member.roles];
  }

  @Field(() => Boolean, {
    description: "True: nothing else works until changePassword.",
  })
  get mustChangePassword(): boolean {
    return this.member.mustChangePassword;
  }

  @Field(() => Boolean, {
    description:
      "True: a role of hers needs two factors; nothing else works until beginSecondFactor and confirmSecondFactor.",
  })
  get mustSetUpSecondFactor(): boolean {
    return this.member.mustSetUpSecondFactor;
  }

  @Field(() => Boolean, {
    description:
      "True: her organisation has left. She brings its referrals to an end and its accounts to a close, reads its agreements, and nothing else.",
  })
  get hasLeft(): boolean {
    return this.member.hasLeft;
  }

  @Field(() => ID, { description: "The membership that she acts by now." })
  get membershipId(): string {
    return toGlobalId("ViewerMembership", this.member.assignmentId);
  }
}

@ObjectType({ description: "The own second factor, as far as it is told." })
export class ViewerSecondFactor {
  @Field(() => Date, { description: "Since when it is in force." })
  since!: Date;

  @Field(() => Int, { description: "How many recovery codes are left." })
  recoveryCodesLeft!: number;
}

@ObjectType({ description: "What the account may act as; one at a time." })
export class ViewerMembership {
  assignmentId!: string;
  centreId!: string;
  partnerId!: string;

  @Field(() => ID, { description: "For switchMembership." })
  get id(): string {
    return toGlobalId("ViewerMembership", this.assignmentId);
  }

  @Field(() => String, { description: "Name of the centre." })
  centreName!: string;

  @Field(() => String, { description: "Name of the organisation." })
  partnerName!: string;

  @Field(() => Boolean, { description: "The viewer acts by this one now." })
  current!: boolean;

  @Field(() => [Role], { description: "The roles that it gives." })
  roles!: Role[];
}
