// Doors of the graph to contact persons: what each is for, whether she is here, and how to reach her.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { allows } from "../platform/permission/allows.js";
import {
  AddContactPersonInput,
  AddContactPersonPayload,
  ChangeContactPersonInput,
  ChangeContactPersonPayload,
  ConfirmContactWillingInput,
  MakePrimaryContactInput,
  RemoveContactPersonInput,
  SetContactAbsenceInput,
} from "./contact-input.js";
import { ContactRole } from "./contact-kind.js";
import { ContactPerson } from "./contact-person.js";
import {
  addContactPerson,
  changeContactPerson,
  makePrimaryContact,
  removeContactPerson,
} from "./keep-contacts.js";
import { contactPersonPolicy } from "./partners.policy.js";
import { contactPersonById } from "./partners.reads.js";
import {
  confirmContactWilling,
  setContactAbsence,
} from "./speak-for-herself.js";

@Resolver(() => ContactPerson)
export class ContactPersonResolver {
  @Mutation(() => AddContactPersonPayload, {
    description:
      "Names a contact person; the first one of an organisation is the one to turn to first.",
  })
  addContactPerson(
    @Arg("input", () => AddContactPersonInput) input: AddContactPersonInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => addContactPerson(work, input));
  }

  @Mutation(() => ChangeContactPersonPayload, {
    description: "Changes what is said of a contact person.",
  })
  changeContactPerson(
    @Arg("input", () => ChangeContactPersonInput)
    input: ChangeContactPersonInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeContactPerson(work, input));
  }

  @Mutation(() => ChangeContactPersonPayload, {
    description: "Makes her the one to turn to first in the place of who was.",
  })
  makePrimaryContact(
    @Arg("input", () => MakePrimaryContactInput) input: MakePrimaryContactInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => makePrimaryContact(work, input));
  }

  @Mutation(() => ChangeContactPersonPayload, {
    description:
      "She is a contact person no longer; who is first names a successor, who is then answered.",
  })
  removeContactPerson(
    @Arg("input", () => RemoveContactPersonInput)
    input: RemoveContactPersonInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => removeContactPerson(work, input));
  }

  @Mutation(() => ChangeContactPersonPayload, {
    description: "Says when she is away; mails to her reach who stands in.",
  })
  setContactAbsence(
    @Arg("input", () => SetContactAbsenceInput) input: SetContactAbsenceInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => setContactAbsence(work, input));
  }

  @Mutation(() => ChangeContactPersonPayload, {
    description:
      "She says that she is willing, or the hub notes that it has asked her.",
  })
  confirmContactWilling(
    @Arg("input", () => ConfirmContactWillingInput)
    input: ConfirmContactWillingInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => confirmContactWilling(work, input));
  }

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
