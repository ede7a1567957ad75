// The organiser drafts a standard, or the next edition of one in force, and rewrites it until it is approved.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { ServiceArea } from "../offer/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { QualityStandard } from "./quality-standard.js";
import {
  lockStandard,
  StandardMoved,
  unknownStandard,
  writeStandard,
} from "./standard-problems.js";
import { standardPolicy } from "./standards.policy.js";
import { findStandard } from "./standards.reads.js";

const MOST_CRITERIA = 30;

@InputType({ description: "One criterion of a standard." })
export class CriterionInput {
  @Field(() => String, { description: "What is to hold, 3 to 500." })
  text!: string;

  @Field(() => String, { description: "By what it is measured, 1 to 200." })
  measure!: string;

  @Field(() => String, { description: "The least, 1 to 100 characters." })
  minimum!: string;

  @Field(() => String, { description: "The most, 1 to 100 characters." })
  maximum!: string;
}

@InputType({ description: "What a standard says, as a whole." })
export class StandardWordsInput {
  @Field(() => String, { description: "Name, 3 to 200 characters." })
  name!: string;

  @Field(() => [ServiceArea], { description: "At least one area." })
  areas!: ServiceArea[];

  @Field(() => [CriterionInput], { description: "From 1 to 30 criteria." })
  criteria!: CriterionInput[];
}

@InputType({ description: "A new standard, as a draft." })
export class DraftStandardInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => StandardWordsInput, { description: "What it says." })
  words!: StandardWordsInput;

  @Field(() => ID, {
    nullable: true,
    description: "The standard in force whose next edition it is.",
  })
  previousId?: string | null;
}

@InputType({ description: "What a draft says from now on." })
export class ChangeStandardInput {
  @Field(() => ID, { description: "Which standard." })
  standardId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => StandardWordsInput, { description: "What it says." })
  words!: StandardWordsInput;
}

export const DraftStandardPayload = createUnionType({
  name: "DraftStandardPayload",
  description: "Outcome of drafting a standard.",
  types: () => [QualityStandard, RequestKeyReused, InvalidInput] as const,
});

/** Of every later step. */
export const StandardPayload = createUnionType({
  name: "StandardPayload",
  description: "Outcome of a step of a standard.",
  types: () => [QualityStandard, StandardMoved, InvalidInput] as const,
});

export async function draftStandard(
  work: Work,
  input: DraftStandardInput,
): Promise<typeof DraftStandardPayload> {
  const { centreId, manager, now } = work;
  authorize(work, standardPolicy.write, { centreId });
  const problem = faults(work, input.words).key(input.requestKey).problem;
  if (problem) return problem;
  const previous = input.previousId
    ? await findStandard(
        work,
        fromGlobalId("QualityStandard", input.previousId),
      )
    : null;
  if (input.previousId && !previous?.isApprovedOn(localDate(now)))
    return unknownStandard(work, "previousId");
  const standard = Object.assign(new QualityStandard(), {
    centreId,
    id: randomUUID(),
    ...cleaned(input.words),
    recordedStatus: "DRAFT",
    consultedFrom: null,
    consultedTo: null,
    approvedOn: null,
    approvedByName: null,
    inForceFrom: null,
    retiredOn: null,
    edition: (previous?.edition ?? 0) + 1,
    previousId: previous?.id ?? null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<QualityStandard>);
  const standards = manager.getRepository(QualityStandard);
  const taken = await takeRequestKey(
    work,
    "draftStandard",
    input.requestKey,
    input,
    standard.id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return standards.findOneByOrFail({ centreId, id: taken.repeats });
  if (
    previous &&
    (await standards.existsBy({ centreId, previousId: previous.id }))
  )
    return unknownNoun(work.say, "previousId", {
      pl: "Następne wydanie tego standardu już jest. Otwórz je na liście.",
      en: "The next edition of this standard is there already. Open it from the list.",
    });
  return writeStandard(work, standard, "StandardDrafted");
}

/** What was consulted becomes a draft again: other words have to be put before people anew. */
export async function changeStandard(
  work: Work,
  { standardId, ifVersion, words }: ChangeStandardInput,
): Promise<typeof StandardPayload> {
  const standard = await lockStandard(
    work,
    standardId,
    ifVersion,
    standardPolicy.write,
  );
  if (!(standard instanceof QualityStandard)) return standard;
  if (!["DRAFT", "CONSULTED"].includes(standard.recordedStatus))
    return unknownNoun(work.say, "words", {
      pl: "Ten standard jest zatwierdzony. Przygotuj jego następne wydanie.",
      en: "This standard is approved. Draft its next edition.",
    });
  const problem = faults(work, words).problem;
  if (problem) return problem;
  Object.assign(standard, cleaned(words));
  standard.recordedStatus = "DRAFT";
  standard.consultedFrom = null;
  standard.consultedTo = null;
  standard.version += 1;
  return writeStandard(work, standard, "StandardChanged");
}

function cleaned({ name, areas, criteria }: StandardWordsInput) {
  return {
    name: name.trim(),
    areas: [...new Set(areas)],
    criteria: criteria.map(({ text, measure, minimum, maximum }) => ({
      text: text.trim(),
      measure: measure.trim(),
      minimum: minimum.trim(),
      maximum: maximum.trim(),
    })),
  };
}

function faults(work: Work, words: StandardWordsInput): InputCheck {
  const { name, areas, criteria } = cleaned(words);
  const check = new InputCheck(work.say)
    .that(name.length >= 3 && name.length <= 200, "words.name", {
      pl: "Nazwa ma mieć od 3 do 200 znaków.",
      en: "A name has from 3 to 200 characters.",
    })
    .that(areas.length > 0, "words.areas", {
      pl: "Wybierz co najmniej jeden obszar.",
      en: "Choose at least one area.",
    })
    .that(
      criteria.length >= 1 && criteria.length <= MOST_CRITERIA,
      "words.criteria",
      {
        pl: "Standard ma od 1 do 30 kryteriów.",
        en: "A standard has from 1 to 30 criteria.",
      },
    );
  for (const [n, criterion] of criteria.slice(0, MOST_CRITERIA).entries())
    for (const [part, most] of [
      ["text", 500],
      ["measure", 200],
      ["minimum", 100],
      ["maximum", 100],
    ] as const) {
      const { length } = criterion[part];
      check.that(
        length >= 1 && length <= most,
        `words.criteria.${String(n)}.${part}`,
        {
          pl: `Kryterium ${String(n + 1)}: wpisz treść, miernik, minimum i maksimum, każde do ${String(most)} znaków.`,
          en: `Criterion ${String(n + 1)}: write text, measure, minimum and maximum, each up to ${String(most)} characters.`,
        },
      );
      check.that(
        !holdsPesel(criterion[part]),
        `words.criteria.${String(n)}.${part}`,
        noPesel,
      );
    }
  return check.that(!holdsPesel(name), "words.name", noPesel);
}
