// For how long something of a person is kept and shown: terms of the centre within bounds that the law and the work set (domain 4.7).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const MASK_AFTER_DAYS = { least: 0, usual: 30, most: 90 };
/** The talk half a year after the end comes before (domain 4.7). */
export const ERASE_AFTER_MONTHS = { least: 6, usual: 6, most: 120 };

@Entity({ name: "protection_rules" })
@ObjectType({
  description: "For how long something of a person is kept and shown.",
})
export class ProtectionRules {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @Column({ type: "int" })
  @Field(() => Int, {
    description:
      "Days after its end on which a partner's view of a referral is masked.",
  })
  maskAfterDays!: number;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Months after its closing in which a case is to be erased.",
  })
  eraseAfterMonths!: number;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description:
      "It is erased then by itself; else it is proposed to the data protection officer.",
  })
  erasesByItself!: boolean;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Rises by one with every change; 0: as the house has it.",
  })
  version!: number;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { nullable: true, description: "When it was changed." })
  changedAt!: Date | null;

  @Column({ type: "text" })
  @Field(() => String, {
    nullable: true,
    name: "changedBy",
    description: "Who changed it, by name as then.",
  })
  changedByName!: string | null;
}

/** Of a centre that has set none of its own. */
export function usualRules(centreId: string): ProtectionRules {
  return Object.assign(new ProtectionRules(), {
    centreId,
    maskAfterDays: MASK_AFTER_DAYS.usual,
    eraseAfterMonths: ERASE_AFTER_MONTHS.usual,
    erasesByItself: false,
    version: 0,
    changedAt: null,
    changedByName: null,
  } satisfies ProtectionRules);
}
