// Doors of the graph to services and their lists.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { Partner, partnerById } from "../partners/index.js";
import {
  countedConnectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import {
  changeService,
  ChangeServiceInput,
  ChangeServicePayload,
} from "./change-service.js";
import {
  restoreService,
  RestoreServiceInput,
  RestoreServicePayload,
} from "./end-offer.js";
import { countFacets, ServiceFacets } from "./facets.js";
import { facetRows } from "./facets.reads.js";
import { MatchReason } from "./match-reason.js";
import { NoFreePlace } from "./no-free-place.js";
import { servicePolicy } from "./offer.policy.js";
import { servicesOfPartner, withdrawnOfPartner } from "./offer.reads.js";
import {
  pauseService,
  PauseServiceInput,
  PauseServicePayload,
} from "./pause-service.js";
import {
  publishService,
  PublishServiceInput,
  PublishServicePayload,
} from "./publish-service.js";
import {
  resumeService,
  ResumeServiceInput,
  ResumeServicePayload,
} from "./resume-service.js";
import { Service } from "./service.js";
import { ServiceFilter } from "./service-filter.js";
import {
  alternativesVisibleTo,
  servicesVisibleTo,
} from "./service-list.reads.js";

/** To narrow and order the whole offer of a centre costs the same for a page of one. */
const WHOLE_OFFER = 400;

const ServiceConnection = countedConnectionOf("Service", () => Service);

@Resolver(() => Centre)
export class CentreServicesResolver {
  @FieldResolver(() => ServiceConnection, {
    description: "Services on offer that the viewer may see.",
  })
  @Cost(2, { once: WHOLE_OFFER })
  services(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => ServiceFilter, { nullable: true })
    filter: ServiceFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return servicesVisibleTo(
      context,
      filter ?? new ServiceFilter(),
      (columns) => page(first, after, columns),
    );
  }

  @FieldResolver(() => ServiceFacets, {
    description: "How many services each further filter would leave.",
  })
  @Cost(WHOLE_OFFER)
  async serviceFacets(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => ServiceFilter, { nullable: true })
    filter: ServiceFilter | null,
  ) {
    const asked = filter ?? new ServiceFilter();
    return countFacets(await facetRows(context, asked), asked);
  }
}

@Resolver(() => Partner)
export class PartnerServicesResolver {
  @FieldResolver(() => [Service], {
    description: "Its services that the viewer may see, by name.",
  })
  services(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(servicesOfPartner, partner.id);
  }

  @FieldResolver(() => [Service], {
    description:
      "What it offers no more, by name; for those inside, empty for others.",
  })
  withdrawnServices(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(withdrawnOfPartner, partner.id);
  }
}

@Resolver(() => Service)
export class ServiceResolver {
  @FieldResolver(() => Partner, { description: "Who offers it." })
  partner(@Root() service: Service, @Ctx() context: Context) {
    return context.load(partnerById, service.partnerId);
  }

  @FieldResolver(() => [MatchReason], {
    description:
      "Why it stands where it stands in the list that was asked for; at most three.",
  })
  matchReasons(@Root() service: Service): MatchReason[] {
    return service.reasons ?? [];
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may change it.",
  })
  viewerCanChange(
    @Root() service: Service,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      service.status !== "WITHDRAWN" &&
      allows(servicePolicy.keep, actor, service)
    );
  }

  @Mutation(() => PublishServicePayload, {
    description: "Adds a service to the offer of the viewer's organisation.",
  })
  publishService(
    @Arg("input", () => PublishServiceInput) input: PublishServiceInput,
    @Ctx() context: Context,
  ): Promise<typeof PublishServicePayload> {
    return transact(context, (work) => publishService(work, input));
  }

  @Mutation(() => ChangeServicePayload, {
    description: "Says anew what a service of the viewer's organisation is.",
  })
  changeService(
    @Arg("input", () => ChangeServiceInput) input: ChangeServiceInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeServicePayload> {
    return transact(context, (work) => changeService(work, input));
  }

  @Mutation(() => PauseServicePayload, {
    description:
      "A service rests until a day: nothing new goes there, who waits keeps the place. One that rests gets another day.",
  })
  pauseService(
    @Arg("input", () => PauseServiceInput) input: PauseServiceInput,
    @Ctx() context: Context,
  ): Promise<typeof PauseServicePayload> {
    return transact(context, (work) => pauseService(work, input));
  }

  @Mutation(() => ResumeServicePayload, {
    description: "A service that rested goes on at once.",
  })
  resumeService(
    @Arg("input", () => ResumeServiceInput) input: ResumeServiceInput,
    @Ctx() context: Context,
  ): Promise<typeof ResumeServicePayload> {
    return transact(context, (work) => resumeService(work, input));
  }

  @Mutation(() => RestoreServicePayload, {
    description:
      "A withdrawn service is offered again; what was given back stays so.",
  })
  restoreService(
    @Arg("input", () => RestoreServiceInput) input: RestoreServiceInput,
    @Ctx() context: Context,
  ): Promise<typeof RestoreServicePayload> {
    return transact(context, (work) => restoreService(work, input));
  }
}

@Resolver(() => NoFreePlace)
export class NoFreePlaceResolver {
  @FieldResolver(() => [Service], {
    description:
      "Services of the same area with so many free units, at most three.",
  })
  alternatives(@Root() problem: NoFreePlace, @Ctx() context: Context) {
    return alternativesVisibleTo(context, problem.wanted);
  }
}
