// How the services are spread over the fourteen areas; each area leads to its services.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { areas } from "../design/areas.js";
import styles from "./AreaBars.module.css";
import card from "./Card.module.css";
import type { Overview } from "./OverviewNumbers.js";
import { useWanted } from "./use-wanted.js";

export function AreaBars({ overview }: { overview: Overview }) {
  const { t } = useTranslation(["board", "design"]);
  const { wanted, hrefWith } = useWanted();
  const most = Math.max(1, ...overview.areas.map(({ services }) => services));
  const counts = new Map(overview.areas.map((count) => [count.area, count]));
  return (
    <section className={card.card}>
      <h2>
        {t("areas.title", {
          covered: overview.areasCovered,
          all: areas.length,
        })}
      </h2>
      <ul className={styles.areas}>
        {areas.map((area) => {
          const { services = 0, withFreePlace = 0 } = counts.get(area) ?? {};
          const isChosen = wanted.area === area;
          return (
            <li key={area}>
              <Link
                to={hrefWith("obszar", isChosen ? "" : area)}
                replace
                preventScrollReset
                aria-current={isChosen || undefined}
              >
                {t(`design:area.${area}`)}
              </Link>
              <span className={styles.count}>
                {t("areas.count", { count: services, free: withFreePlace })}
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${(100 * services) / most}%` }}>
                  <span
                    style={{
                      width: `${(100 * withFreePlace) / Math.max(1, services)}%`,
                    }}
                  />
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <p className={card.muted}>{t("areas.note")}</p>
    </section>
  );
}
