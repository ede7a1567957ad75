// Doors of the graph to the register: what it holds of an organisation beyond the catalogue, and how it is kept.
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
import type { Context } from "../platform/graphql/context.js";
import { Day } from "../platform/graphql/scalars.js";
import { allows } from "../platform/permission/allows.js";
import { changePartner } from "./change-partner.js";
import {
  ChangePartnerInput,
  ChangePartnerPayload,
  CorrectDataRoleInput,
  PartnerStatusPayload,
  ResumePartnerInput,
  SuspendPartnerInput,
} from "./change-partner-input.js";
import { correctDataRole } from "./correct-data-role.js";
import { Partner } from "./partner.js";
import {
  Accessibility,
  missingNumbers,
  RegisterNumber,
  ReintegrationAim,
  StatutoryProviderKind,
  typeByAim,
} from "./partner-entry.js";
import { StakeholderType } from "./partner-filter.js";
import { partnerPolicy } from "./partners.policy.js";
import { resumePartner, suspendPartner } from "./rest-partner.js";

/** What is not the viewer's is told as what is not known. */
function told<Said>(
  { actor }: Context,
  partner: Partner,
  said: Said,
): Said | null {
  return allows(partnerPolicy.readRegister, actor, partner) ? said : null;
}

@Resolver(() => Partner)
export class PartnerRegisterResolver {
  @Mutation(() => ChangePartnerPayload, {
    description:
      "Corrects the register; an organisation's own administrator describes it, and leaves what it is to the hub.",
  })
  changePartner(
    @Arg("input", () => ChangePartnerInput) input: ChangePartnerInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changePartner(work, input));
  }

  @Mutation(() => PartnerStatusPayload, {
    description:
      "Corrects the part of an organisation in the protection of data.",
  })
  correctDataRole(
    @Arg("input", () => CorrectDataRoleInput) input: CorrectDataRoleInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => correctDataRole(work, input));
  }

  @Mutation(() => PartnerStatusPayload, {
    description:
      "Lets an organisation rest: no mails reach it until it resumes.",
  })
  suspendPartner(
    @Arg("input", () => SuspendPartnerInput) input: SuspendPartnerInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => suspendPartner(work, input));
  }

  @Mutation(() => PartnerStatusPayload, {
    description: "An organisation that rested is a partner again.",
  })
  resumePartner(
    @Arg("input", () => ResumePartnerInput) input: ResumePartnerInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => resumePartner(work, input));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Rises by one with every change; null: not the viewer's.",
  })
  version(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.version);
  }

  @FieldResolver(() => String, { nullable: true, description: "Tax number." })
  nip(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.nip);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Statistical number, 9 or 14 digits.",
  })
  regon(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.regon);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Number in the national court register.",
  })
  krs(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.krs);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Entry in the county head's register of associations.",
  })
  registerEntry(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.registerEntry);
  }

  @FieldResolver(() => [RegisterNumber], {
    description: "Numbers that its kind needs and the register lacks.",
  })
  missingNumbers(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, missingNumbers(partner)) ?? [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Municipality of its seat (TERC).",
  })
  terc(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.terc);
  }

  @FieldResolver(() => String, { nullable: true, description: "Legal form." })
  legalForm(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.legalForm);
  }

  @FieldResolver(() => StatutoryProviderKind, {
    nullable: true,
    description: "As what the Act lets it provide services.",
  })
  statutoryProviderKind(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.statutoryProviderKind);
  }

  @FieldResolver(() => [String], {
    description: "Municipalities that it serves (TERC).",
  })
  areasServed(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.areasServed) ?? [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Its statutory aims.",
  })
  statutoryAims(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.statutoryAims);
  }

  @FieldResolver(() => ReintegrationAim, {
    nullable: true,
    description: "Place of reintegration among them.",
  })
  reintegrationAim(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.reintegrationAim);
  }

  @FieldResolver(() => StakeholderType, {
    nullable: true,
    description:
      "The type that its aims suggest; which one it has is said by each membership.",
  })
  suggestedStakeholderType(@Root() partner: Partner, @Ctx() context: Context) {
    const aim = told(context, partner, partner.reintegrationAim);
    return aim && typeByAim(aim);
  }

  @FieldResolver(() => [Accessibility], {
    description: "What makes it accessible.",
  })
  accessibility(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.accessibility) ?? [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Of a CIS: the decision that gave it its status.",
  })
  cisDecision(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.cisDecision);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Of a CIS: which voivode gave it.",
  })
  cisVoivode(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.cisVoivode);
  }

  @FieldResolver(() => Day, {
    nullable: true,
    description: "Of a CIS: last day of its status.",
  })
  cisValidUntil(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.cisValidUntil);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Of a CIS: places agreed with the county head; more than these are a warning.",
  })
  cisAgreedPlaces(@Root() partner: Partner, @Ctx() context: Context) {
    return told(context, partner, partner.cisAgreedPlaces);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why its part in the protection of data was corrected; null: it was not, or not the viewer's.",
  })
  dataRoleReason(@Root() partner: Partner, @Ctx() { actor }: Context) {
    return allows(partnerPolicy.readReason, actor, partner)
      ? partner.dataRoleReason
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it rests; null: it does not, or not the viewer's.",
  })
  statusReason(@Root() partner: Partner, @Ctx() { actor }: Context) {
    return allows(partnerPolicy.readReason, actor, partner)
      ? partner.statusReason
      : null;
  }
}
