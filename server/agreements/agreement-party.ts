// A party of an agreement: whether it must sign, who signs for it, and when it left.
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { SignatureKind } from "./agreement-kind.js";

@Entity()
export class AgreementParty {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "uuid" })
  partnerId!: string;

  /** Without its signature the agreement does not come into force. */
  @Column({ type: "boolean" })
  isRequired!: boolean;

  /** The person named in the agreement for working contacts. */
  @Column({ type: "uuid", nullable: true })
  contactPersonId!: string | null;

  /** Said yes to the terms, before it signs. */
  @Column({ type: "date", nullable: true })
  agreedOn!: string | null;

  @Column({ type: "date", nullable: true })
  signedOn!: string | null;

  @Column({ type: "text", nullable: true })
  signatoryName!: string | null;

  /** In what capacity she signs, e.g. as the chair, or by what authority. */
  @Column({ type: "text", nullable: true })
  authority!: string | null;

  @Column({ type: "text", nullable: true })
  signatureKind!: SignatureKind | null;

  /** Who signed here, or noted what was signed on paper. */
  @Column({ type: "uuid", nullable: true })
  signedByAccount!: string | null;

  @Column({ type: "date", nullable: true })
  leftOn!: string | null;

  @Column({ type: "text", nullable: true })
  leaveReason!: string | null;
}
