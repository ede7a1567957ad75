// The places of the client by the viewer's roles: at the side, or as tabs at the bottom of a phone.
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";

import { Icon } from "../../design/Icon.js";
import { Tag } from "../../design/Tag.js";
import { useWide } from "../../design/use-wide.js";
import { useViewer } from "../session/viewer.js";
import styles from "./Menu.module.css";
import { type MenuEntry, placesOf, tabsOf } from "./navigation.js";
import { useClosing } from "./use-closing.js";

export function Menu({ entries }: { entries: readonly MenuEntry[] }) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const isWide = useWide();
  const places = placesOf(viewer, entries);
  const { tabs, further } = tabsOf(places, isWide);
  return (
    <nav className={styles.menu} aria-label={t("navigation")} data-print="no">
      <ul>
        {tabs.map((entry) => (
          <li key={entry.path}>
            <Place entry={entry} />
          </li>
        ))}
        {further.length > 0 && (
          <li>
            <Further entries={further} />
          </li>
        )}
      </ul>
      <div className={styles.foot}>
        <p>{viewer.centre.shortName}</p>
        {viewer.centre.isTrial && <Tag tone="warn">{t("account.trial")}</Tag>}
      </div>
    </nav>
  );
}

/** What has no room among the tabs of a phone. */
function Further({ entries }: { entries: readonly MenuEntry[] }) {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const sheet = useRef<HTMLDetailsElement>(null);
  useClosing(sheet, pathname);
  const isHere = entries.some(
    ({ path }) => pathname === path || pathname.startsWith(`${path}/`),
  );
  return (
    <details ref={sheet} className={styles.further}>
      <summary className={styles.place} data-here={isHere || undefined}>
        <Icon name="list" />
        <span>{t("nav.more")}</span>
        {entries.map((entry) => (
          <Count key={entry.path} entry={entry} />
        ))}
      </summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <Place entry={entry} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const nothing = () => 0;

function Place({ entry }: { entry: MenuEntry }) {
  const { t } = useTranslation("shell");
  const key = `nav.${entry.label}`;
  return (
    <NavLink to={entry.path} className={styles.place}>
      <Icon name={entry.icon} />
      <span className={styles.long}>{t(key)}</span>
      <span className={styles.short}>
        {t(entry.hasShortLabel ? `${key}Short` : key)}
      </span>
      <Count entry={entry} />
    </NavLink>
  );
}

function Count({ entry }: { entry: MenuEntry }) {
  const { t } = useTranslation("shell");
  const { useAwaiting = nothing } = entry;
  const count = useAwaiting();
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t("awaiting", { count })}</span>
    </span>
  );
}
