// A document kept with an agreement, as it was handed in; never changed, and kept for good once the agreement is signed.
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
export class AgreementDocument {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  agreementId!: string;

  @Column({ type: "text" })
  fileName!: string;

  @Column({ type: "text" })
  mime!: string;

  /** Bytes. */
  @Column({ type: "int" })
  size!: number;

  @Column({ type: "text" })
  sha256!: string;

  /** Read only where it is handed out. */
  @Column({ type: "bytea", select: false })
  content!: Buffer;

  @Column({ type: "uuid" })
  uploadedBy!: string;

  @Column({ type: "timestamptz" })
  uploadedAt!: Date;
}
