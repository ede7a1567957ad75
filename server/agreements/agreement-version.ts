// A version of the terms of an agreement: what they were, what changed, since when; and how each party signed it.
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { SignatureKind, VersionStatus } from "./agreement-kind.js";

@Entity()
export class AgreementVersion {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "int" })
  revision!: number;

  @Column({ type: "text" })
  status!: VersionStatus;

  /** All terms but money, which stands apart. */
  @Column({ type: "jsonb" })
  terms!: Record<string, unknown>;

  @Column({ type: "jsonb" })
  changes!: { field: string; from: unknown; to: unknown }[];

  @Column({ type: "date", nullable: true })
  effectiveFrom!: string | null;

  @Column({ type: "uuid", nullable: true })
  madeBy!: string | null;

  @Column({ type: "timestamptz" })
  madeAt!: Date;
}

@Entity()
export class AgreementVersionParty {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "int" })
  revision!: number;

  @PrimaryColumn({ type: "uuid" })
  partnerId!: string;

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
}
