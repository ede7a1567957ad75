// A document kept with an agreement, as it was handed in; never changed, and kept for good once the agreement is signed.
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { toGlobalId } from "../platform/graphql/global-id.js";

@Entity()
@ObjectType({
  description: "A document kept with an agreement, as it was handed in.",
})
export class AgreementDocument {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Field(() => ID, {
    name: "id",
    description: "Opaque; it is handed out at `/agreement-documents/{id}`.",
  })
  get globalId(): string {
    return toGlobalId("AgreementDocument", this.id);
  }

  @Column({ type: "uuid" })
  agreementId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the file." })
  fileName!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What it is, found out from its bytes." })
  mime!: string;

  /** Bytes. */
  @Column({ type: "int" })
  @Field(() => Int, { description: "Bytes." })
  size!: number;

  @Column({ type: "text" })
  @Field(() => String, {
    description: "SHA-256 of its bytes, in hexadecimal digits.",
  })
  sha256!: string;

  /** Read only where it is handed out. */
  @Column({ type: "bytea", select: false })
  content!: Buffer;

  /** The party that handed it in. */
  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  uploadedBy!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Handed in at." })
  uploadedAt!: Date;
}
