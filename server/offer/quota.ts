// A quota: how much of a service an organisation promised to one of the centres that it works with (domain 0.1 (1)).
import { Field, ID, ObjectType } from "type-graphql";

import { ViewerMembership } from "../identity/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { Member } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import { Capacity } from "./capacity.js";
import { capacityPolicy } from "./offer.policy.js";
import type { Service } from "./service.js";

@ObjectType({
  description:
    "What the viewer's organisation promised of one service to one of its centres.",
})
export class Quota {
  /** The viewer as she is in that centre. */
  private readonly acting: Member;
  private readonly service: Service;

  @Field(() => ViewerMembership, {
    description: "To which centre, and as what the viewer acts there.",
  })
  readonly membership: ViewerMembership;

  @Field(() => Capacity, { description: "Its numbers." })
  readonly capacity: Capacity;

  constructor(
    acting: Member,
    membership: ViewerMembership,
    service: Service,
    capacity: Capacity,
  ) {
    this.acting = acting;
    this.membership = membership;
    this.service = service;
    this.capacity = capacity;
  }

  @Field(() => ID, { description: "The service, within that centre." })
  get serviceId(): string {
    return toGlobalId("Service", this.service.id);
  }

  @Field(() => String, { description: "As the service is called there." })
  get serviceName(): string {
    return this.service.name;
  }

  @Field(() => Boolean, { description: "The viewer may set it." })
  get viewerCanSet(): boolean {
    return allows(capacityPolicy.confirm, this.acting, this.service);
  }
}
