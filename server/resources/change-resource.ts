// A resource is described anew, paused, offered again or withdrawn: by its organisation, or by the hub on its behalf.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { mostPromised } from "./promised.js";
import { Resource } from "./resource.js";
import { ResourceState } from "./resource-kind.js";
import {
  ResourceMoved,
  resourceMoved,
  unknownResource,
} from "./resource-problems.js";
import { checkWords, ResourceWordsInput, written } from "./resource-words.js";
import { resourcePolicy } from "./resources.policy.js";

@InputType({ description: "What a resource is from now on." })
export class ChangeResourceInput {
  @Field(() => ID, { description: "Which resource." })
  resourceId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => ResourceWordsInput, { description: "What is said of it." })
  words!: ResourceWordsInput;
}

@InputType({ description: "How a resource stands from now on." })
export class SetResourceStateInput {
  @Field(() => ID, { description: "Which resource." })
  resourceId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => ResourceState, {
    description: "Withdrawn is for good; what is promised stays promised.",
  })
  state!: ResourceState;
}

export const ChangeResourcePayload = createUnionType({
  name: "ChangeResourcePayload",
  description: "Outcome of changing a resource.",
  types: () => [Resource, ResourceMoved, InvalidInput] as const,
});

export async function changeResource(
  work: Work,
  input: ChangeResourceInput,
): Promise<typeof ChangeResourcePayload> {
  const resource = await lockKept(work, input);
  if (!(resource instanceof Resource)) return resource;
  const check = checkWords(work.say, input.words);
  const { centreId, id } = resource;
  const promised = await mostPromised(work, {
    centreId,
    resourceId: id,
    from: localDate(work.now),
    to: null,
  });
  const { problem } = check.that(
    input.words.quantity < 1 || input.words.quantity >= promised,
    "words.quantity",
    {
      pl: `Tyle jest już obiecane innym: ${String(promised)}. Liczba nie może być mniejsza.`,
      en: `So many are promised to others: ${String(promised)}. The number cannot be smaller.`,
    },
  );
  if (problem) return problem;
  return save(work, Object.assign(resource, written(input.words)));
}

export async function setResourceState(
  work: Work,
  input: SetResourceStateInput,
): Promise<typeof ChangeResourcePayload> {
  const resource = await lockKept(work, input);
  if (!(resource instanceof Resource)) return resource;
  if (resource.state === input.state) return resource;
  return save(work, Object.assign(resource, { state: input.state }));
}

/** Nobody else changes it until the work ends; what is withdrawn is changed by nobody. */
async function lockKept(
  work: Work,
  asked: { resourceId: string; ifVersion: number },
): Promise<Resource | ResourceMoved | InvalidInput> {
  signedIn(work);
  const { centreId } = work;
  const id = fromGlobalId("Resource", asked.resourceId);
  const resources = work.manager.getRepository(Resource);
  const seen = await resources.findOneBy({ centreId, id });
  if (!seen || !allows(resourcePolicy.read, work.actor, seen))
    return unknownResource(work.say);
  authorize(work, resourcePolicy.keep, seen);
  const resource = await resources.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  return resource.version === asked.ifVersion && resource.state !== "WITHDRAWN"
    ? resource
    : resourceMoved(work.say, resource);
}

async function save(work: Work, resource: Resource): Promise<Resource> {
  const { centreId, id } = resource;
  resource.version += 1;
  resource.updatedAt = work.now;
  await work.manager.getRepository(Resource).update(
    { centreId, id },
    {
      kind: resource.kind,
      name: resource.name,
      description: resource.description,
      availableWhen: resource.availableWhen,
      quantity: resource.quantity,
      lendable: resource.lendable,
      state: resource.state,
      version: resource.version,
      updatedAt: resource.updatedAt,
    },
  );
  recordResource(work, "ResourceChanged", resource);
  return resource;
}

/** Where the hub did it, the event says on whose behalf. */
export function recordResource(
  work: Work,
  type: "ResourceAdded" | "ResourceChanged",
  resource: Resource,
): void {
  const { kind, quantity, lendable, state, version, partnerId } = resource;
  const onBehalf = !allows(resourcePolicy.keepOwn, work.actor, resource);
  work.record({
    type,
    topic: "NETWORK",
    subjectId: resource.id,
    partnerId,
    facts: {
      kind,
      quantity,
      lendable,
      state,
      version,
      ...(onBehalf ? { onBehalfOf: partnerId } : {}),
    },
  });
}
