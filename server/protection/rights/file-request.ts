// The officer writes a resident's request down; its month begins with the day on which it came.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, InputType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../../events/index.js";
import { authorize, signedIn } from "../../identity/index.js";
import { addMonths, localDate } from "../../platform/calendar.js";
import {
  holdsPersonsNumber,
  noPersonsNumber,
} from "../../platform/free-text.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { Day } from "../../platform/graphql/scalars.js";
import { protectionPolicy } from "../protection.policy.js";
import { namesSomebody } from "./desk-names.js";
import { nameOfActor, nextNumber, noName } from "./desk-words.js";
import { RequestKind, ResidentRequest } from "./resident-request.js";

@InputType({ description: "What a resident asks for." })
export class FileResidentRequestInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => String, {
    nullable: true,
    description: "Of her case; null: she has none, or none that is known.",
  })
  pseudonym?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Number of the office's own file, at most 60 characters; only where there is no case.",
  })
  fileReference?: string | null;

  @Field(() => RequestKind, { description: "What she asks for." })
  kind!: RequestKind;

  @Field(() => Day, { description: "When it came, not after today." })
  receivedOn!: string;
}

export const FileResidentRequestPayload = createUnionType({
  name: "FileResidentRequestPayload",
  description: "Outcome of writing a request down.",
  types: () => [ResidentRequest, RequestKeyReused, InvalidInput] as const,
});

const LONGEST_FILE = 60;

export async function fileResidentRequest(
  work: Work,
  input: FileResidentRequestInput,
): Promise<typeof FileResidentRequestPayload> {
  const { centreId, say } = work;
  const touch = {
    action: "CREATE",
    noun: "Case",
    fields: [input.kind],
    change: "ResidentRequestFiled",
  } as const;
  work.means({ ...touch, subjectId: null });
  authorize(work, protectionPolicy.answer, { centreId });
  const pseudonym = input.pseudonym?.trim().toUpperCase() || null;
  const [known] = pseudonym
    ? await work.rows<{ case_id: string }>(
        `select case_id from cases_on_record(null, $1)`,
        [pseudonym],
      )
    : [];
  const today = localDate(work.now);
  const fileReference = input.fileReference?.trim() || null;
  const { problem } = new InputCheck(say)
    .key(input.requestKey)
    .that(!pseudonym || known !== undefined, "pseudonym", {
      pl: "Nie ma takiej sprawy. Sprawdź pseudonim.",
      en: "There is no such case. Check the pseudonym.",
    })
    .that(!fileReference || !pseudonym, "fileReference", {
      pl: "Podaj pseudonim sprawy albo numer akt, nie jedno i drugie.",
      en: "Give the pseudonym of the case or the number of the file, not both.",
    })
    .that((fileReference ?? "").length <= LONGEST_FILE, "fileReference", {
      pl: `Numer akt ma najwyżej tyle znaków: ${String(LONGEST_FILE)}.`,
      en: `The number of a file has at most ${String(LONGEST_FILE)} characters.`,
    })
    .that(
      !holdsPersonsNumber(fileReference ?? ""),
      "fileReference",
      noPersonsNumber,
    )
    .that(!namesSomebody(fileReference ?? ""), "fileReference", noName)
    .that(
      input.receivedOn <= today && input.receivedOn >= addMonths(today, -12),
      "receivedOn",
      {
        pl: "Podaj dzień, w którym żądanie przyszło: nie później niż dziś.",
        en: "Give the day on which it came: not after today.",
      },
    );
  if (problem) return problem;
  const requests = work.manager.getRepository(ResidentRequest);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "fileResidentRequest",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return requests.findOneByOrFail({ centreId, id: taken.repeats });
  const filed = Object.assign(new ResidentRequest(), {
    centreId,
    number: await nextNumber(work, ResidentRequest),
    id,
    caseId: known?.case_id ?? null,
    pseudonym,
    fileReference,
    kind: input.kind,
    receivedOn: input.receivedOn,
    dueOn: addMonths(input.receivedOn, 1),
    extendedBy: 0,
    extensionReason: null,
    state: "OPEN",
    answer: null,
    answeredAt: null,
    liftedAt: null,
    version: 1,
    filedAt: work.now,
    filedByAccountId: signedIn(work).accountId,
    filedByName: await nameOfActor(work),
  } satisfies ResidentRequest);
  await requests.insert(filed);
  work.touch({ ...touch, subjectId: filed.caseId });
  return filed;
}
