// The pages of one network, side by side: seen, and agreed.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { slugOf } from "../app/slug.js";
import styles from "./NetworkTabs.module.css";

export const networkTabs = ["", "kto-co-robi", "kroki"] as const;

interface Props {
  name: string;
  current: (typeof networkTabs)[number];
}

export function NetworkTabs({ name, current }: Props) {
  const { t } = useTranslation("partnership");
  return (
    <nav aria-label={t("tabs.title")} className={styles.tabs} data-print="no">
      <ul>
        {networkTabs.map((tab) => (
          <li key={tab}>
            <Link
              to={`/siec/${slugOf(name)}${tab && `/${tab}`}`}
              aria-current={tab === current ? "page" : undefined}
            >
              {t(`tabs.${tab || "siec"}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
