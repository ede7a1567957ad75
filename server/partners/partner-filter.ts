// What a list of organisations can be narrowed by.
import { Field, InputType, registerEnumType } from "type-graphql";

import { PartnerKind, PartnerStatus } from "./partner-kind.js";

/** Place of reintegration among the aims of a member of a network (domain 1.2). */
export const StakeholderType = { A: "A", B: "B", C: "C" } as const;
export type StakeholderType = keyof typeof StakeholderType;

registerEnumType(StakeholderType, {
  name: "StakeholderType",
  description: "Place of reintegration among the aims of a member.",
  valuesConfig: {
    A: { description: "Reintegration is the main statutory aim." },
    B: { description: "Reintegration is one of the statutory aims." },
    C: { description: "Not an aim, but the services are open to everybody." },
  },
});

@InputType({ description: "Narrows a list of organisations." })
export class PartnerFilter {
  @Field(() => String, {
    nullable: true,
    description: "Part of the name or code, without case and diacritics.",
  })
  text?: string;

  @Field(() => [PartnerKind], { nullable: true, description: "Any of these." })
  kinds?: PartnerKind[];

  @Field(() => [StakeholderType], {
    nullable: true,
    description: "Any of these types in the centre's local network.",
  })
  stakeholderTypes?: StakeholderType[];

  @Field(() => [PartnerStatus], {
    nullable: true,
    description: "Any of these states.",
  })
  statuses?: PartnerStatus[];

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those where nobody stands in for the first contact.",
  })
  withoutDeputy?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those with a `contactAlert`.",
  })
  withContactAlert?: boolean;
}
