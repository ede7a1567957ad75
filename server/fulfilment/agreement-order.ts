// What was ordered of one organisation under an agreement: services, how much of each in a period, at what price.
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { CapacityUnit } from "../offer/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { Node } from "../platform/graphql/node.js";
import { type Period, periodAround, PeriodKind } from "../platform/period.js";

/** A line as it was ordered: name and unit are the agreement's words, whatever becomes of the service. */
@ObjectType({ description: "One service of an order." })
export class OrderedLine {
  serviceId!: string;

  @Field(() => String, { description: "Name of the service, as ordered." })
  serviceName!: string;

  @Field(() => CapacityUnit, { description: "What it is counted in." })
  unit!: CapacityUnit;

  @Field(() => Int, { description: "How much in a period." })
  quantity!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Price of one, in grosze; null: not paid by the unit.",
  })
  unitPriceGrosze!: number | null;
}

/** What had been ordered before a later order, for periods that were over by then. */
export interface FormerLines {
  toOn: string;
  per: PeriodKind;
  lines: OrderedLine[];
}

@Entity()
@ObjectType({
  implements: Node,
  description: "What was ordered of an organisation under an agreement.",
})
export class AgreementOrder extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  agreementId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => PeriodKind, {
    description: "The period of its quantities, and of its settlement.",
  })
  per!: PeriodKind;

  @Column({ type: "jsonb" })
  @Field(() => [OrderedLine], { description: "Service by service." })
  lines!: OrderedLine[];

  /** The oldest first. */
  @Column({ type: "jsonb" })
  former!: FormerLines[];

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  /** The period that the day lies in, as it was ordered for it. */
  periodAround(day: string): Period {
    return periodAround(this.standingOn(day).per, day);
  }

  /** What was ordered for the period. */
  linesIn({ from }: Pick<Period, "from">): readonly OrderedLine[] {
    return this.standingOn(from).lines;
  }

  /** First day of what a new order made today is for: the running period, of the longer kind where it changes. */
  beginOfNext(per: PeriodKind, today: string): string {
    const { from } = this.periodAround(today);
    const next = periodAround(per, today).from;
    return next < from ? next : from;
  }

  /** Whether an order made today for what begins on the day would order anew what was ordered, and over, before today. */
  rewritesWhatIsOver(begin: string, today: string): boolean {
    const { from } = this.periodAround(today);
    return begin < from && localDate(this.createdAt) < from;
  }

  /** With what stands now kept for the periods before the day. */
  formerBefore(day: string): FormerLines[] {
    const toOn = addDays(day, -1);
    const { per, lines } = this.standingOn(toOn);
    return [
      ...this.former.filter((one) => one.toOn < toOn),
      { toOn, per, lines: [...lines] },
    ];
  }

  private standingOn(day: string): Pick<FormerLines, "per" | "lines"> {
    return this.former.find(({ toOn }) => toOn >= day) ?? this;
  }
}
