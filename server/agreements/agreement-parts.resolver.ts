// Doors of the graph to what an agreement holds: terms, who does what, money, versions, documents and remarks.
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Service, serviceById } from "../offer/index.js";
import {
  ContactPerson,
  contactPersonById,
  Partner,
  partnerById,
} from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { allows } from "../platform/permission/allows.js";
import { Agreement } from "./agreement.js";
import { AgreementDocument } from "./agreement-document.js";
import { AgreementFinance } from "./agreement-finance.js";
import { AgreementMove, movesOf } from "./agreement-move.js";
import {
  documentsOf,
  financeOf,
  financeOfVersion,
  partyStatesOf,
  remarksOf,
  servicesInScopeOf,
  signaturesOf,
  tasksOf,
  versionsOf,
} from "./agreement-parts.reads.js";
import { AgreementParty } from "./agreement-party.js";
import { AgreementRemark } from "./agreement-remark.js";
import { AgreementTask } from "./agreement-task.js";
import { AgreementTerms, termsAsRead } from "./agreement-terms.js";
import {
  AgreementVersion,
  AgreementVersionParty,
} from "./agreement-version.js";
import { agreementPolicy } from "./agreements.policy.js";
import { agreementById } from "./agreements.reads.js";
import { contactOfParty } from "./contact-of-party.js";
import { AgreementGap, gapsIn } from "./gaps.js";
import { moneyChanges, moneyLines } from "./money-words.js";
import { ServiceInScope } from "./service-in-scope.js";
import {
  nameOfTerm,
  TermChange,
  TermLine,
  termNames,
  wordsOfTerm,
} from "./term-words.js";
import { columnsOf } from "./terms.js";

@Resolver(() => Agreement)
export class AgreementPartsResolver {
  @FieldResolver(() => AgreementTerms, {
    nullable: true,
    description: "What it promises; null where that is not the viewer's.",
  })
  terms(@Root() agreement: Agreement, @Ctx() { actor }: Context) {
    return allows(agreementPolicy.readTerms, actor, agreement)
      ? termsAsRead(agreement)
      : null;
  }

  @FieldResolver(() => AgreementFinance, {
    nullable: true,
    description: "Its money; null where that is not the viewer's.",
  })
  finance(@Root() { id }: Agreement, @Ctx() context: Context) {
    return context.load(financeOf, id);
  }

  @FieldResolver(() => [AgreementDocument], {
    description:
      "Documents kept with it; empty where they are not the viewer's.",
  })
  documents(@Root() { id }: Agreement, @Ctx() context: Context) {
    return context.load(documentsOf, id);
  }

  @FieldResolver(() => [AgreementRemark], {
    description:
      "What its parties said to the terms, the oldest first, of many the latest 200; empty where that is not the viewer's.",
  })
  async remarks(@Root() { id }: Agreement, @Ctx() context: Context) {
    return [...(await context.load(remarksOf, id))].reverse();
  }

  @FieldResolver(() => [AgreementVersion], {
    description:
      "Versions of its terms, the latest first, at most 200; empty where they are not the viewer's, or it is not signed.",
  })
  versions(@Root() { id }: Agreement, @Ctx() context: Context) {
    return context.load(versionsOf, id);
  }

  @FieldResolver(() => [AgreementMove], {
    description: "What the viewer can do with it as it is now.",
  })
  async viewerCan(@Root() agreement: Agreement, @Ctx() context: Context) {
    if (!allows(agreementPolicy.readTerms, context.actor, agreement)) return [];
    const [parties, versions] = await Promise.all([
      context.load(partyStatesOf, agreement.id),
      context.load(versionsOf, agreement.id),
    ]);
    const proposed =
      versions.find(({ status }) => status === "PROPOSED") ?? null;
    return movesOf(context.actor, {
      agreement,
      parties,
      proposed,
      signatures: proposed ? await context.load(signaturesOf, proposed) : [],
      day: localDate(context.now),
    });
  }
}

@Resolver(() => AgreementTerms)
export class AgreementTermsResolver {
  @FieldResolver(() => [AgreementParty], {
    description: "Its parties, and what each has said so far.",
  })
  parties(@Root() { agreementId }: AgreementTerms, @Ctx() context: Context) {
    return context.load(partyStatesOf, agreementId);
  }

  @FieldResolver(() => [AgreementTask], { description: "Who does what." })
  tasks(@Root() { agreementId }: AgreementTerms, @Ctx() context: Context) {
    return context.load(tasksOf, agreementId);
  }

  @FieldResolver(() => [ServiceInScope], {
    description: "Services that it names; none: all of its parties.",
  })
  services(@Root() { agreementId }: AgreementTerms, @Ctx() context: Context) {
    return context.load(servicesInScopeOf, agreementId);
  }

  @FieldResolver(() => [AgreementGap], {
    description:
      "What it does not say yet, for who writes it, while it is talked about; else empty.",
  })
  async gaps(@Root() { agreementId }: AgreementTerms, @Ctx() context: Context) {
    const agreement = await context.load(agreementById, agreementId);
    if (
      !agreement?.isOpen(localDate(context.now)) ||
      !allows(agreementPolicy.keep, context.actor, agreement)
    )
      return [];
    const [services, tasks, money] = await Promise.all([
      context.load(servicesInScopeOf, agreementId),
      context.load(tasksOf, agreementId),
      context.load(financeOf, agreementId),
    ]);
    const terms = { ...columnsOf(agreement), services, tasks };
    return gapsIn(context.say, agreement.kind, terms, money);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: "The entrustment of data processing that it leans on.",
  })
  dpaAgreement(
    @Root() { dpaAgreementId }: AgreementTerms,
    @Ctx() context: Context,
  ) {
    return dpaAgreementId ? context.load(agreementById, dpaAgreementId) : null;
  }
}

@Resolver(() => AgreementParty)
export class AgreementPartyResolver {
  @FieldResolver(() => Partner, { nullable: true, description: "Who it is." })
  partner(@Root() { partnerId }: AgreementParty, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }

  @FieldResolver(() => ContactPerson, {
    nullable: true,
    description:
      "Whom the others turn to about this agreement; null: whoever is turned to first there, or it is not the viewer's to see.",
  })
  contactPerson(
    @Root() { contactPersonId }: AgreementParty,
    @Ctx() context: Context,
  ) {
    return contactPersonId
      ? context.load(contactPersonById, contactPersonId)
      : null;
  }

  @FieldResolver(() => ContactPerson, {
    nullable: true,
    description:
      "The contact person, where none is named whoever is turned to first there; null: nobody, or it is not the viewer's to see.",
  })
  turnTo(@Root() party: AgreementParty, @Ctx() context: Context) {
    return contactOfParty(context, party);
  }
}

@Resolver(() => AgreementTask)
export class AgreementTaskResolver {
  @FieldResolver(() => Partner, { nullable: true, description: "Whose task." })
  partner(@Root() { partnerId }: AgreementTask, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }
}

@Resolver(() => ServiceInScope)
export class ServiceInScopeResolver {
  @FieldResolver(() => Service, {
    nullable: true,
    description: "The service; null where it is not the viewer's to see.",
  })
  service(@Root() { serviceId }: ServiceInScope, @Ctx() context: Context) {
    return context.load(serviceById, serviceId);
  }
}

@Resolver(() => AgreementRemark)
export class AgreementRemarkResolver {
  @FieldResolver(() => Partner, {
    nullable: true,
    description: "The party that speaks.",
  })
  partner(@Root() { partnerId }: AgreementRemark, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }
}

@Resolver(() => AgreementVersionParty)
export class VersionSignatureResolver {
  @FieldResolver(() => Partner, { nullable: true, description: "Who it is." })
  partner(
    @Root() { partnerId }: AgreementVersionParty,
    @Ctx() context: Context,
  ) {
    return context.load(partnerById, partnerId);
  }
}

@Resolver(() => AgreementVersion)
export class AgreementVersionResolver {
  @FieldResolver(() => [TermChange], {
    description: "What it says otherwise than the one before.",
  })
  async changes(@Root() version: AgreementVersion, @Ctx() context: Context) {
    const terms = await Promise.all(
      version.changes.map(async ({ field, from, to }) => ({
        term: nameOfTerm(context, field),
        from: await wordsOfTerm(context, field, from),
        to: await wordsOfTerm(context, field, to),
      })),
    );
    return [...terms, ...(await moneyChanges(context, version))];
  }

  @FieldResolver(() => [TermLine], { description: "All that it says." })
  async terms(@Root() version: AgreementVersion, @Ctx() context: Context) {
    const terms = await Promise.all(
      termNames(version.terms)
        .filter((field) => field !== "dpaAgreementId")
        .map(async (field) => ({
          term: nameOfTerm(context, field),
          value: await wordsOfTerm(context, field, version.terms[field]),
        })),
    );
    return [...terms, ...(await moneyLines(context, version))];
  }

  @FieldResolver(() => AgreementFinance, {
    nullable: true,
    description: "Its money; null where that is not the viewer's.",
  })
  finance(@Root() version: AgreementVersion, @Ctx() context: Context) {
    return context.load(financeOfVersion, version);
  }

  @FieldResolver(() => [AgreementVersionParty], {
    description: "Who is to sign it, and who has; none for the first one.",
  })
  signatures(@Root() version: AgreementVersion, @Ctx() context: Context) {
    return context.load(signaturesOf, version);
  }
}
