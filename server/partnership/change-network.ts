// The organiser says anew what a network is for, what it wants to reach, and how often it meets.
import { Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { isNameTaken, nameTaken, oneNetworkAtATime } from "./form-network.js";
import {
  findNetworkToLead,
  movedWords,
  NetworkMoved,
  recordOfNetwork,
} from "./found-network.js";
import { Network } from "./network.js";
import { checkNetworkWords, networkWords } from "./network-words.js";

@InputType({ description: "What a network is from now on." })
export class ChangeNetworkInput {
  @Field(() => ID, { description: "Which network." })
  networkId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => String, { description: "Name, 3 to 120 characters." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it is for, at most 500 characters.",
  })
  purpose?: string | null;

  @Field(() => [String], {
    description: "All of its goals: at most 10, each of up to 200 characters.",
  })
  goals!: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Days from one information meeting to the next, 7 to 365; null: not agreed.",
  })
  cadenceDays?: number | null;
}

export async function changeNetwork(
  work: Work,
  input: ChangeNetworkInput,
): Promise<Network | NetworkMoved | InvalidInput> {
  const network = await findNetworkToLead(work, input.networkId);
  if (network instanceof InvalidInput) return network;
  const words = networkWords(input);
  const cadenceDays = input.cadenceDays ?? null;
  const problem = checkNetworkWords(work.say, words).that(
    cadenceDays === null || (cadenceDays >= 7 && cadenceDays <= 365),
    "cadenceDays",
    {
      pl: "Spotkania mogą być co 7 do 365 dni.",
      en: "Meetings can be from 7 to 365 days apart.",
    },
  ).problem;
  if (problem) return problem;
  if (network.version !== input.ifVersion)
    return new NetworkMoved(work.say(movedWords), network);
  await oneNetworkAtATime(work);
  if (await isNameTaken(work, words.name, network.id)) return nameTaken(work);
  Object.assign(network, words, {
    cadenceDays,
    version: network.version + 1,
  });
  const { centreId, id, version } = network;
  await work.manager
    .getRepository(Network)
    .update({ centreId, id }, { ...words, cadenceDays, version });
  recordOfNetwork(work, "NetworkChanged", id, { version, cadenceDays });
  return network;
}
