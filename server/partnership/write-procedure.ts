// The organiser writes anew how organisations join and leave a network; what was before stays readable.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../platform/graphql/problem.js";
import {
  findNetworkToLead,
  movedWords,
  recordOfNetwork,
} from "./found-network.js";
import { Network } from "./network.js";
import { NetworkProcedure, procedureOfAll } from "./network-procedure.js";
import { noPersonsNumber } from "./network-words.js";

@InputType({ description: "How organisations join and leave from now on." })
export class WriteProcedureInput {
  @Field(() => ID, { description: "Which network." })
  networkId!: string;

  @Field(() => Int, {
    description: "The version that was seen; 0: none was written yet.",
  })
  ifVersion!: number;

  @Field(() => String, { description: "20 to 6,000 characters." })
  text!: string;
}

@ObjectType({
  implements: Problem,
  description:
    "The procedure was written anew since the version that was seen.",
})
export class ProcedureMoved extends Problem {
  @Field(() => NetworkProcedure, { description: "As it is now." })
  procedure: NetworkProcedure;

  constructor(message: string, procedure: NetworkProcedure) {
    super(message);
    this.procedure = procedure;
  }
}

export const WriteProcedurePayload = createUnionType({
  name: "WriteProcedurePayload",
  description: "Outcome of writing a procedure.",
  types: () => [Network, ProcedureMoved, InvalidInput] as const,
});

export async function writeProcedure(
  work: Work,
  input: WriteProcedureInput,
): Promise<typeof WriteProcedurePayload> {
  const network = await findNetworkToLead(work, input.networkId);
  if (network instanceof InvalidInput) return network;
  const text = input.text.trim();
  const problem = new InputCheck(work.say)
    .that(text.length >= 20 && text.length <= 6000, "text", {
      pl: "Napisz od 20 do 6000 znaków.",
      en: "Write from 20 to 6,000 characters.",
    })
    .that(!holdsPersonsNumber(text), "text", noPersonsNumber).problem;
  if (problem) return problem;
  const { centreId, id: networkId } = network;
  const procedures = work.manager.getRepository(NetworkProcedure);
  const before =
    (await procedures.findOne({
      where: { centreId, networkId },
      order: { version: "DESC" },
    })) ?? procedureOfAll(network, work.say);
  if (before.version !== input.ifVersion)
    return new ProcedureMoved(work.say(movedWords), before);
  const version = before.version + 1;
  await procedures.insert({
    centreId,
    networkId,
    version,
    text,
    writtenAt: work.now,
  });
  recordOfNetwork(work, "NetworkProcedureWritten", networkId, { version });
  return network;
}
