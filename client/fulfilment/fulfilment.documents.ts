// What the page of an agreement's settlement asks and does.
import { graphql } from "../graphql/generated/gql.js";
import type {
  OrderAccountsQuery as Accounts,
  SettlementQuery as Asked,
  ShortfallOnPageFragment,
} from "../graphql/generated/graphql.js";

export const SettlementQuery = graphql(`
  query Settlement($agreementId: ID!) {
    node(id: $agreementId) {
      __typename
      ... on Agreement {
        id
        number
        title
        validFrom
        validTo
        endedOn
        viewerCanPlaceOrder
        parties {
          id
          name
          isHub
        }
        terms {
          services {
            service {
              id
            }
          }
        }
        orders {
          id
          per
          version
          partner {
            id
            name
          }
          lines {
            serviceName
            unit
            quantity
            unitPriceGrosze
            service {
              id
            }
          }
        }
      }
    }
  }
`);

graphql(`
  fragment AccountsOnPage on Accounts {
    orderedGrosze
    costGrosze
    lines {
      serviceName
      unit
      ordered
      delivered
      source
      missed
      unitPriceGrosze
      costGrosze
      noShows
      declined
      unanswered
    }
    answers {
      priority
      promise
      inTime
      medianMinutes
      worstMinutes
      answers
    }
  }
`);

graphql(`
  fragment ShortfallOnPage on Shortfall {
    id
    version
    serviceName
    kind
    reason
    owner
    dueOn
    state
    daysOverdue
    answer
    result
    missing
    viewerCanAnswerShortfall
    viewerCanCloseShortfall
    viewerCanReopenShortfall
  }
`);

export const OpenShortfallsQuery = graphql(`
  query OpenShortfalls($centreId: ID!) {
    centre(id: $centreId) {
      id
      openShortfalls {
        id
        ...ShortfallOnPage @unmask
        order {
          id
          partner {
            id
            name
          }
          agreement {
            id
            number
          }
        }
      }
    }
  }
`);

export const OrderAccountsQuery = graphql(`
  query OrderAccounts($orderId: ID!, $on: Date!) {
    node(id: $orderId) {
      __typename
      ... on AgreementOrder {
        id
        viewerCanReportDelivery
        viewerCanDraftSettlement
        viewerCanRaiseShortfall
        fulfilment(on: $on) {
          from
          to
          isOver
          reportVersion
          accounts {
            ...AccountsOnPage @unmask
          }
          quality {
            serviceName
            standardName
            checks
            checkedOn
            result
            actionDueOn
          }
        }
        sheets {
          id
          from
          to
          revision
          status
          draftedAt
          hubConfirmedAt
          partnerConfirmedAt
          objectedBy
          objection
          viewerCanConfirmSettlement
          accounts {
            ...AccountsOnPage @unmask
          }
        }
        shortfalls {
          ...ShortfallOnPage @unmask
        }
      }
    }
  }
`);

export const ServicesToOrderQuery = graphql(`
  query ServicesToOrder($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        services {
          id
          name
          capacity {
            unit
          }
        }
      }
    }
  }
`);

export const PlaceOrder = graphql(`
  mutation PlaceOrder($input: PlaceOrderInput!) {
    outcome: placeOrder(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ReportDelivery = graphql(`
  mutation ReportDelivery($input: ReportDeliveryInput!) {
    outcome: reportDelivery(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const DraftSettlement = graphql(`
  mutation DraftSettlement($input: DraftSettlementInput!) {
    outcome: draftSettlement(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const ConfirmSettlement = graphql(`
  mutation ConfirmSettlement($input: ConfirmSettlementInput!) {
    outcome: confirmSettlement(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const ObjectToSettlement = graphql(`
  mutation ObjectToSettlement($input: ObjectToSettlementInput!) {
    outcome: objectToSettlement(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const RaiseShortfall = graphql(`
  mutation RaiseShortfall($input: RaiseShortfallInput!) {
    outcome: raiseShortfall(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const AnswerShortfall = graphql(`
  mutation AnswerShortfall($input: AnswerShortfallInput!) {
    outcome: answerShortfall(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const ReopenShortfall = graphql(`
  mutation ReopenShortfall($input: ReopenShortfallInput!) {
    outcome: reopenShortfall(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const CloseShortfall = graphql(`
  mutation CloseShortfall($input: CloseShortfallInput!) {
    outcome: closeShortfall(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export type SettledAgreement = Extract<
  NonNullable<Asked["node"]>,
  { __typename: "Agreement" }
>;
export type ShownOrder = SettledAgreement["orders"][number];
export type OrderAccounts = Extract<
  NonNullable<Accounts["node"]>,
  { __typename: "AgreementOrder" }
>;
export type ShownQuality = NonNullable<
  OrderAccounts["fulfilment"]["quality"]
>[number];
export type ShownSheet = OrderAccounts["sheets"][number];
export type ShownShortfall = ShortfallOnPageFragment;
export type ShownAccounts = ShownSheet["accounts"];
