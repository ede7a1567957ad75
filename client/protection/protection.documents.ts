// What the desk of data protection asks of the graph.
import { graphql } from "../graphql/generated/gql.js";
import type { DeskQuery as Read } from "../graphql/generated/graphql.js";

export const DeskQuery = graphql(`
  query Desk($centreId: ID!) {
    centre(id: $centreId) {
      id
      protectionRules {
        ...Rules @unmask
      }
      keepingTimes {
        ...Times @unmask
      }
      dueErasures {
        pseudonym
        closedOn
        dueOn
        kept
        keptFor
      }
      protectionRuns(onlyDone: true, first: 20) {
        nodes {
          ...Run @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  fragment Times on KeepingTimes {
    lastAt
    nextAt
    isRunning
  }
  fragment Rules on ProtectionRules {
    maskAfterDays
    eraseAfterMonths
    erasesByItself
    version
    changedAt
    changedBy
  }
  fragment Run on ProtectionRun {
    id
    rule
    at
    by
    done
    marks {
      subject
      before
      after
    }
  }
`);

export const RunsQuery = graphql(`
  query Runs($centreId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      protectionRuns(onlyDone: true, first: 20, after: $after) {
        nodes {
          ...Run @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const SetRules = graphql(`
  mutation SetProtectionRules($input: SetProtectionRulesInput!) {
    outcome: setProtectionRules(input: $input) {
      __typename
      ... on ProtectionRules {
        ...Rules @unmask
      }
      ...Told @unmask
    }
  }
`);

export const KeepNow = graphql(`
  mutation KeepToRulesNow($input: KeepToRulesNowInput!) {
    outcome: keepToRulesNow(input: $input) {
      __typename
      ... on KeepingTimes {
        ...Times @unmask
      }
      ...Told @unmask
    }
  }
`);

export const ConfirmErasures = graphql(`
  mutation ConfirmErasures($input: ConfirmErasuresInput!) {
    outcome: confirmErasures(input: $input) {
      __typename
      ... on CasesErased {
        pseudonyms
      }
      ...Told @unmask
    }
  }
`);

export const ExportProofs = graphql(`
  mutation ExportProofs($input: ExportProofsInput!) {
    outcome: exportProofs(input: $input) {
      __typename
      ... on ProofsExport {
        csv
        endCursor
      }
      ...Told @unmask
    }
  }
`);

type Desk = NonNullable<Read["centre"]>;
export type Rules = NonNullable<Desk["protectionRules"]>;
export type Times = NonNullable<Desk["keepingTimes"]>;
export type Due = Desk["dueErasures"][number];
export type Run = Desk["protectionRuns"]["nodes"][number];
export type RunPage = Desk["protectionRuns"];
