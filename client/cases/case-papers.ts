// Which papers leave of a case, and what the screen asks and shows of them.
import { graphql } from "../graphql/generated/gql.js";
import type {
  CasePaperKind,
  LookPurpose,
  PrintCaseMutation,
} from "../graphql/generated/graphql.js";

export const PrintCase = graphql(`
  mutation PrintCase($input: PrintCaseInput!) {
    outcome: printCase(input: $input) {
      __typename
      ... on CasePaper {
        heading
        at
        until
        opening {
          ...Block @unmask
        }
        sections {
          title
          blocks {
            ...Block @unmask
          }
        }
      }
      ...Told @unmask
    }
  }
  fragment Block on CasePaperBlock {
    text
    points
    head
    rows
  }
`);

export const ExportCase = graphql(`
  mutation ExportCase($input: ExportCaseInput!) {
    outcome: exportCase(input: $input) {
      __typename
      ... on CaseExport {
        csv
      }
      ...Told @unmask
    }
  }
`);

export type Paper = Extract<
  PrintCaseMutation["outcome"],
  { __typename: "CasePaper" }
>;
export type Block = Paper["opening"][number];

export const paperKinds = [
  "WHO_SAW",
  "SERVICE_CARD",
  "CASE_FILE",
] as const satisfies readonly CasePaperKind[];

/** Whoever needs another reason shows who the person is on the case's page. */
export const printPurposes = [
  "ON_REQUEST",
  "CONTACT",
  "ARRANGING",
] as const satisfies readonly LookPurpose[];
