// What an organisation says that it delivered in a period, where the referrals cannot tell.
import { Column, Entity, PrimaryColumn } from "typeorm";

export interface DeliveredLine {
  serviceId: string;
  delivered: number;
}

@Entity()
export class DeliveryReport {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  orderId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "date" })
  fromOn!: string;

  @Column({ type: "date" })
  toOn!: string;

  @Column({ type: "jsonb" })
  lines!: DeliveredLine[];

  @Column({ type: "int" })
  version!: number;

  @Column({ type: "timestamptz" })
  reportedAt!: Date;
}
