// Doors of the graph to numbers: reading, setting, confirming and following them.
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";

import { CaughtUp, requireReadable, transact } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import { allows } from "../platform/permission/allows.js";
import { Capacity } from "./capacity.js";
import {
  CapacityChanged,
  CapacityDelivery,
  changedService,
  followCapacity,
} from "./capacity-changed.js";
import { CapacityStatus } from "./capacity-unit.js";
import {
  confirmCapacity,
  ConfirmCapacityInput,
  ConfirmCapacityPayload,
  confirmServices,
  ConfirmServicesInput,
  ConfirmServicesPayload,
} from "./confirm-capacity.js";
import { capacityPolicy } from "./offer.policy.js";
import { bandOf, capacityOfService, fullSince } from "./offer.reads.js";
import {
  recordWalkIn,
  RecordWalkInInput,
  RecordWalkInPayload,
} from "./record-walk-in.js";
import { Service } from "./service.js";
import { ServiceArea } from "./service-kind.js";
import {
  setCapacity,
  SetCapacityInput,
  SetCapacityPayload,
} from "./set-capacity.js";

@Resolver(() => Service)
export class ServiceCapacityResolver {
  @FieldResolver(() => CapacityStatus, {
    description: "The band, for everybody who sees the service.",
  })
  availability(@Root() service: Service, @Ctx() context: Context) {
    return bandOf(context, service);
  }

  @FieldResolver(() => Capacity, {
    nullable: true,
    description: "Exact numbers; null where they are not the viewer's.",
  })
  capacity(@Root() service: Service, @Ctx() context: Context) {
    return numbersOf(context, service);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Free units that are owed to nobody in the queue; null as `capacity`.",
  })
  async offerable(@Root() service: Service, @Ctx() context: Context) {
    return (await numbersOf(context, service))?.offerable ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Days after which an unconfirmed number is STALE; null as `capacity`.",
  })
  async staleAfterDays(@Root() service: Service, @Ctx() context: Context) {
    return (await numbersOf(context, service))?.staleAfterDays ?? null;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "When the organisation last declined for want of a place, without vouching for its number since. For coordinators and organisers; null for others.",
  })
  saidFullAt(@Root() service: Service, @Ctx() context: Context) {
    return context.load(fullSince, service.id);
  }

  @FieldResolver(() => Boolean, {
    description:
      "The viewer may set the number; the hub on behalf, with a reason.",
  })
  viewerCanSetCapacity(
    @Root() service: Service,
    @Ctx() { actor }: Context,
  ): boolean {
    return allows(capacityPolicy.set, actor, service);
  }

  @Mutation(() => SetCapacityPayload, {
    description: "Sets the number of places, and who waits outside.",
  })
  setCapacity(
    @Arg("input", () => SetCapacityInput) input: SetCapacityInput,
    @Ctx() context: Context,
  ): Promise<typeof SetCapacityPayload> {
    return transact(context, (work) => setCapacity(work, input));
  }

  @Mutation(() => ConfirmCapacityPayload, {
    description: "Vouches for a number that has not changed.",
  })
  confirmCapacity(
    @Arg("input", () => ConfirmCapacityInput) input: ConfirmCapacityInput,
    @Ctx() context: Context,
  ): Promise<typeof ConfirmCapacityPayload> {
    return transact(context, (work) => confirmCapacity(work, input));
  }

  @Mutation(() => ConfirmServicesPayload, {
    description: "Vouches for many numbers at once; one event each.",
  })
  confirmServices(
    @Arg("input", () => ConfirmServicesInput) input: ConfirmServicesInput,
    @Ctx() context: Context,
  ): Promise<typeof ConfirmServicesPayload> {
    return transact(context, (work) => confirmServices(work, input));
  }

  @Mutation(() => RecordWalkInPayload, {
    description: "Somebody came, or left, without a referral.",
  })
  recordWalkIn(
    @Arg("input", () => RecordWalkInInput) input: RecordWalkInInput,
    @Ctx() context: Context,
  ): Promise<typeof RecordWalkInPayload> {
    return transact(context, (work) => recordWalkIn(work, input));
  }

  @Subscription(() => CapacityDelivery, {
    description:
      "Every change of a capacity or of its service that the viewer may see, in order; resumes after a cursor.",
    subscribe: ({
      args,
      context,
    }: {
      args: FollowArguments;
      context: Context;
    }) =>
      followCapacity(context, {
        centreId: args.centreId,
        areas: args.areas ?? null,
        serviceIds: args.serviceIds ?? null,
        after: args.after ?? null,
      }),
  })
  async capacityChanged(
    @Root() delivery: CapacityChanged | CaughtUp,
    @Ctx() context: Context,
    @Arg("centreId", () => ID) _centreId: string,
    @Arg("areas", () => [ServiceArea], { nullable: true })
    _areas: ServiceArea[] | null,
    @Arg("serviceIds", () => [ID], { nullable: true })
    _serviceIds: string[] | null,
    @Arg("after", () => String, { nullable: true }) _after: string | null,
  ): Promise<CapacityChanged | CaughtUp> {
    if (delivery instanceof CapacityChanged)
      await requireReadable(context, delivery.position);
    return delivery;
  }
}

interface FollowArguments {
  centreId: string;
  areas?: ServiceArea[] | null;
  serviceIds?: string[] | null;
  after?: string | null;
}

async function numbersOf(
  context: Context,
  service: Service,
): Promise<Capacity | null> {
  if (!allows(capacityPolicy.read, context.actor, service)) return null;
  return service.capacityAsOf ?? context.load(capacityOfService, service.id);
}

@Resolver(() => Capacity)
export class CapacityResolver {
  @FieldResolver(() => CapacityStatus, { description: "The band of it." })
  status(@Root() capacity: Capacity, @Ctx() { now }: Context): CapacityStatus {
    return capacity.bandAt(now);
  }
}

@Resolver(() => CapacityChanged)
export class CapacityChangedResolver {
  @FieldResolver(() => Service, {
    description: "As it is now, its capacity as this event left it.",
  })
  service(@Root() change: CapacityChanged, @Ctx() context: Context) {
    return changedService(context, change);
  }
}
