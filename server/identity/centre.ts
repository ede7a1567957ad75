// A centre: a CUS and all that it coordinates; the boundary of visibility and of the log (domain 0.1 (1)).
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";

/** The page of a centre for residents: whom to ask, and what its accessibility statement says. */
export interface PublicPage {
  phone?: string;
  email?: string;
  hours?: string;
  /** Who answers for accessibility: an office rather than a person. */
  contact?: string;
  /** How one gets into the building. */
  building?: string;
  conformity?: "full" | "partial";
  /** Days, as yyyy-mm-dd. */
  since?: string;
  statedOn?: string;
  reviewedOn?: string;
}

const USUAL_OPEN_HOLDS = 30;

@Entity()
@ObjectType({
  implements: Node,
  description:
    "A CUS and all that it coordinates: the boundary of what anybody sees.",
})
export class Centre extends Node {
  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Readable name in addresses." })
  slug!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Full name." })
  name!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "The place, e.g. Jarzębinów." })
  shortName!: string;

  @Column({ type: "uuid", nullable: true })
  hubPartnerId!: string | null;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "Made from real lists to try the product out.",
  })
  isTrial!: boolean;

  @Column({ type: "boolean" })
  isDemo!: boolean;

  /** How many places one coordinator may hold while she waits for answers. */
  @Column({ type: "int", default: USUAL_OPEN_HOLDS })
  mostOpenHolds!: number;

  /** What it says of itself on its page for residents, where it said something. */
  @Column({ type: "jsonb", nullable: true })
  publicPage!: PublicPage | null;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}
