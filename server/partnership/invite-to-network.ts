// An organisation of the centre, also one that left, is asked into a network, with the type that it would have there (domain 2.1).
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import {
  lockNumbers,
  Partner,
  StakeholderType,
  takenNumber,
} from "../partners/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { findNetworkToLead } from "./found-network.js";
import { enterNetwork } from "./join-network.js";
import { NetworkMembership } from "./membership.js";
import type { Network } from "./network.js";
import { noPersonsNumber } from "./network-words.js";

@InputType({ description: "Who is asked into which network, as what." })
export class InviteToNetworkInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which network." })
  networkId!: string;

  @Field(() => ID, { description: "An organisation that is not in it." })
  partnerId!: string;

  @Field(() => StakeholderType, { description: "Its type in this network." })
  stakeholderType!: StakeholderType;

  @Field(() => String, {
    nullable: true,
    description: "What it would do, in a sentence of up to 300 characters.",
  })
  roleDescription?: string | null;
}

export const InviteToNetworkPayload = createUnionType({
  name: "InviteToNetworkPayload",
  description: "Outcome of asking an organisation into a network.",
  types: () => [NetworkMembership, RequestKeyReused, InvalidInput] as const,
});

export async function inviteToNetwork(
  work: Work,
  input: InviteToNetworkInput,
): Promise<typeof InviteToNetworkPayload> {
  const network = await findNetworkToLead(work, input.networkId);
  if (network instanceof InvalidInput) return network;
  const partnerId = fromGlobalId("Partner", input.partnerId);
  const roleDescription = input.roleDescription?.trim() || null;
  const problem = checkRole(
    new InputCheck(work.say).key(input.requestKey),
    roleDescription,
  ).problem;
  if (problem) return problem;
  const id = await takeMembershipId(work, input);
  if (typeof id !== "string") return id;
  const fault = await whyNot(work, network, partnerId);
  if (fault) return fault;
  return enterNetwork(work, network.id, partnerId, "INVITED", {
    id,
    stakeholderType: input.stakeholderType,
    roleDescription,
  });
}

export function checkRole(
  check: InputCheck,
  roleDescription: string | null,
): InputCheck {
  return check
    .that((roleDescription?.length ?? 0) <= 300, "roleDescription", {
      pl: "Rola w sieci: najwyżej 300 znaków.",
      en: "A role has at most 300 characters.",
    })
    .that(
      !holdsPersonsNumber(roleDescription ?? ""),
      "roleDescription",
      noPersonsNumber,
    );
}

/** The id of the membership to make, or what the same key made before. */
async function takeMembershipId(
  work: Work,
  input: InviteToNetworkInput,
): Promise<string | NetworkMembership | RequestKeyReused> {
  const { centreId } = work;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "inviteToNetwork",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  return taken.repeats
    ? work.manager
        .getRepository(NetworkMembership)
        .findOneByOrFail({ centreId, id: taken.repeats })
    : id;
}

async function whyNot(
  work: Work,
  { centreId, id: networkId }: Network,
  partnerId: string,
): Promise<InvalidInput | null> {
  const partner = await work.manager
    .getRepository(Partner)
    .findOneBy({ centreId, id: partnerId });
  if (!partner)
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiej organizacji.",
      en: "There is no such organisation.",
    });
  if (partner.status === "FORMER") {
    // meanwhile its numbers may be another's
    await lockNumbers(work, partner);
    if (await takenNumber(work, partner))
      return unknownNoun(work.say, "partnerId", {
        pl: "Organizacja z tym REGON-em albo KRS jest już zarejestrowana. Zaproś tamtą.",
        en: "An organisation with this REGON or KRS is registered already. Ask that one in.",
      });
  }
  const isIn = await work.manager
    .getRepository(NetworkMembership)
    .existsBy({ centreId, networkId, partnerId, leftOn: IsNull() });
  return isIn
    ? unknownNoun(work.say, "partnerId", {
        pl: "Ta organizacja już jest w tej sieci albo ma zaproszenie.",
        en: "This organisation is in the network already, or invited.",
      })
    : null;
}
