// The analysis of a network is written, or written anew.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import {
  findNetworkToLead,
  movedWords,
  Network,
  noPersonsNumber,
  recordOfNetwork,
} from "../partnership/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../platform/graphql/problem.js";
import { NetworkAnalysis } from "./network-analysis.js";

@InputType({ description: "What helps and what hinders a network." })
export class WriteAnalysisInput {
  @Field(() => ID, { description: "Which network." })
  networkId!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The version that was seen; null: there was none.",
  })
  ifVersion?: number | null;

  @Field(() => String, { description: "3 to 1,500 characters." })
  strengths!: string;

  @Field(() => String, { description: "3 to 1,500 characters." })
  weaknesses!: string;

  @Field(() => String, { description: "3 to 1,500 characters." })
  opportunities!: string;

  @Field(() => String, { description: "3 to 1,500 characters." })
  threats!: string;
}

@ObjectType({
  implements: Problem,
  description: "The analysis was written anew since the version that was seen.",
})
export class AnalysisMoved extends Problem {
  @Field(() => NetworkAnalysis, { description: "As it is now." })
  analysis: NetworkAnalysis;

  constructor(message: string, analysis: NetworkAnalysis) {
    super(message);
    this.analysis = analysis;
  }
}

export const WriteAnalysisPayload = createUnionType({
  name: "WriteAnalysisPayload",
  description: "Outcome of writing an analysis.",
  types: () => [Network, AnalysisMoved, InvalidInput] as const,
});

const PARTS = ["strengths", "weaknesses", "opportunities", "threats"] as const;

export async function writeAnalysis(
  work: Work,
  input: WriteAnalysisInput,
): Promise<typeof WriteAnalysisPayload> {
  const network = await findNetworkToLead(work, input.networkId);
  if (network instanceof InvalidInput) return network;
  const check = new InputCheck(work.say);
  for (const part of PARTS) {
    const { length } = input[part].trim();
    check
      .that(length >= 3 && length <= 1500, part, {
        pl: "Napisz od 3 do 1500 znaków.",
        en: "Write from 3 to 1,500 characters.",
      })
      .that(!holdsPersonsNumber(input[part]), part, noPersonsNumber);
  }
  if (check.problem) return check.problem;
  const { centreId, id: networkId } = network;
  const analyses = work.manager.getRepository(NetworkAnalysis);
  const before = await analyses.findOneBy({ centreId, networkId });
  if (before && before.version !== (input.ifVersion ?? null))
    return new AnalysisMoved(work.say(movedWords), before);
  const written = {
    strengths: input.strengths.trim(),
    weaknesses: input.weaknesses.trim(),
    opportunities: input.opportunities.trim(),
    threats: input.threats.trim(),
    version: (before?.version ?? 0) + 1,
    writtenAt: work.now,
  };
  if (before) await analyses.update({ centreId, networkId }, written);
  else await analyses.insert({ centreId, networkId, ...written });
  recordOfNetwork(work, "NetworkAnalysisWritten", networkId, {
    version: written.version,
  });
  return network;
}
