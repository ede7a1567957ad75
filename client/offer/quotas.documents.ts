// What the page of places in several centres reads and sets.
import { graphql } from "../graphql/generated/gql.js";
import type { QuotasQuery as Read } from "../graphql/generated/graphql.js";

graphql(`
  fragment QuotaParts on Quota {
    serviceId
    serviceName
    viewerCanSet
    membership {
      id
      centreName
    }
    capacity {
      ...Numbers @unmask
    }
  }
`);

export const QuotasQuery = graphql(`
  query Quotas {
    viewer {
      membershipId
      quotas {
        ...QuotaParts @unmask
      }
    }
  }
`);

export const SetQuota = graphql(`
  mutation SetQuota($input: SetQuotaInput!) {
    setQuota(input: $input) {
      __typename
      ... on Quota {
        ...QuotaParts @unmask
      }
      ... on QuotaMoved {
        quota {
          ...QuotaParts @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

export type Quota = NonNullable<Read["viewer"]>["quotas"][number];
