// Doors of the graph to organisations and their contact persons.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import {
  Centre,
  centreById,
  Viewer,
  ViewerMembership,
} from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import {
  countedConnectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows, holds } from "../platform/permission/allows.js";
import { ContactAlert } from "./contact-kind.js";
import { alertOf, ContactPerson } from "./contact-person.js";
import { Partner } from "./partner.js";
import { PartnerFilter } from "./partner-filter.js";
import { PartnerStatus } from "./partner-kind.js";
import { contactPersonPolicy, partnerPolicy } from "./partners.policy.js";
import {
  contactPersonsOfPartner,
  partnerById,
  partnerOfMembership,
  partnersVisibleTo,
} from "./partners.reads.js";

const PartnerConnection = countedConnectionOf("Partner", () => Partner);

@Resolver(() => Centre)
export class CentrePartnersResolver {
  @FieldResolver(() => PartnerConnection, {
    description: "Organisations of the centre, by name.",
  })
  @Cost(2)
  partners(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => PartnerFilter, { nullable: true })
    filter: PartnerFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return partnersVisibleTo(
      context,
      filter,
      page(first, after, ["text", "uuid"]),
    );
  }

  @FieldResolver(() => Partner, {
    description: "The organisation at the hub, by default the CUS.",
  })
  hub(@Root() centre: Centre, @Ctx() context: Context) {
    return centre.hubPartnerId
      ? context.load(partnerById, centre.hubPartnerId)
      : null;
  }
}

@Resolver(() => Viewer)
export class ViewerPartnerResolver {
  @FieldResolver(() => Partner, {
    description: "The organisation she acts for; who is no partner's: the hub.",
  })
  partner(@Root() viewer: Viewer, @Ctx() context: Context) {
    return context.load(partnerById, viewer.member.partnerId);
  }
}

@Resolver(() => ViewerMembership)
export class ViewerMembershipPartnerResolver {
  @FieldResolver(() => Partner, { description: "The organisation." })
  partner(@Root() membership: ViewerMembership, @Ctx() context: Context) {
    return partnerOfMembership(context, membership);
  }
}

@Resolver(() => Partner)
export class PartnerResolver {
  @FieldResolver(() => Boolean, { description: "It is the hub of the centre." })
  async isHub(@Root() partner: Partner, @Ctx() context: Context) {
    const centre = await context.load(centreById, partner.centreId);
    return centre?.hubPartnerId === partner.id;
  }

  @FieldResolver(() => [ContactPerson], {
    description:
      "Whom to turn to, the primary one first; empty where that is not the viewer's.",
  })
  contactPersons(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(contactPersonsOfPartner, partner.id);
  }

  @FieldResolver(() => ContactAlert, {
    nullable: true,
    description:
      "What it lacks in contacts; null: nothing, or it is not the viewer's.",
  })
  async contactAlert(@Root() partner: Partner, @Ctx() context: Context) {
    if (!holds(contactPersonPolicy.read, context.actor, partner)) return null;
    const people = await context.load(contactPersonsOfPartner, partner.id);
    return partner.status === "ACTIVE"
      ? alertOf(people, localDate(context.now))
      : null;
  }

  @FieldResolver(() => PartnerStatus, {
    nullable: true,
    description: "How it stands with the centre; null: not the viewer's.",
  })
  status(@Root() partner: Partner, @Ctx() { actor }: Context) {
    return holds(partnerPolicy.readRegister, actor, partner)
      ? partner.status
      : null;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may add a service to this organisation's offer.",
  })
  viewerCanPublishService(
    @Root() partner: Partner,
    @Ctx() { actor }: Context,
  ): boolean {
    return allows(partnerPolicy.publishService, actor, partner);
  }
}
