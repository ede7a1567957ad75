// Where the identity of a case is kept: sealed under the case's own data key, which is kept wrapped; to destroy the key is erasure (domain 4.5).
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
export class CaseKey {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  caseId!: string;

  @Column({ type: "text" })
  masterKeyId!: string;

  /** Null: destroyed, and with it all that it opened. */
  @Column({ type: "bytea", nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: "timestamptz" })
  madeAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  destroyedAt!: Date | null;
}

@Entity({ name: "case_identity" })
export class SealedIdentity {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  caseId!: string;

  /** Rises by one with every correction. */
  @Column({ type: "int" })
  version!: number;

  @Column({ type: "bytea" })
  sealed!: Buffer;

  @Column({ type: "timestamptz" })
  changedAt!: Date;
}
