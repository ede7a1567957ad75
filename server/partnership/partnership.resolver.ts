// Doors of the graph to networks and to the type of a stakeholder.
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
import { Partner, partnerById, StakeholderType } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Network } from "./network.js";
import {
  networksVisibleTo,
  stakeholderTypeOfPartner,
} from "./partnership.reads.js";
import { registerPartner, RegisterPartnerPayload } from "./register-partner.js";
import { RegisterPartnerInput } from "./register-partner-input.js";

@Resolver(() => Centre)
export class CentreNetworksResolver {
  @FieldResolver(() => [Network], {
    description: "Networks of the centre, the oldest first.",
  })
  @Cost(5)
  networks(@Root() _centre: Centre, @Ctx() context: Context) {
    return networksVisibleTo(context);
  }
}

@Resolver(() => Network)
export class NetworkResolver {
  @FieldResolver(() => Partner, { description: "Its main node." })
  hub(@Root() network: Network, @Ctx() context: Context) {
    return context.load(partnerById, network.hubPartnerId);
  }
}

@Resolver(() => Partner)
export class PartnerStakeholderResolver {
  @Mutation(() => RegisterPartnerPayload, {
    description:
      "Registers an organisation with its contact person; it joins the local network.",
  })
  registerPartner(
    @Arg("input", () => RegisterPartnerInput) input: RegisterPartnerInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => registerPartner(work, input));
  }

  @FieldResolver(() => StakeholderType, {
    nullable: true,
    description: "Type in the centre's local network; null for the hub.",
  })
  stakeholderType(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(stakeholderTypeOfPartner, partner.id);
  }
}
