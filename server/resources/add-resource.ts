// A resource comes into the inventory: by its organisation, or by the hub on its behalf.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { recordResource } from "./change-resource.js";
import { Resource } from "./resource.js";
import { checkWords, ResourceWordsInput, written } from "./resource-words.js";
import { resourcePolicy } from "./resources.policy.js";

@InputType({ description: "A resource that is new in the inventory." })
export class AddResourceInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Whose it is." })
  partnerId!: string;

  @Field(() => ResourceWordsInput, { description: "What is said of it." })
  words!: ResourceWordsInput;
}

export const AddResourcePayload = createUnionType({
  name: "AddResourcePayload",
  description: "Outcome of adding a resource.",
  types: () => [Resource, RequestKeyReused, InvalidInput] as const,
});

export async function addResource(
  work: Work,
  input: AddResourceInput,
): Promise<typeof AddResourcePayload> {
  signedIn(work);
  const { centreId, now } = work;
  const partnerId = fromGlobalId("Partner", input.partnerId);
  const partner = await work.manager
    .getRepository(Partner)
    .findOneBy({ centreId, id: partnerId });
  if (!partner)
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiej organizacji.",
      en: "There is no such organisation.",
    });
  authorize(work, resourcePolicy.keep, { centreId, partnerId });
  const { problem } = checkWords(work.say, input.words)
    .key(input.requestKey)
    .that(partner.status !== "FORMER", "partnerId", {
      pl: "Ta organizacja nie jest już partnerem.",
      en: "This organisation is no partner any more.",
    });
  if (problem) return problem;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "addResource",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const resources = work.manager.getRepository(Resource);
  if (taken.repeats)
    return resources.findOneByOrFail({ centreId, id: taken.repeats });
  const resource = Object.assign(new Resource(), {
    centreId,
    id,
    partnerId,
    ...written(input.words),
    state: "OFFERED",
    version: 1,
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<Resource>);
  await resources.insert(resource);
  recordResource(work, "ResourceAdded", resource);
  return resource;
}
