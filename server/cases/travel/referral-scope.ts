// What travels with one referral of a case: names of fields, on which basis, and its own words sealed under the key of the case.
import { registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { PersonalDataField } from "../../programmes/index.js";

/** Why more travels than the service needs to get in touch; for each sensitive field likewise. */
export const TravelReason = {
  AT_HOME: "AT_HOME",
  LAW: "LAW",
  CONTRACT: "CONTRACT",
  SAFETY: "SAFETY",
  ADJUSTMENT: "ADJUSTMENT",
} as const;
export type TravelReason = keyof typeof TravelReason;

registerEnumType(TravelReason, {
  name: "TravelReason",
  description: "Why something more of a person is told.",
  valuesConfig: {
    AT_HOME: { description: "The service takes place at her home." },
    LAW: { description: "The law asks for it." },
    CONTRACT: { description: "A contract or an application has to name her." },
    SAFETY: { description: "So that nobody comes to harm." },
    ADJUSTMENT: { description: "So that the service fits her." },
  },
});

@Entity()
export class ReferralScope {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  referralId!: string;

  @Column({ type: "uuid" })
  caseId!: string;

  @Column({ type: "uuid" })
  basisId!: string;

  @Column({ type: "text", array: true })
  fields!: PersonalDataField[];

  @Column({ type: "text", nullable: true })
  raisedFor!: TravelReason | null;

  @Column({ type: "jsonb" })
  reasons!: Partial<Record<PersonalDataField, TravelReason>>;

  /** Null: the referral has no words of its own, or they are erased. */
  @Column({ type: "bytea", nullable: true })
  sealed!: Buffer | null;
}
