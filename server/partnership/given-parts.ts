// What is said of a joint action in a form: its title and who has which part, checked against the members of its network.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import {
  InputCheck,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { ActionPart, JointAction, JointActionPart } from "./joint-action.js";
import { NetworkMembership } from "./membership.js";
import { noPersonsNumber } from "./network-words.js";

@InputType({ description: "Which part an organisation has." })
export class GivenPart {
  @Field(() => ID, { description: "An organisation of the network." })
  partnerId!: string;

  @Field(() => ActionPart, { description: "Its part." })
  part!: ActionPart;
}

@ObjectType({
  implements: Problem,
  description: "The joint action was changed since the version that was seen.",
})
export class JointActionMoved extends Problem {
  @Field(() => JointAction, { description: "As it is now." })
  jointAction: JointAction;

  constructor(message: string, jointAction: JointAction) {
    super(message);
    this.jointAction = jointAction;
  }
}

export async function partsProblem(
  work: Work,
  networkId: string,
  given: { title: string; parts: readonly GivenPart[] },
): Promise<InvalidInput | null> {
  const title = given.title.trim();
  const partnerIds = given.parts.map(({ partnerId }) =>
    fromGlobalId("Partner", partnerId),
  );
  const responsible = given.parts.filter(({ part }) => part === "RESPONSIBLE");
  const problem = new InputCheck(work.say)
    .that(title.length >= 3 && title.length <= 160, "title", {
      pl: "Nazwij działanie: od 3 do 160 znaków.",
      en: "Name the action: from 3 to 160 characters.",
    })
    .that(!holdsPersonsNumber(title), "title", noPersonsNumber)
    .that(responsible.length <= 1, "parts", {
      pl: "Za działanie odpowiada jedna organizacja.",
      en: "One organisation is responsible for an action.",
    })
    .that(new Set(partnerIds).size === partnerIds.length, "parts", {
      pl: "Każda organizacja ma w działaniu jedną rolę.",
      en: "Each organisation has one part in an action.",
    }).problem;
  if (problem) return problem;
  const members = await work.manager
    .getRepository(NetworkMembership)
    .findBy({ centreId: work.centreId, networkId, leftOn: IsNull() });
  const stranger = partnerIds.findIndex((id) =>
    members.every(({ partnerId }) => partnerId !== id),
  );
  return stranger < 0
    ? null
    : unknownNoun(work.say, `parts.${String(stranger)}.partnerId`, {
        pl: "Ta organizacja nie jest w tej sieci.",
        en: "This organisation is not in this network.",
      });
}

/** All parts as they are from now on. */
export async function writeParts(
  work: Work,
  jointActionId: string,
  parts: readonly GivenPart[],
): Promise<void> {
  const { centreId } = work;
  const kept = work.manager.getRepository(JointActionPart);
  await kept.delete({ centreId, jointActionId });
  await kept.insert(
    parts.map(({ partnerId, part }) => ({
      centreId,
      jointActionId,
      partnerId: fromGlobalId("Partner", partnerId),
      part,
    })),
  );
}

/** Who answers for it, as the log keeps it. */
export function responsibleOf(parts: readonly GivenPart[]): string | null {
  const found = parts.find(({ part }) => part === "RESPONSIBLE");
  return found ? fromGlobalId("Partner", found.partnerId) : null;
}
