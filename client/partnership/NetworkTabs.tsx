// The pages of one network, side by side: seen, and agreed.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { slugOf } from "../app/slug.js";
import type { Role } from "../graphql/generated/graphql.js";
import styles from "./NetworkTabs.module.css";

export const networkTabs = ["", "kto-co-robi", "kroki", "zasady"] as const;

/** Of who works in the network; others see who is in it. */
const ofThoseInside: readonly string[] = ["kroki", "zasady"];
export const inside = [
  "PARTNER_VIEWER",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
  "OUS",
  "KIPUS",
  "OSL",
  "DIRECTOR",
  "RESIDENT_REP",
] as const satisfies readonly Role[];

interface Props {
  name: string;
  current: (typeof networkTabs)[number];
}

export function NetworkTabs({ name, current }: Props) {
  const { t } = useTranslation("partnership");
  const viewer = useViewer();
  const shown = networkTabs.filter(
    (tab) => !ofThoseInside.includes(tab) || holdsAny(viewer, inside),
  );
  return (
    <nav aria-label={t("tabs.title")} className={styles.tabs} data-print="no">
      <ul>
        {shown.map((tab) => (
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
