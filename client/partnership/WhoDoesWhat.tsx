// The card "Kto co robi" of an organisation's page: what it promised to do in each network, and with whom.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { slugOf } from "../app/slug.js";
import { Card } from "../design/Card.js";
import { LeavingTag } from "./Leaving.js";
import { WhoDoesWhatQuery } from "./network.documents.js";
import styles from "./Partnership.module.css";

export function WhoDoesWhat({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("partnership");
  const { data } = usePageQuery(
    WhoDoesWhatQuery,
    { partnerId },
    { from: "network", of: ["NETWORK"] },
  );
  if (data.node?.__typename !== "Partner") return null;
  const { memberships, jointActions, shortName } = data.node;
  return (
    <Card title={t("matrix.title")}>
      {memberships.length === 0 && <p>{t("card.nowhere")}</p>}
      <ul>
        {memberships.map(
          ({ id, role, roleDescription, leavingOn, network }) => (
            <li key={id} className={styles.row}>
              <div className={styles.who}>
                {network && (
                  <Link to={`/siec/${slugOf(network.name)}/kto-co-robi`}>
                    {network.name}
                  </Link>
                )}
                <p>{roleDescription ?? t("members.noRole")}</p>
              </div>
              <span className={styles.muted}>{t(`role.${role}`)}</span>
              {leavingOn && <LeavingTag on={leavingOn} />}
            </li>
          ),
        )}
      </ul>
      {jointActions.length > 0 && (
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("matrix.action")}</th>
              <th scope="col">{shortName}</th>
              <th scope="col">{t("card.others")}</th>
            </tr>
          </thead>
          <tbody>
            {jointActions.map(({ id, title, parts }) => {
              const own = parts.find(({ partner }) => partner.id === partnerId);
              const others = parts.filter((one) => one !== own);
              return (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <td>
                    <span className={styles.label}>{shortName}: </span>
                    {own && t(`part.${own.part}`)}
                  </td>
                  <td>
                    {others
                      .map(
                        ({ part, partner }) =>
                          `${partner.shortName}: ${t(`part.${part}`)}`,
                      )
                      .join(", ") || "–"}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Card>
  );
}
