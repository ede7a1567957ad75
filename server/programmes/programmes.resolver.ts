// Doors of the graph to programmes, and to the programme of a service.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { Service, serviceById } from "../offer/index.js";
import { Network } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import {
  adoptProgramme,
  AdoptProgrammeInput,
  AdoptProgrammePayload,
} from "./adopt-programme.js";
import {
  changeProgramme,
  ChangeProgrammeInput,
  ChangeProgrammePayload,
} from "./change-programme.js";
import {
  draftProgramme,
  DraftProgrammeInput,
  DraftProgrammePayload,
} from "./draft-programme.js";
import {
  linkPartnership,
  LinkPartnershipInput,
  LinkPartnershipPayload,
} from "./link-partnership.js";
import { Programme } from "./programme.js";
import { ProgrammeChange } from "./programme-change.js";
import { ProgrammeStatus } from "./programme-kind.js";
import { programmePolicy } from "./programmes.policy.js";
import {
  changesOfProgramme,
  partnershipOf,
  programmeById,
  programmesVisibleTo,
  servicesOfProgramme,
} from "./programmes.reads.js";
import {
  reportProgramme,
  ReportProgrammeInput,
  ReportProgrammePayload,
} from "./report-programme.js";
import {
  setServiceProgramme,
  SetServiceProgrammeInput,
  SetServiceProgrammePayload,
} from "./set-service-programme.js";

@Resolver(() => Centre)
export class CentreProgrammesResolver {
  @FieldResolver(() => [Programme], {
    description:
      "Programmes that the viewer may see, the latest first; a partner's are those that it takes part in.",
  })
  @Cost(5)
  programmes(@Root() _centre: Centre, @Ctx() context: Context) {
    return programmesVisibleTo(context);
  }
}

@Resolver(() => Service)
export class ServiceProgrammeResolver {
  @FieldResolver(() => Programme, {
    nullable: true,
    description:
      "The programme that it is under; its list of personal data caps referrals.",
  })
  programme(@Root() { programmeId }: Service, @Ctx() context: Context) {
    return programmeId ? context.load(programmeById, programmeId) : null;
  }

  @Mutation(() => SetServiceProgrammePayload, {
    description:
      "Puts a service under a programme; only the organiser takes it out again, by a resolution.",
  })
  setServiceProgramme(
    @Arg("input", () => SetServiceProgrammeInput)
    input: SetServiceProgrammeInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => setServiceProgramme(work, input));
  }
}

@Resolver(() => ProgrammeChange)
export class ProgrammeChangeResolver {
  @FieldResolver(() => Service, {
    nullable: true,
    description: "The service that came or left, where the viewer may see it.",
  })
  service(@Root() { serviceId }: ProgrammeChange, @Ctx() context: Context) {
    return serviceId ? context.load(serviceById, serviceId) : null;
  }
}

@Resolver(() => Programme)
export class ProgrammeResolver {
  @FieldResolver(() => ProgrammeStatus, { description: "As it holds today." })
  status(@Root() programme: Programme, @Ctx() { now }: Context) {
    return programme.statusOn(localDate(now));
  }

  @FieldResolver(() => Network, {
    nullable: true,
    description: "Its own partnership.",
  })
  partnership(@Root() programme: Programme, @Ctx() context: Context) {
    return partnershipOf(context, programme);
  }

  @FieldResolver(() => [Service], {
    description: "Services under it that the viewer may see, by name.",
  })
  services(@Root() programme: Programme, @Ctx() context: Context) {
    return context.load(servicesOfProgramme, programme.id);
  }

  @FieldResolver(() => [ProgrammeChange], {
    description: "Its history, the latest first.",
  })
  changes(@Root() programme: Programme, @Ctx() context: Context) {
    return context.load(changesOfProgramme, programme.id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may change it and its plan.",
  })
  viewerCanChange(@Root() { centreId }: Programme, @Ctx() { actor }: Context) {
    return allows(programmePolicy.keep, actor, { centreId });
  }

  @Mutation(() => DraftProgrammePayload, {
    description: "Begins a programme as a draft.",
  })
  draftProgramme(
    @Arg("input", () => DraftProgrammeInput) input: DraftProgrammeInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => draftProgramme(work, input));
  }

  @Mutation(() => ChangeProgrammePayload, {
    description:
      "Writes elements of a programme; an adopted one changes only by another resolution.",
  })
  changeProgramme(
    @Arg("input", () => ChangeProgrammeInput) input: ChangeProgrammeInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeProgramme(work, input));
  }

  @Mutation(() => AdoptProgrammePayload, {
    description: "Records the council's resolution that adopts a programme.",
  })
  adoptProgramme(
    @Arg("input", () => AdoptProgrammeInput) input: AdoptProgrammeInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => adoptProgramme(work, input));
  }

  @Mutation(() => LinkPartnershipPayload, {
    description: "Gives a programme its own partnership.",
  })
  linkPartnership(
    @Arg("input", () => LinkPartnershipInput) input: LinkPartnershipInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => linkPartnership(work, input));
  }

  @Mutation(() => ReportProgrammePayload, {
    description: "Records that the final information was given.",
  })
  reportProgramme(
    @Arg("input", () => ReportProgrammeInput) input: ReportProgrammeInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => reportProgramme(work, input));
  }
}
