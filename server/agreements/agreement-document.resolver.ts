// Doors of the graph to a document kept with an agreement: who handed it in, and whether the viewer may take it away.
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Partner, partnerById } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { AgreementDocument } from "./agreement-document.js";
import { partyStatesOf } from "./agreement-parts.reads.js";
import { agreementById } from "./agreements.reads.js";
import { mayRemove } from "./remove-agreement-document.js";

@Resolver(() => AgreementDocument)
export class AgreementDocumentResolver {
  @FieldResolver(() => Partner, {
    nullable: true,
    description: "The party that handed it in.",
  })
  partner(@Root() { partnerId }: AgreementDocument, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may take it away: removeAgreementDocument.",
  })
  async viewerCanRemove(
    @Root() document: AgreementDocument,
    @Ctx() context: Context,
  ) {
    const { agreementId } = document;
    const agreement = await context.load(agreementById, agreementId);
    const parties = await context.load(partyStatesOf, agreementId);
    const { actor, now } = context;
    return (
      agreement !== null && mayRemove(actor, document, agreement, parties, now)
    );
  }
}
