// Who sent in an emergency, on nobody's word, says within a day what it was.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../../events/index.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../../platform/graphql/problem.js";
import { checkWords } from "../check-identity.js";
import { openPerson } from "../travel/open-person.js";
import { DisclosureBasis } from "./disclosure-basis.js";
import { lockOwnBasis } from "./end-bases.js";

@InputType({ description: "What the emergency was." })
export class NoteBasisInput {
  @Field(() => ID, { description: "Which basis." })
  basisId!: string;

  @Field(() => String, {
    description:
      "What happened, at most 200 characters, in words that name nobody.",
  })
  note!: string;
}

export const NoteBasisPayload = createUnionType({
  name: "NoteBasisPayload",
  description: "Outcome of saying what an emergency was.",
  types: () => [DisclosureBasis, InvalidInput] as const,
});

export async function noteBasis(
  work: Work,
  input: NoteBasisInput,
): Promise<typeof NoteBasisPayload> {
  const basis = await lockOwnBasis(work, input.basisId, "EmergencyNoted");
  if (!(basis instanceof DisclosureBasis)) return basis;
  const person = await openPerson(work, basis.caseId);
  // owed after its end too, and of nobody who is erased
  if (!basis.noteDueAt || basis.note !== null || !person)
    return unknownNoun(work.say, "basisId", {
      pl: "Ta podstawa nie czeka na notatkę.",
      en: "This basis waits for no note.",
    });
  const note = input.note.trim();
  const { problem } = checkWords(
    new InputCheck(work.say).that(note !== "", "note", {
      pl: "Napisz w kilku słowach, co się stało.",
      en: "Say in a few words what happened.",
    }),
    "note",
    note,
    person.identity,
  );
  if (problem) return problem;
  const { centreId, id, caseId } = basis;
  await work.manager
    .getRepository(DisclosureBasis)
    .update({ centreId, id }, { note });
  basis.note = note;
  work.touch({
    action: "UPDATE",
    noun: "Case",
    subjectId: caseId,
    fields: ["note"],
    change: "EmergencyNoted",
  });
  return basis;
}
