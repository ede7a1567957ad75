// What the path of a network does to hear people: remarks on needs, and minutes of meetings.
import { graphql } from "../graphql/generated/gql.js";

export const CommentNeed = graphql(`
  mutation CommentNeed($input: CommentNeedInput!) {
    commentNeed(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const WriteMinutes = graphql(`
  mutation WriteMinutes($input: WriteMinutesInput!) {
    writeMinutes(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ApproveMinutes = graphql(`
  mutation ApproveMinutes($input: ApproveMinutesInput!) {
    approveMinutes(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
