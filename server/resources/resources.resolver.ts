// Doors of the graph to the inventory of resources.
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
  addResource,
  AddResourceInput,
  AddResourcePayload,
} from "./add-resource.js";
import { mayAsk } from "./ask-for-loan.js";
import {
  changeResource,
  ChangeResourceInput,
  ChangeResourcePayload,
  setResourceState,
  SetResourceStateInput,
} from "./change-resource.js";
import { Resource } from "./resource.js";
import { ResourceFilter } from "./resource-filter.js";
import { resourcePolicy } from "./resources.policy.js";
import { resourcesOfPartner, resourcesVisibleTo } from "./resources.reads.js";

const ResourceConnection = countedConnectionOf("Resource", () => Resource);

@Resolver(() => Centre)
export class CentreResourcesResolver {
  @FieldResolver(() => ResourceConnection, {
    description: "The inventory of all organisations, by name.",
  })
  @Cost(2)
  resources(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => ResourceFilter, { nullable: true })
    filter: ResourceFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return resourcesVisibleTo(
      context,
      filter,
      page(first, after, ["text", "uuid"]),
    );
  }
}

@Resolver(() => Partner)
export class PartnerResourcesResolver {
  @FieldResolver(() => [Resource], {
    description: "What it has beside its services, by name.",
  })
  @Cost(3)
  resources(@Root() { id }: Partner, @Ctx() context: Context) {
    return context.load(resourcesOfPartner, id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may add resources of it.",
  })
  viewerCanAddResource(
    @Root() { centreId, id }: Partner,
    @Ctx() { actor }: Context,
  ) {
    return allows(resourcePolicy.keep, actor, { centreId, partnerId: id });
  }
}

@Resolver(() => Resource)
export class ResourceResolver {
  @FieldResolver(() => Partner, { description: "Whose it is." })
  partner(@Root() { partnerId }: Resource, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }

  @FieldResolver(() => Boolean, { description: "The viewer may change it." })
  viewerCanChange(@Root() resource: Resource, @Ctx() { actor }: Context) {
    return allows(resourcePolicy.keep, actor, resource);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may ask to borrow it for her organisation, now.",
  })
  viewerCanAsk(@Root() resource: Resource, @Ctx() { actor }: Context) {
    return mayAsk(actor, resource);
  }

  @Mutation(() => AddResourcePayload, {
    description: "Adds a resource of an organisation to the inventory.",
  })
  addResource(
    @Arg("input", () => AddResourceInput) input: AddResourceInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => addResource(work, input));
  }

  @Mutation(() => ChangeResourcePayload, {
    description: "Describes a resource anew.",
  })
  changeResource(
    @Arg("input", () => ChangeResourceInput) input: ChangeResourceInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeResource(work, input));
  }

  @Mutation(() => ChangeResourcePayload, {
    description: "Pauses a resource, offers it again or withdraws it.",
  })
  setResourceState(
    @Arg("input", () => SetResourceStateInput) input: SetResourceStateInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => setResourceState(work, input));
  }
}
