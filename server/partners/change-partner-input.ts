// What can be said of an organisation in the register, and what comes of it.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import { InvalidInput, Problem } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { Partner } from "./partner.js";
import {
  Accessibility,
  ReintegrationAim,
  StatutoryProviderKind,
} from "./partner-entry.js";
import { DataRole, PartnerKind, Sector } from "./partner-kind.js";

const own = "Also its own administrator's to say. ";

@InputType({
  description: "What changes of an organisation; what is left out stays.",
})
export class ChangePartnerInput {
  @Field(() => ID, { description: "Which one." })
  partnerId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => String, { nullable: true, description: "3 to 200 characters." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "For narrow places, 2 to 80 characters.",
  })
  shortName?: string | null;

  @Field(() => PartnerKind, { nullable: true, description: "Its kind." })
  kind?: PartnerKind | null;

  @Field(() => Sector, { nullable: true, description: "Its sector." })
  sector?: Sector | null;

  @Field(() => StatutoryProviderKind, {
    nullable: true,
    description: "As what the Act lets it provide services.",
  })
  statutoryProviderKind?: StatutoryProviderKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Legal form, up to 100 characters.",
  })
  legalForm?: string | null;

  @Field(() => String, { nullable: true, description: "Tax number." })
  nip?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Statistical number, 9 or 14 digits.",
  })
  regon?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Number in the national court register, 10 digits.",
  })
  krs?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Entry in the county head's register, up to 60 characters.",
  })
  registerEntry?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Municipality of its seat, 7 digits.",
  })
  terc?: string | null;

  @Field(() => ReintegrationAim, {
    nullable: true,
    description: "Place of reintegration among its aims; suggests a type.",
  })
  reintegrationAim?: ReintegrationAim | null;

  @Field(() => String, {
    nullable: true,
    description: "Of a CIS: number of the decision that gave it its status.",
  })
  cisDecision?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Of a CIS: which voivode.",
  })
  cisVoivode?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: "Of a CIS: last day of its status.",
  })
  cisValidUntil?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of a CIS: places agreed with the county head.",
  })
  cisAgreedPlaces?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `${own}Postal address, up to 300 characters.`,
  })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${own}Web address.`,
  })
  website?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${own}Public telephone; nine digits are taken as Polish.`,
  })
  phone?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `${own}Municipalities that it serves, 7 digits each, up to 50.`,
  })
  areasServed?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: `${own}Statutory aims, up to 2000 characters.`,
  })
  statutoryAims?: string | null;

  @Field(() => [Accessibility], {
    nullable: true,
    description: `${own}What makes it accessible.`,
  })
  accessibility?: Accessibility[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "It is another one than those that look like it.",
  })
  isAnother?: boolean | null;
}

@InputType({
  description: "What an organisation is in the protection of data.",
})
export class CorrectDataRoleInput {
  @Field(() => ID, { description: "Which one; not the centre's own." })
  partnerId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => DataRole, {
    description: "Its part; SAME_CONTROLLER is for public units of the centre.",
  })
  dataRole!: DataRole;

  @Field(() => String, { description: "Why, 3 to 300 characters." })
  reason!: string;
}

@InputType({ description: "An organisation shall rest." })
export class SuspendPartnerInput {
  @Field(() => ID, { description: "Which one." })
  partnerId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => String, { description: "Why, 3 to 300 characters." })
  reason!: string;
}

@InputType({ description: "An organisation that rested is a partner again." })
export class ResumePartnerInput {
  @Field(() => ID, { description: "Which one." })
  partnerId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

@ObjectType({
  implements: Problem,
  description: "Somebody has changed this organisation since.",
})
export class PartnerMoved extends Problem {
  @Field(() => Partner, { description: "As it is now." })
  partner: Partner;

  constructor(message: string, partner: Partner) {
    super(message);
    this.partner = partner;
  }
}

@ObjectType({
  implements: Problem,
  description: "Organisations of the centre look like this one.",
})
export class PartnerLooksKnown extends Problem {
  @Field(() => [Partner], { description: "Those that look like it." })
  partners: Partner[];

  constructor(message: string, partners: Partner[]) {
    super(message);
    this.partners = partners;
  }
}

export const ChangePartnerPayload = createUnionType({
  name: "ChangePartnerPayload",
  description: "Outcome of changing an organisation in the register.",
  types: () =>
    [Partner, PartnerLooksKnown, PartnerMoved, InvalidInput] as const,
});

export const PartnerStatusPayload = createUnionType({
  name: "PartnerStatusPayload",
  description: "Outcome of letting an organisation rest, or resume.",
  types: () => [Partner, PartnerMoved, InvalidInput] as const,
});
