// What the pages of standards of quality ask and do.
import { graphql } from "../graphql/generated/gql.js";

export const StandardsQuery = graphql(`
  query Standards($centreId: ID!) {
    centre(id: $centreId) {
      id
      standards {
        id
        name
        areas
        status
        edition
        consultedTo
        inForceFrom
      }
    }
  }
`);

graphql(`
  fragment ActionOfCheck on StandardCheck {
    id
    version
    action
    actionOwner
    actionDueOn
    actionDoneOn
    actionState
    actionAnswer
    actionAnsweredOn
    actionMissing
    viewerCanAnswerAction
    viewerCanJudgeAction
    service {
      id
      name
      partner {
        id
        shortName
      }
    }
  }
`);

export const OpenActionsQuery = graphql(`
  query OpenActions($centreId: ID!) {
    centre(id: $centreId) {
      id
      openActions {
        id
        ...ActionOfCheck @unmask
      }
    }
  }
`);

graphql(`
  fragment StandardOnPage on QualityStandard {
    id
    version
    name
    areas
    status
    edition
    consultedFrom
    consultedTo
    approvedOn
    approvedByName
    inForceFrom
    retiredOn
    viewerCanWrite
    viewerCanApprove
    viewerCanComment
    criteria {
      text
      measure
      minimum
      maximum
    }
    comments {
      id
      text
      at
      ofResidents
      partner {
        id
        shortName
      }
    }
    services {
      id
      name
      partner {
        id
        shortName
      }
    }
    checks {
      id
      version
      checkedOn
      result
      results
      evidence
      byName
      ...ActionOfCheck @unmask
    }
  }
`);

export const StandardQuery = graphql(`
  query Standard($id: ID!) {
    node(id: $id) {
      __typename
      ... on QualityStandard {
        ...StandardOnPage @unmask
      }
    }
  }
`);

export const ServicesToHoldQuery = graphql(`
  query ServicesToHold($centreId: ID!) {
    centre(id: $centreId) {
      id
      services(first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

export const DraftStandard = graphql(`
  mutation DraftStandard($input: DraftStandardInput!) {
    outcome: draftStandard(input: $input) {
      __typename
      ... on QualityStandard {
        id
      }
      ...Told @unmask
    }
  }
`);

export const ChangeStandard = graphql(`
  mutation ChangeStandard($input: ChangeStandardInput!) {
    outcome: changeStandard(input: $input) {
      __typename
      ... on QualityStandard {
        ...StandardOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const ConsultStandard = graphql(`
  mutation ConsultStandard($input: ConsultStandardInput!) {
    outcome: consultStandard(input: $input) {
      __typename
      ... on QualityStandard {
        ...StandardOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const ApproveStandard = graphql(`
  mutation ApproveStandard($input: ApproveStandardInput!) {
    outcome: approveStandard(input: $input) {
      __typename
      ... on QualityStandard {
        ...StandardOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const RetireStandard = graphql(`
  mutation RetireStandard($input: RetireStandardInput!) {
    outcome: retireStandard(input: $input) {
      __typename
      ... on QualityStandard {
        ...StandardOnPage @unmask
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const CommentStandard = graphql(`
  mutation CommentStandard($input: CommentStandardInput!) {
    outcome: commentStandard(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const SetServiceStandard = graphql(`
  mutation SetServiceStandard($input: SetServiceStandardInput!) {
    outcome: setServiceStandard(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const CheckService = graphql(`
  mutation CheckService($input: CheckServiceInput!) {
    outcome: checkService(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const FinishCorrectiveAction = graphql(`
  mutation FinishCorrectiveAction($input: FinishCorrectiveActionInput!) {
    outcome: finishCorrectiveAction(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const AnswerCorrectiveAction = graphql(`
  mutation AnswerCorrectiveAction($input: AnswerCorrectiveActionInput!) {
    outcome: answerCorrectiveAction(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ReopenCorrectiveAction = graphql(`
  mutation ReopenCorrectiveAction($input: ReopenCorrectiveActionInput!) {
    outcome: reopenCorrectiveAction(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
