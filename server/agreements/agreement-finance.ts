// The money of an agreement, apart from its other terms since fewer may see it; one row for each version.
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
export class AgreementFinance {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "int" })
  revision!: number;

  /** The way of acquiring services. */
  @Column({ type: "text", nullable: true })
  mode!: string | null;

  @Column({
    type: "int8",
    nullable: true,
    // the driver reads a bigint as text
    transformer: {
      to: (grosze: number | null) => grosze,
      from: (text: string | null) => (text === null ? null : Number(text)),
    },
  })
  amountGrosze!: number | null;

  @Column({ type: "text", nullable: true })
  settlementRules!: string | null;
}
