// The organiser begins a network: its kind, name and purpose; the centre's hub is its hub, the first step its step (domain 1.8, 2.1).
import { randomUUID } from "node:crypto";

import { createUnionType, Field, InputType } from "type-graphql";
import { In, Not } from "typeorm";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, Centre, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { recordOfNetwork } from "./found-network.js";
import { enterNetwork } from "./join-network.js";
import { Network } from "./network.js";
import { NetworkKind } from "./network-kind.js";
import type { NetworkWords } from "./network-words.js";
import { checkNetworkWords, networkWords } from "./network-words.js";
import { networkPolicy } from "./partnership.policy.js";

@InputType({ description: "A network that begins." })
export class FormNetworkInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => NetworkKind, {
    description: "Its kind; of LSR and FORUM a centre has one.",
  })
  kind!: NetworkKind;

  @Field(() => String, {
    description: "Name, 3 to 120 characters, like no other network's.",
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it is for, at most 500 characters.",
  })
  purpose?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description: "What it wants to reach: at most 10, each of up to 200.",
  })
  goals!: string[];
}

export const FormNetworkPayload = createUnionType({
  name: "FormNetworkPayload",
  description: "Outcome of beginning a network.",
  types: () => [Network, RequestKeyReused, InvalidInput] as const,
});

const ONE_OF_A_KIND: readonly NetworkKind[] = ["LSR", "FORUM"];

export async function formNetwork(
  work: Work,
  input: FormNetworkInput,
): Promise<typeof FormNetworkPayload> {
  signedIn(work);
  const { centreId } = work;
  authorize(work, networkPolicy.lead, { centreId });
  const words = networkWords(input);
  const problem = checkNetworkWords(work.say, words).key(
    input.requestKey,
  ).problem;
  if (problem) return problem;
  const networks = work.manager.getRepository(Network);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "formNetwork",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return networks.findOneByOrFail({ centreId, id: taken.repeats });
  await oneNetworkAtATime(work);
  const known = await findLikeIt(work, input.kind, words);
  if (known) return known;
  return begin(work, id, input.kind, words);
}

async function begin(
  work: Work,
  id: string,
  kind: NetworkKind,
  words: NetworkWords,
): Promise<Network | InvalidInput> {
  const { centreId } = work;
  const { hubPartnerId } = await work.manager
    .getRepository(Centre)
    .findOneByOrFail({ id: centreId });
  if (!hubPartnerId)
    return unknownNoun(work.say, "kind", {
      pl: "To centrum nie ma jeszcze organizacji w węźle.",
      en: "This centre has no organisation at its hub yet.",
    });
  const network = Object.assign(new Network(), {
    centreId,
    id,
    kind,
    ...words,
    step: "PROBLEM_DEFINITION",
    hubPartnerId,
    status: "FORMING",
    cadenceDays: null,
    startedOn: localDate(work.now),
    stateSince: null,
    stateReason: null,
    resumesAs: null,
    version: 1,
    createdAt: work.now,
  } satisfies Partial<Network>);
  await work.manager.getRepository(Network).insert(network);
  recordOfNetwork(work, "NetworkFormed", id, { kind });
  await enterNetwork(work, id, hubPartnerId, "HUB", null);
  return network;
}

/** Of two with one name at once the second finds the first. */
export async function oneNetworkAtATime(work: Work): Promise<void> {
  await work.alone(`networks ${work.centreId}`);
}

async function findLikeIt(
  work: Work,
  kind: NetworkKind,
  { name }: NetworkWords,
): Promise<InvalidInput | null> {
  if (await isNameTaken(work, name, null)) return nameTaken(work);
  const isSecond =
    ONE_OF_A_KIND.includes(kind) &&
    (await work.manager.getRepository(Network).existsBy({
      centreId: work.centreId,
      kind: In([kind]),
      status: Not("CLOSED"),
    }));
  return isSecond
    ? unknownNoun(work.say, "kind", {
        pl: "Taka sieć już w centrum jest. Wybierz inny rodzaj.",
        en: "The centre has such a network already. Choose another kind.",
      })
    : null;
}

/** Names are compared as the database does, without case and diacritics; a closed network keeps its own, which is its address. */
export async function isNameTaken(
  work: Work,
  name: string,
  except: string | null,
): Promise<boolean> {
  const found = await work.rows(
    `select from network where centre_id = $1 and folded(name) = folded($2) and id is distinct from $3`,
    [work.centreId, name, except],
  );
  return found.length > 0;
}

export function nameTaken(work: Work): InvalidInput {
  return unknownNoun(work.say, "name", {
    pl: "Sieć o tej nazwie już jest. Podaj inną nazwę.",
    en: "There is a network with this name. Give another one.",
  });
}
