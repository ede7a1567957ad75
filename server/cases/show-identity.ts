// "Pokaż": the coordinator looks at who the person of her own case is, with a purpose, for ten minutes, on record.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Case } from "./case.js";
import { fieldsOf } from "./case-identity.js";
import { CaseLook, LOOK_MS, LookPurpose, ShownIdentity } from "./case-look.js";
import { TooManyLooks } from "./case-problems.js";
import { checkWords } from "./check-identity.js";
import { countLook } from "./count-look.js";
import { keptOf, lockOwnCase } from "./find-case.js";
import { dataKeyOf, openIdentity } from "./identity-seal.js";

@InputType({ description: "Whose identity is shown, and what for." })
export class ShowIdentityInput {
  @Field(() => ID, { description: "Which case." })
  caseId!: string;

  @Field(() => LookPurpose, { description: "What for." })
  purpose!: LookPurpose;

  @Field(() => String, {
    nullable: true,
    description:
      "What for, in words that name nobody; asked for where the purpose is OTHER.",
  })
  note?: string | null;
}

export const ShowIdentityPayload = createUnionType({
  name: "ShowIdentityPayload",
  description: "Outcome of asking to see who the person of a case is.",
  types: () => [ShownIdentity, TooManyLooks, InvalidInput] as const,
});

export async function showIdentity(
  work: Work,
  input: ShowIdentityInput,
): Promise<typeof ShowIdentityPayload> {
  const means = { action: "VIEW", change: "IdentityShown" } as const;
  const found = await lockOwnCase(work, input.caseId, means);
  if (!(found instanceof Case)) return found;
  const { key, sealed } = await keptOf(work, found);
  const dataKey = key && dataKeyOf(work.keys.vault, key);
  if (!dataKey || !sealed)
    return unknownNoun(work.say, "caseId", {
      pl: "W tej sprawie nie ma danych osoby.",
      en: "Nothing is kept of who the person of this case is.",
    });
  const identity = openIdentity(dataKey, sealed);
  const { purpose } = input;
  const note = input.note?.trim() || null;
  const check = new InputCheck(work.say).that(
    purpose !== "OTHER" || note !== null,
    "note",
    {
      pl: "Napisz w kilku słowach, po co patrzysz na te dane.",
      en: "Say in a few words what you look at this for.",
    },
  );
  const { problem } = checkWords(check, "note", note ?? "", identity);
  if (problem) return problem;
  const counted = await countLook(work);
  if (counted !== "COUNTED") return counted;
  const until = await recordLook(work, found.id, {
    ...{ purpose, note, isPreview: false },
  });
  work.touch({
    ...means,
    noun: "Case",
    subjectId: found.id,
    fields: fieldsOf(identity),
    purpose,
  });
  return Object.assign(new ShownIdentity(), {
    identity,
    at: work.now,
    until,
  });
}

/** @returns until when it lasts */
export async function recordLook(
  work: Work,
  caseId: string,
  {
    purpose,
    note,
    isPreview,
  }: Pick<CaseLook, "purpose" | "note" | "isPreview">,
): Promise<Date> {
  const until = new Date(work.now.getTime() + LOOK_MS);
  await work.manager.getRepository(CaseLook).insert({
    centreId: work.centreId,
    id: randomUUID(),
    caseId,
    accountId: signedIn(work).accountId,
    purpose,
    note,
    isPreview,
    at: work.now,
    until,
  });
  return until;
}
