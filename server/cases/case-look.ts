// A look at the identity of a case: by whom, what for, and until when it lasts.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { CaseIdentity } from "./case-identity.js";

export const LookPurpose = {
  CONTACT: "CONTACT",
  ARRANGING: "ARRANGING",
  CORRECTING: "CORRECTING",
  ON_REQUEST: "ON_REQUEST",
  OTHER: "OTHER",
} as const;
export type LookPurpose = keyof typeof LookPurpose;

registerEnumType(LookPurpose, {
  name: "LookPurpose",
  description: "What the identity of somebody is looked at for.",
  valuesConfig: {
    CONTACT: { description: "To get in touch with her." },
    ARRANGING: { description: "To arrange a service for her." },
    CORRECTING: { description: "To check or correct what is written." },
    ON_REQUEST: { description: "She asked what is known of her." },
    OTHER: { description: "Something else, said in words." },
  },
});

/** How long a look lasts. */
export const LOOK_MS = 10 * 60_000;

@Entity()
@ObjectType({ description: "Somebody looked at the identity of a case." })
export class CaseLook {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  caseId!: string;

  @Column({ type: "uuid" })
  accountId!: string;

  @Column({ type: "text" })
  @Field(() => LookPurpose, { description: "What for." })
  purpose!: LookPurpose;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What for, in words that name nobody.",
  })
  note!: string | null;

  /** Of what a partner would see, so perhaps not of all: it lets nobody correct. */
  @Column({ type: "boolean" })
  isPreview!: boolean;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Until when it lasted, or lasts." })
  until!: Date;
}

@ObjectType({ description: "The identity of a case, shown for ten minutes." })
export class ShownIdentity {
  @Field(() => CaseIdentity, { description: "Who the person is." })
  identity!: CaseIdentity;

  @Field(() => Date, { description: "Since when." })
  at!: Date;

  @Field(() => Date, { description: "Until when it may be shown." })
  until!: Date;
}
