// What the pages of a network do about joining and leaving: the procedure, and who goes.
import { graphql } from "../graphql/generated/gql.js";

export const AnnounceLeaving = graphql(`
  mutation AnnounceLeaving($input: AnnounceLeavingInput!) {
    announceLeaving(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const TakeBackLeaving = graphql(`
  mutation TakeBackLeaving($input: TakeBackLeavingInput!) {
    takeBackLeaving(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const CompleteLeaving = graphql(`
  mutation CompleteLeaving($input: CompleteLeavingInput!) {
    completeLeaving(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const WriteProcedure = graphql(`
  mutation WriteProcedure($input: WriteProcedureInput!) {
    writeProcedure(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
