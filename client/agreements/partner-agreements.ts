// What stands between the centre and one partner: its agreements, and until when each of its services can be referred to.
import { usePageQuery } from "../app/errors/use-page-query.js";
import { graphql } from "../graphql/generated/gql.js";
import type { AgreementsOfPartnerQuery as Read } from "../graphql/generated/graphql.js";

const AgreementsOfPartnerQuery = graphql(`
  query AgreementsOfPartner($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        isHub
        services {
          id
          referralObstacle
          referralObstacleText
          referableTo
        }
        agreements {
          id
          number
          kind
          status
          title
          validFrom
          validTo
          endsInDays
          dataRole
          allowsReferrals
          responseTimes {
            priority
            amount
            unit
          }
          leavings {
            leftOn
            lastDay
            hasLeft
            partner {
              id
            }
          }
          parties {
            id
          }
          openReferrals {
            referrals
            unplanned
            owedBy
          }
        }
      }
    }
  }
`);

export type PartnerAgreements = Extract<
  NonNullable<Read["node"]>,
  { __typename: "Partner" }
>;

export type PartnerAgreement = PartnerAgreements["agreements"][number];

/** Null for the hub, which makes no agreement with itself. */
export function usePartnerAgreements(
  partnerId: string,
): PartnerAgreements | null {
  const { data } = usePageQuery(
    AgreementsOfPartnerQuery,
    { partnerId },
    { from: "network", of: ["AGREEMENT", "REFERRAL"] },
  );
  return data.node?.__typename === "Partner" && !data.node.isHub
    ? data.node
    : null;
}
