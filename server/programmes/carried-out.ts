// The programme that an agreement carries out: which may be named there, and how it is called.
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import type { Programmes } from "../agreements/index.js";
import { AgreementTerms } from "../agreements/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Programme } from "./programme.js";
import { findProgramme, programmeById } from "./programmes.reads.js";

export const programmesOfAgreements: Programmes = {
  async mayCarryOut(work, programmeId) {
    const programme = await findProgramme(work, programmeId);
    return programme !== null && programme.recordedStatus !== "DRAFT";
  },
  async nameOf(context, programmeId) {
    return (await context.load(programmeById, programmeId))?.name ?? null;
  },
};

@Resolver(() => AgreementTerms)
export class AgreementProgrammeResolver {
  @FieldResolver(() => Programme, {
    nullable: true,
    description:
      "The programme that it carries out; null where it is not the viewer's to see.",
  })
  programme(@Root() { programmeId }: AgreementTerms, @Ctx() context: Context) {
    return programmeId ? context.load(programmeById, programmeId) : null;
  }
}
