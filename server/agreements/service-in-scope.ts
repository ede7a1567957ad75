// A service that an agreement names, and how many of its places are kept for the network; an agreement that names none is for all services of its parties.
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("agreement_service")
@ObjectType({ description: "A service that an agreement names." })
export class ServiceInScope {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Places kept for the network." })
  placesKept!: number;
}
