// What the representative of residents is asked about: coming meetings with their agenda, needs of networks, standards that are consulted.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { slugOf } from "../app/slug.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import styles from "./RoleStartPage.module.css";

const HearingQuery = graphql(`
  query Hearing($centreId: ID!) {
    centre(id: $centreId) {
      id
      networks {
        id
        name
        needs {
          id
        }
        meetings {
          id
          title
          startsAt
          status
          agenda
        }
      }
      standards {
        id
        name
        status
      }
    }
  }
`);

const MOST_MEETINGS = 5;

export function HearingCard() {
  const { t } = useTranslation("start");
  const { centre } = useViewer();
  const now = useNow();
  const { moment } = useDates(now);
  const { data } = usePageQuery(
    HearingQuery,
    { centreId: centre.id },
    { from: "network", of: ["NETWORK", "NEED", "MEETING", "STANDARD"] },
  );
  const networks = data.centre?.networks ?? [];
  const coming = networks
    .flatMap(({ name, meetings }) =>
      meetings.map((meeting) => ({ ...meeting, network: name })),
    )
    .filter(
      ({ status, startsAt }) =>
        status === "PLANNED" && new Date(startsAt) >= now,
    )
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .slice(0, MOST_MEETINGS);
  const consulted = (data.centre?.standards ?? []).filter(
    ({ status }) => status === "CONSULTED",
  );
  const withNeeds = networks.filter(({ needs }) => needs.length > 0);
  const pathOf = (name: string, place: string) =>
    `/siec/${slugOf(name)}/kroki#${place}`;
  return (
    <section className={styles.card}>
      <h2>{t("hearing.title")}</h2>
      <h3>{t("hearing.meetings")}</h3>
      {coming.length === 0 && <p>{t("hearing.noMeetings")}</p>}
      <ul className={styles.sights}>
        {coming.map(({ id, title, startsAt, agenda, network }) => (
          <li key={id}>
            <Link to={pathOf(network, "spotkania")}>{title}</Link>
            {`, ${moment(new Date(startsAt))}`}
            {agenda.length > 0 && (
              <ul className={styles.sights}>
                {agenda.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <h3>{t("hearing.needs")}</h3>
      {withNeeds.length === 0 && <p>{t("hearing.noNeeds")}</p>}
      <ul className={styles.sights}>
        {withNeeds.map(({ id, name, needs }) => (
          <li key={id}>
            <Link to={pathOf(name, "potrzeby")}>{name}</Link>
            {`: ${t("hearing.count", { count: needs.length })}`}
          </li>
        ))}
      </ul>
      <h3>{t("hearing.standards")}</h3>
      {consulted.length === 0 && <p>{t("hearing.noStandards")}</p>}
      <ul className={styles.sights}>
        {consulted.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/standardy/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
