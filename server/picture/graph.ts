// The network as one can see it: organisations and what ties them, from evidence and not from surveys (domain 2.12).
import { Field, ID, Int, ObjectType } from "type-graphql";

import { AgreementStatus } from "../agreements/index.js";
import { StakeholderType } from "../partners/index.js";
import { MembershipRole, NetworkEdgeKind } from "../partnership/index.js";
import { Day } from "../platform/graphql/scalars.js";

@ObjectType({ description: "An organisation in the picture." })
export class NetworkNode {
  partnerId!: string;

  @Field(() => StakeholderType, {
    nullable: true,
    description: "Type in this network; null for the hub.",
  })
  stakeholderType!: StakeholderType | null;

  @Field(() => Int, { description: "Organisations that it is tied to." })
  degree!: number;

  @Field(() => Boolean, { description: "It is the main node." })
  isHub!: boolean;

  @Field(() => MembershipRole, { description: "What it is in the network." })
  role!: MembershipRole;

  @Field(() => AgreementStatus, {
    nullable: true,
    description: "State of the agreement that carries referrals; null: none.",
  })
  agreementStatus!: AgreementStatus | null;

  @Field(() => Day, {
    nullable: true,
    description: "Its last day; null: for good, or no agreement.",
  })
  agreementUntil!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Open referrals; null where they are not the viewer's.",
  })
  openReferrals!: number | null;

  @Field(() => Int, { description: "Services that the viewer may see." })
  services!: number;

  @Field(() => Boolean, {
    description: "A number of its offer was not confirmed in time.",
  })
  offerStale!: boolean;
}

@ObjectType({ description: "What ties two organisations." })
export class NetworkEdge {
  @Field(() => ID, {
    description: "Id of one partner; of referrals the sender.",
  })
  from!: string;

  @Field(() => ID, { description: "Id of the other partner." })
  to!: string;

  @Field(() => NetworkEdgeKind, { description: "What kind of tie." })
  kind!: NetworkEdgeKind;

  @Field(() => Int, {
    nullable: true,
    description: "How much; null for 1 to 4 where that must not be shown.",
  })
  weight!: number | null;
}

@ObjectType({ description: "The picture of a network." })
export class NetworkGraph {
  @Field(() => [NetworkNode], { description: "Organisations, the hub first." })
  nodes!: NetworkNode[];

  @Field(() => [NetworkEdge], { description: "Ties." })
  edges!: NetworkEdge[];
}
