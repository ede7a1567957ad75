// A coordinator opens a case: a pseudonym by chance, and beside it, sealed, who the person is; one who has a case already is told of first.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, InputType } from "type-graphql";

import type { Desk, Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey, transact } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Case } from "./case.js";
import {
  type CaseIdentity,
  CaseIdentityInput,
  fieldsOf,
  identityOf,
} from "./case-identity.js";
import { PersonKnown, personKnown, TooManyLookups } from "./case-problems.js";
import { casePolicy } from "./cases.policy.js";
import { checkIdentity, checkWords, travelling } from "./check-identity.js";
import { recordCase } from "./find-case.js";
import { countLookup, lookForPerson } from "./look-for-person.js";
import { insertCase, isReference, newCase, noReference } from "./new-case.js";
import {
  doubtWords,
  MEANT,
  SensitiveWords,
} from "./wording/sensitive-words.js";
import { writeIdentity } from "./write-identity.js";

@InputType({ description: "A new case." })
export class OpenCaseInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => CaseIdentityInput, {
    nullable: true,
    description: "Who the person is; sealed. Left out: a pseudonym alone.",
  })
  identity?: CaseIdentityInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Its number in the office's own system, never a name.",
  })
  ownReference?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why it is opened though the person has a case: words that name nobody.",
  })
  although?: string | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const OpenCasePayload = createUnionType({
  name: "OpenCasePayload",
  description: "Outcome of opening a case.",
  types: () =>
    [
      Case,
      PersonKnown,
      TooManyLookups,
      SensitiveWords,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

type Outcome = typeof OpenCasePayload;

/** What was asked for, in the words that are kept. */
interface Asked {
  identity: CaseIdentity | null;
  ownReference: string | null;
  although: string | null;
}

export async function openCase(
  desk: Desk,
  input: OpenCaseInput,
): Promise<Outcome> {
  const asked: Asked = {
    identity: input.identity ? identityOf(input.identity) : null,
    ownReference: input.ownReference?.trim() || null,
    although: input.although?.trim() || null,
  };
  const ready = await transact(desk, async (work) => {
    signedIn(work);
    work.means({ ...OPENS, subjectId: null });
    authorize(work, casePolicy.open, { centreId: work.centreId });
    const problem =
      faults(work, input.requestKey, asked) ??
      doubtWords(
        work.say,
        input.sensitiveWordsMeant,
        travelling(asked.identity, null),
      );
    if (problem) return problem;
    return asked.identity ? countLookup(work, asked.identity) : "COUNTED";
  });
  if (ready !== "COUNTED") return ready;
  return transact(desk, (work) => open(work, input.requestKey, asked));
}

const OPENS = {
  action: "CREATE",
  noun: "Case",
  fields: [],
  change: "CaseOpened",
} as const;

async function open(
  work: Work,
  requestKey: string,
  asked: Asked,
): Promise<Outcome> {
  const { centreId } = work;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "openCase",
    requestKey,
    // a plain hash of a name could be tried out by who has the database
    {
      asked: work.keys.vault.index(JSON.stringify(asked)).index.toString("hex"),
    },
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const cases = work.manager.getRepository(Case);
  if (taken.repeats)
    return cases.findOneByOrFail({ centreId, id: taken.repeats });
  const { identity, ownReference, although } = asked;
  const known = identity && (await lookForPerson(work, identity, null));
  if (known && !although) return personKnown(work.say, known);
  const opened = newCase(work, {
    id,
    ownReference,
    openedAlthough: known ? although : null,
  });
  await insertCase(work, opened);
  if (identity)
    await writeIdentity(work, opened, identity, { key: null, sealed: null });
  recordCase(work, "CaseOpened", opened);
  work.touch({
    ...OPENS,
    subjectId: id,
    fields: [
      ...(identity ? fieldsOf(identity) : []),
      ...(ownReference ? ["ownReference"] : []),
    ],
    change: known ? "CaseOpenedThoughKnown" : "CaseOpened",
  });
  return opened;
}

function faults(
  work: Work,
  requestKey: string,
  { identity, ownReference, although }: Asked,
): InvalidInput | null {
  const check = identity
    ? checkIdentity(work, identity, "identity")
    : new InputCheck(work.say);
  check
    .key(requestKey)
    .that(
      ownReference === null || isReference(ownReference),
      "ownReference",
      noReference,
    );
  return checkWords(check, "although", although ?? "", identity).problem;
}
