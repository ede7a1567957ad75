// Where roles without a screen of their own begin: what they may see today, in plain words.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { ButtonLink } from "../design/Button.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import { AwaitsCard } from "./AwaitsCard.js";
import { HearingCard } from "./HearingCard.js";
import styles from "./RoleStartPage.module.css";
import { ServiceGlance } from "./ServiceGlance.js";
import { sights } from "./sights.js";

const RoleStartQuery = graphql(`
  query RoleStart($centreId: ID!) {
    centre(id: $centreId) {
      id
      networks {
        id
      }
      partners(first: 1, filter: { statuses: [ACTIVE, INVITED, SUSPENDED] }) {
        totalCount
      }
      serviceFacets {
        total
        referableNow
      }
    }
  }
`);

export function RoleStartPage() {
  const { t } = useTranslation("start");
  const viewer = useViewer();
  const { data } = usePageQuery(
    RoleStartQuery,
    { centreId: viewer.centre.id },
    { from: "network" },
  );
  const mine = sights.filter(({ roles }) => holdsAny(viewer, roles));
  const links = mine.filter(({ path }) => path !== undefined);
  return (
    <Page
      title={t("title", { name: viewer.name })}
      intro={t("intro", { centre: viewer.centre.name })}
    >
      {holdsAny(viewer, ["AUTHORITY", "OSL", "IOD"]) && (
        <div className={styles.awaits}>
          <AwaitsCard />
        </div>
      )}
      <Facts centre={data.centre} />
      {holdsAny(viewer, ["RESIDENT_REP"]) && <HearingCard />}
      <section className={styles.card}>
        <h2>{t("sees")}</h2>
        <ul className={styles.sights}>
          {mine.map(({ name }) => (
            <li key={name}>{t(`sight.${name}`)}</li>
          ))}
        </ul>
        <div className={styles.links}>
          {links.map(({ name, path }, place) => (
            <ButtonLink
              key={name}
              to={path ?? "/"}
              kind={place === 0 ? "primary" : "plain"}
            >
              {t(`open.${name}`)}
            </ButtonLink>
          ))}
        </div>
      </section>
      {mine.some(({ name }) => name === "catalogue") && <ServiceGlance />}
      <div className={styles.note}>
        <Note icon="lock">{t("residents")}</Note>
      </div>
      <p className={styles.muted}>{t("more")}</p>
    </Page>
  );
}

interface FactsProps {
  centre: {
    networks: readonly unknown[];
    partners: { totalCount: number };
    serviceFacets: { total: number; referableNow: number };
  } | null;
}

function Facts({ centre }: FactsProps) {
  const { t } = useTranslation("start");
  if (!centre) return null;
  const facts: readonly [name: string, count: number][] = [
    ["partners", centre.partners.totalCount],
    ["networks", centre.networks.length],
    ["services", centre.serviceFacets.total],
    ["referableNow", centre.serviceFacets.referableNow],
  ];
  // what a role may not see is empty, and an empty fact says nothing
  const told = facts.filter(([, count]) => count > 0);
  if (told.length === 0) return null;
  return (
    <ul className={styles.facts} aria-label={t("facts")}>
      {told.map(([name, count]) => (
        <li key={name}>
          <strong>{count}</strong> {t(`fact.${name}`, { count })}
        </li>
      ))}
    </ul>
  );
}
