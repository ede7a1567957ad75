// What a partner that is a controller of its own must keep by law of somebody who took back what she agreed to (domain 4.4).
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Agreement } from "../../agreements/index.js";
import type { Work } from "../../events/index.js";
import type { Referral } from "../referral.js";

export const KeptByLaw = {
  NOTHING: "NOTHING",
  ACCOUNTS: "ACCOUNTS",
  MEDICAL: "MEDICAL",
  REGISTER: "REGISTER",
  CLAIMS: "CLAIMS",
} as const;
export type KeptByLaw = keyof typeof KeptByLaw;

registerEnumType(KeptByLaw, {
  name: "KeptByLaw",
  description: "What a partner must keep of somebody by law.",
  valuesConfig: {
    NOTHING: { description: "Nothing; what it had is deleted." },
    ACCOUNTS: { description: "Papers of the accounts." },
    MEDICAL: { description: "Medical records." },
    REGISTER: { description: "A register that a statute asks for." },
    CLAIMS: { description: "What it needs against claims." },
  },
});

@Entity()
@ObjectType({
  description:
    "What the partner must keep by law after a basis was withdrawn, by its own word.",
})
export class ReferralKeeping {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  referralId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was asked." })
  askedAt!: Date;

  @Column({ type: "text", nullable: true })
  @Field(() => KeptByLaw, {
    nullable: true,
    description: "Its answer; null: not yet.",
  })
  answer!: KeptByLaw | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When it answered." })
  answeredAt!: Date | null;
}

/** Who acts for the centre has nothing of its own to keep. */
export async function askWhatIsKept(
  work: Work,
  {
    centreId,
    id: referralId,
    partnerId,
    senderAccountId,
    agreementId,
  }: Referral,
): Promise<void> {
  const agreement =
    agreementId &&
    (await work.manager
      .getRepository(Agreement)
      .findOneBy({ centreId, id: agreementId }));
  if (!agreement || agreement.dataRole !== "SEPARATE_CONTROLLER") return;
  await work.manager.getRepository(ReferralKeeping).insert({
    centreId,
    referralId,
    partnerId,
    senderAccountId,
    askedAt: work.now,
    answer: null,
    answeredAt: null,
  });
}
