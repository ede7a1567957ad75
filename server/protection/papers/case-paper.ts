// What leaves of a case on paper: which paper, in which language, and its text as the screen shows it (stories R2, K22, K24).
import {
  Field,
  ID,
  InputType,
  ObjectType,
  registerEnumType,
} from "type-graphql";

import { LookPurpose } from "../../cases/index.js";
import { Language } from "../../platform/graphql/words.js";
import type { Block, Paper } from "../../platform/paper/paper.js";

export const CasePaperKind = {
  WHO_SAW: "WHO_SAW",
  SERVICE_CARD: "SERVICE_CARD",
  CASE_FILE: "CASE_FILE",
} as const;
export type CasePaperKind = keyof typeof CasePaperKind;

registerEnumType(CasePaperKind, {
  name: "CasePaperKind",
  description: "Which paper of a case.",
  valuesConfig: {
    WHO_SAW: {
      description:
        "For the resident: what was sent to whom, and who saw it, when and why.",
    },
    SERVICE_CARD: {
      description: "For the resident: which services came of it.",
    },
    CASE_FILE: {
      description: "For the office's file: referrals and results, no name.",
    },
  },
});

@InputType({ description: "Which paper of which case." })
export class PrintCaseInput {
  @Field(() => ID, { description: "Which case, of the viewer's own." })
  caseId!: string;

  @Field(() => CasePaperKind, { description: "Which paper." })
  kind!: CasePaperKind;

  @Field(() => Language, {
    defaultValue: "pl",
    description: "In which language.",
  })
  language!: Language;

  @Field(() => LookPurpose, {
    nullable: true,
    description:
      "What who the person is is printed for; left out: it is not printed. Never on the paper for the file.",
  })
  identityFor?: LookPurpose | null;
}

@ObjectType({ description: "A part of a paper: one of its fields is there." })
export class CasePaperBlock {
  @Field(() => String, { nullable: true, description: "A sentence or more." })
  text!: string | null;

  @Field(() => [String], { nullable: true, description: "A list." })
  points!: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Names of the columns of a table.",
  })
  head!: readonly string[] | null;

  @Field(() => [[String]], {
    nullable: true,
    description: "Rows of a table; the first cell names each.",
  })
  rows!: readonly (readonly string[])[] | null;
}

@ObjectType({ description: "A part of a paper under a heading of its own." })
export class CasePaperSection {
  @Field(() => String, { description: "Its heading." })
  title!: string;

  @Field(() => [CasePaperBlock], { description: "What stands in it." })
  blocks!: CasePaperBlock[];
}

@ObjectType({ description: "A paper of a case, as it is printed." })
export class CasePaper {
  @Field(() => String, { description: "Its heading." })
  heading!: string;

  @Field(() => [CasePaperBlock], { description: "Under the heading." })
  opening!: CasePaperBlock[];

  @Field(() => [CasePaperSection], { description: "In their order." })
  sections!: CasePaperSection[];

  @Field(() => Date, { description: "When it was made." })
  at!: Date;

  @Field(() => Date, {
    nullable: true,
    description: "Until when it may be shown, where it says who somebody is.",
  })
  until!: Date | null;
}

export function shownPaper(
  paper: Paper,
  at: Date,
  until: Date | null,
): CasePaper {
  return Object.assign(new CasePaper(), {
    heading: paper.heading,
    opening: paper.opening.map(shownBlock),
    sections: paper.sections.map(({ title, blocks }) =>
      Object.assign(new CasePaperSection(), {
        title,
        blocks: blocks.map(shownBlock),
      }),
    ),
    at,
    until,
  } satisfies CasePaper);
}

function shownBlock(block: Block): CasePaperBlock {
  return Object.assign(new CasePaperBlock(), {
    text: block.is === "text" ? block.text : null,
    points: block.is === "list" ? block.points : null,
    head: block.is === "table" ? block.head : null,
    rows: block.is === "table" ? block.rows : null,
  } satisfies CasePaperBlock);
}
