// On a partner's page: which of its services hold which standard, and how the last check found them.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Card } from "../design/Card.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { graphql } from "../graphql/generated/gql.js";
import { resultTones } from "./standard-view.js";
import styles from "./Standards.module.css";

const PartnerStandardsQuery = graphql(`
  query PartnerStandards($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        services {
          id
          name
          standard {
            id
            name
          }
          lastCheck {
            id
            checkedOn
            result
          }
        }
      }
    }
  }
`);

export function PartnerStandards({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("standards");
  const day = useDay();
  const viewer = useViewer();
  // whose checks are not told, of those nothing is said
  const readsChecks =
    holdsAny(viewer, ["OUS", "DIRECTOR", "KIPUS", "OSL"]) ||
    viewer.partner.id === partnerId;
  const { data } = useQuery(PartnerStandardsQuery, {
    variables: { partnerId },
    fetchPolicy: "cache-and-network",
  });
  const services =
    data?.node?.__typename === "Partner" ? data.node.services : [];
  const held = services.filter(({ standard }) => standard);
  if (held.length === 0) return null;
  return (
    <Card title={t("card.title")}>
      <ul className={styles.list}>
        {held.map(({ id, name, standard, lastCheck }) => (
          <li key={id} className={styles.item}>
            <span className={styles.grow}>
              {name}
              {standard && (
                <Link to={`/standardy/${standard.id}`}>{standard.name}</Link>
              )}
              {readsChecks && (
                <span className={styles.muted}>
                  {lastCheck
                    ? t("card.last", { day: day(lastCheck.checkedOn) })
                    : t("card.never")}
                </span>
              )}
            </span>
            {lastCheck && (
              <Tag tone={resultTones[lastCheck.result]}>
                {t(`result.${lastCheck.result}`)}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
