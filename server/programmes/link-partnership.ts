// A programme gets its own partnership: one network for each programme, and no network for two (domain 2.1, story O14).
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { holdNetwork } from "../partnership/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { Programme } from "./programme.js";
import { writeProgramme } from "./programme-change.js";
import { lockProgramme, ProgrammeMoved } from "./programme-problems.js";

@InputType({ description: "Which partnership a programme has." })
export class LinkPartnershipInput {
  @Field(() => ID, { description: "Which programme." })
  programmeId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => ID, {
    description: "A network of kind PROGRAMME_PARTNERSHIP that is free.",
  })
  networkId!: string;
}

export const LinkPartnershipPayload = createUnionType({
  name: "LinkPartnershipPayload",
  description: "Outcome of giving a programme its partnership.",
  types: () => [Programme, ProgrammeMoved, InvalidInput] as const,
});

export async function linkPartnership(
  work: Work,
  { programmeId, ifVersion, networkId }: LinkPartnershipInput,
): Promise<typeof LinkPartnershipPayload> {
  const { centreId, manager } = work;
  const programme = await lockProgramme(work, programmeId, ifVersion);
  if (!(programme instanceof Programme)) return programme;
  const network = await holdNetwork(work, fromGlobalId("Network", networkId));
  if (network?.kind !== "PROGRAMME_PARTNERSHIP" || network.status === "CLOSED")
    return unknownNoun(work.say, "networkId", {
      pl: "Nie ma takiego partnerstwa programu.",
      en: "There is no such partnership of a programme.",
    });
  if (network.id === programme.networkId) return programme;
  // of two at once the second finds the first
  await work.alone(`partnership ${centreId} ${network.id}`);
  if (
    await manager
      .getRepository(Programme)
      .existsBy({ centreId, networkId: network.id })
  )
    return unknownNoun(work.say, "networkId", {
      pl: "To partnerstwo prowadzi już inny program. Utwórz osobne.",
      en: "This partnership has another programme already. Form one of its own.",
    });
  programme.networkId = network.id;
  programme.version += 1;
  await writeProgramme(work, programme, "PARTNERSHIP_LINKED");
  return programme;
}
