// "Rozliczenia": the way from a partner to the settlement of each of its agreements.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { graphql } from "../graphql/generated/gql.js";
import styles from "./Fulfilment.module.css";

const SettlementsQuery = graphql(`
  query Settlements($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        agreements {
          id
          number
          title
          allowsReferrals
          viewerCanPlaceOrder
          orders {
            id
          }
        }
      }
    }
  }
`);

export function SettlementsCard({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("fulfilment");
  const { data } = usePageQuery(
    SettlementsQuery,
    { partnerId },
    { from: "network", of: ["ACCOUNTS", "AGREEMENT"] },
  );
  const agreements =
    data.node?.__typename === "Partner" ? data.node.agreements : [];
  const settled = agreements.filter(
    ({ orders, viewerCanPlaceOrder, allowsReferrals }) =>
      orders.length > 0 || (viewerCanPlaceOrder && allowsReferrals),
  );
  if (settled.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t("card")}</h2>
      <ul>
        {settled.map(({ id, number, title }) => (
          <li key={id}>
            <Link to={`/umowy/${id}/rozliczenie`}>
              {t("cardLine", { number, title })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
