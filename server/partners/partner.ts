// A partner: an organisation within one centre; one that works with two centres is two partners (domain 0.1 (1), 2.2).
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import type {
  Accessibility,
  ReintegrationAim,
  StatutoryProviderKind,
} from "./partner-entry.js";
import {
  DataRole,
  PartnerKind,
  type PartnerStatus,
  Sector,
} from "./partner-kind.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "An organisation of the centre's network.",
})
export class Partner extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Short code inside the centre, e.g. KIS.",
  })
  code!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "Full name." })
  name!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name for narrow places." })
  shortName!: string;

  @Column({ type: "text" })
  @Field(() => PartnerKind, { description: "What kind of organisation it is." })
  kind!: PartnerKind;

  @Column({ type: "text" })
  @Field(() => Sector, { description: "Its sector." })
  sector!: Sector;

  @Column({ type: "text", nullable: true })
  statutoryProviderKind!: StatutoryProviderKind | null;

  @Column({ type: "text", nullable: true })
  legalForm!: string | null;

  /** Of an association without a KRS. */
  @Column({ type: "text", nullable: true })
  registerEntry!: string | null;

  @Column({ type: "text", array: true })
  areasServed!: string[];

  @Column({ type: "text", nullable: true })
  statutoryAims!: string | null;

  @Column({ type: "text", nullable: true })
  reintegrationAim!: ReintegrationAim | null;

  @Column({ type: "text", array: true })
  accessibility!: Accessibility[];

  @Column({ type: "text", nullable: true })
  cisDecision!: string | null;

  @Column({ type: "text", nullable: true })
  cisVoivode!: string | null;

  /** As the decision says: how long a status lasts is the law's to change. */
  @Column({ type: "date", nullable: true })
  cisValidUntil!: string | null;

  @Column({ type: "int", nullable: true })
  cisAgreedPlaces!: number | null;

  @Column({ type: "text", nullable: true })
  statusReason!: string | null;

  @Column({ type: "text" })
  @Field(() => DataRole, {
    description: "Its part in the protection of data; caps what may travel.",
  })
  dataRole!: DataRole;

  @Column({ type: "text", nullable: true })
  dataRoleReason!: string | null;

  @Column({ type: "text", nullable: true })
  nip!: string | null;

  @Column({ type: "text", nullable: true })
  regon!: string | null;

  @Column({ type: "text", nullable: true })
  krs!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Postal address." })
  address!: string | null;

  @Column({ type: "text", nullable: true })
  terc!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Web address." })
  website!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Public telephone of the organisation, E.164.",
  })
  phone!: string | null;

  @Column({ type: "text" })
  status!: PartnerStatus;

  @Column({ type: "boolean" })
  isDemo!: boolean;

  /** Which line of which list it came from, so that a second import finds it again. */
  @Column({ type: "text", nullable: true })
  importKey!: string | null;

  @Column({ type: "int" })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  @Field(() => Boolean, {
    description:
      "Applications of residents can be passed on to it: it is the municipal office or a unit of the municipality (art. 38(1)).",
  })
  get takesApplications(): boolean {
    return (
      this.statutoryProviderKind === "MUNICIPAL_OFFICE" ||
      this.statutoryProviderKind === "MUNICIPAL_UNIT"
    );
  }
}
