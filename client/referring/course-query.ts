// One sent referral with all that its course tells.
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";
import type { CourseQuery } from "../graphql/generated/graphql.js";

export const Course = graphql(`
  query Course($centreId: ID!, $number: String!) {
    centre(id: $centreId) {
      id
      referrals(filter: { number: $number }, first: 1) {
        nodes {
          ...LiveReferral @unmask
          suggestions {
            ...SuggestionOnCourse @unmask
          }
          case {
            id
            identityErasedAt
          }
          service {
            ...ReferableService @unmask
          }
          partner {
            id
            address
          }
        }
      }
    }
  }
`);

export type SentCourse = NonNullable<
  CourseQuery["centre"]
>["referrals"]["nodes"][number];

/** null: there is none of that number, or it is not the viewer's to see. */
export function useCourse(number: string): SentCourse | null {
  const { centre } = useViewer();
  const { data } = usePageQuery(Course, { centreId: centre.id, number });
  return data.centre?.referrals.nodes[0] ?? null;
}
