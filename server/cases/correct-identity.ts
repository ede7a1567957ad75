// Who the person of a case is gets written, or put right by whoever looks at it.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";
import { MoreThan } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { Case } from "./case.js";
import {
  type CaseIdentity,
  CaseIdentityInput,
  fieldsOf,
  identityOf,
} from "./case-identity.js";
import { CaseLook } from "./case-look.js";
import {
  CaseMoved,
  caseMoved,
  LookEnded,
  lookEnded,
  PersonKnown,
  personKnown,
  TooManyLookups,
} from "./case-problems.js";
import { checkIdentity, checkWords, travelling } from "./check-identity.js";
import { type Kept, keptOf, lockOwnCase, recordCase } from "./find-case.js";
import { dataKeyOf, openIdentity } from "./identity-seal.js";
import { countLookup, isSamePerson, lookForPerson } from "./look-for-person.js";
import { keptToken } from "./person-index.js";
import {
  doubtWords,
  MEANT,
  SensitiveWords,
} from "./wording/sensitive-words.js";
import { writeIdentity } from "./write-identity.js";

@InputType({ description: "Who the person of a case is from now on." })
export class CorrectIdentityInput {
  @Field(() => ID, { description: "Which case." })
  caseId!: string;

  @Field(() => Int, {
    description: "The version of the identity that was seen; 0: none yet.",
  })
  ifVersion!: number;

  @Field(() => CaseIdentityInput, { description: "Who the person is." })
  identity!: CaseIdentityInput;

  @Field(() => String, {
    nullable: true,
    description:
      "Why it is saved though the person has a case: words that name nobody.",
  })
  although?: string | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const CorrectIdentityPayload = createUnionType({
  name: "CorrectIdentityPayload",
  description: "Outcome of writing who the person of a case is.",
  types: () =>
    [
      Case,
      CaseMoved,
      LookEnded,
      PersonKnown,
      TooManyLookups,
      SensitiveWords,
      InvalidInput,
    ] as const,
});

type Outcome = typeof CorrectIdentityPayload;

export async function correctIdentity(
  desk: Desk,
  input: CorrectIdentityInput,
): Promise<Outcome> {
  const identity = identityOf(input.identity);
  const ready = await transact(desk, async (work) => {
    const seen = await lookAt(work, input, identity);
    if (!("kept" in seen)) return seen;
    return seen.isSomebodyElse ? countLookup(work, identity) : "COUNTED";
  });
  if (ready !== "COUNTED") return ready;
  return transact(desk, (work) => write(work, input, identity));
}

const CORRECTS = { action: "UPDATE", change: "IdentityCorrected" } as const;

interface Seen {
  found: Case;
  kept: Kept;
  /** By surname, first name and birth. */
  isSomebodyElse: boolean;
}

async function lookAt(
  work: Work,
  input: CorrectIdentityInput,
  identity: CaseIdentity,
): Promise<Seen | CaseMoved | LookEnded | SensitiveWords | InvalidInput> {
  const found = await lockOwnCase(work, input.caseId, CORRECTS);
  if (!(found instanceof Case)) return found;
  const { problem } = checkWords(
    checkIdentity(work, identity, "identity"),
    "although",
    input.although?.trim() ?? "",
    identity,
  );
  if (problem) return problem;
  const kept = await keptOf(work, found);
  const { key, sealed } = kept;
  if (key?.destroyedAt)
    return unknownNoun(work.say, "caseId", {
      pl: "Dane tej osoby są usunięte na zawsze. Otwórz nową sprawę.",
      en: "Who the person is was erased for good. Open a new case.",
    });
  if (!found.isOpen || (sealed?.version ?? 0) !== input.ifVersion)
    return caseMoved(work.say, found);
  const ask = (was: CaseIdentity | null) =>
    doubtWords(work.say, input.sensitiveWordsMeant, travelling(identity, was));
  if (!key || !sealed)
    return ask(null) ?? { found, kept, isSomebodyElse: true };
  // nobody overwrites what she has not seen
  if (!(await hasLook(work, found))) return lookEnded(work.say);
  const { vault } = work.keys;
  const dataKey = dataKeyOf(vault, key);
  const was = dataKey && openIdentity(dataKey, sealed);
  const doubt = ask(was);
  if (doubt) return doubt;
  const tokenOf = (one: CaseIdentity | null) =>
    one && keptToken(vault, found.centreId, one);
  const isSomebodyElse = !isSamePerson(tokenOf(was), tokenOf(identity));
  return { found, kept, isSomebodyElse };
}

function hasLook(work: Work, { centreId, id: caseId }: Case) {
  const { accountId } = signedIn(work);
  return work.manager.getRepository(CaseLook).existsBy({
    ...{ centreId, caseId, accountId, isPreview: false },
    until: MoreThan(work.now),
  });
}

async function write(
  work: Work,
  input: CorrectIdentityInput,
  identity: CaseIdentity,
): Promise<Outcome> {
  const seen = await lookAt(work, input, identity);
  if (!("kept" in seen)) return seen;
  const { found, kept, isSomebodyElse } = seen;
  const known = isSomebodyElse
    ? await lookForPerson(work, identity, found.id)
    : null;
  if (known && !input.although?.trim()) return personKnown(work.say, known);
  await writeIdentity(work, found, identity, kept);
  recordCase(work, "IdentityCorrected", found);
  work.touch({
    ...CORRECTS,
    noun: "Case",
    subjectId: found.id,
    fields: fieldsOf(identity),
    change: known ? "IdentityCorrectedThoughKnown" : CORRECTS.change,
  });
  return found;
}
