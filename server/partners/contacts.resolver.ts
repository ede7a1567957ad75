// Doors of the graph to contact persons: what each is for, whether she is here, and how to reach her.
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { allows } from "../platform/permission/allows.js";
import { ContactRole } from "./contact-kind.js";
import { ContactPerson } from "./contact-person.js";
import { contactPersonPolicy } from "./partners.policy.js";
import { contactPersonById } from "./partners.reads.js";

@Resolver(() => ContactPerson)
export class ContactPersonResolver {
  @FieldResolver(() => Boolean, { description: "The one to turn to first." })
  primary(@Root() person: ContactPerson): boolean {
    return person.isPrimary;
  }

  @FieldResolver(() => [ContactRole], { description: "What she is for." })
  roles(@Root() person: ContactPerson): ContactRole[] {
    return person.roles;
  }

  @FieldResolver(() => Boolean, { description: "She is away today." })
  awayNow(@Root() person: ContactPerson, @Ctx() { now }: Context): boolean {
    return person.isAwayOn(localDate(now));
  }

  @FieldResolver(() => ContactPerson, {
    nullable: true,
    description: "Who stands in for her while she is away.",
  })
  substitute(@Root() person: ContactPerson, @Ctx() context: Context) {
    return person.substituteId
      ? context.load(contactPersonById, person.substituteId)
      : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Work e-mail." })
  workEmail(@Root() person: ContactPerson, @Ctx() { actor }: Context) {
    return allows(contactPersonPolicy.readAddress, actor, person)
      ? person.workEmail
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Work telephone, E.164.",
  })
  workPhone(@Root() person: ContactPerson, @Ctx() { actor }: Context) {
    return allows(contactPersonPolicy.readAddress, actor, person)
      ? person.workPhone
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "How the hub learnt that she is willing.",
  })
  willingNote(@Root() person: ContactPerson, @Ctx() { actor }: Context) {
    return allows(contactPersonPolicy.readAddress, actor, person)
      ? person.willingNote
      : null;
  }
}
