// The catalogue to be read only: each service of the centre and whether it has a place.
import { startTransition } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { CapacityWords } from "../design/CapacityWords.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import styles from "./ServiceGlance.module.css";

const ServiceGlanceQuery = graphql(`
  query ServiceGlance($centreId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      services(filter: { order: NAME }, first: 20, after: $after) {
        totalCount
        nodes {
          id
          name
          availability
          suspendedUntil
          capacity {
            unit
            total
            occupied
            reserved
            available
            waiting
            owedToQueue
            confirmedAt
          }
          partner {
            id
            shortName
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function ServiceGlance() {
  const { t } = useTranslation("start");
  const now = useNow();
  const { data, fetchMore } = usePageQuery(
    ServiceGlanceQuery,
    { centreId: useViewer().centre.id },
    { from: "network" },
  );
  const page = data.centre?.services;
  if (!page || page.totalCount === 0) return null;
  const { hasNextPage, endCursor } = page.pageInfo;

  function readOn() {
    startTransition(() => {
      void fetchMore({
        variables: { after: endCursor },
        updateQuery(known, { fetchMoreResult: { centre: more } }) {
          if (!known.centre || !more) return known;
          const { services } = known.centre;
          if (services.pageInfo.endCursor !== endCursor) return known;
          const nodes = [...services.nodes, ...more.services.nodes];
          return {
            centre: { ...known.centre, services: { ...more.services, nodes } },
          };
        },
      });
    });
  }

  return (
    <section className={styles.card}>
      <h2>{t("catalogue")}</h2>
      <ul className={styles.services}>
        {page.nodes.map(({ id, name, partner, capacity, ...service }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong>
              <span className={styles.by}>{partner.shortName}</span>
            </span>
            <CapacityWords {...service} numbers={capacity} now={now} />
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onClick={readOn}>{t("readOn")}</Button>}
    </section>
  );
}
