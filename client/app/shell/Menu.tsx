// The places of the client by the viewer's roles: at the side, or as tabs at the bottom of a phone.
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

import { Icon } from "../../design/Icon.js";
import { Tag } from "../../design/Tag.js";
import { useWide } from "../../design/use-wide.js";
import { useViewer } from "../session/viewer.js";
import styles from "./Menu.module.css";
import { inTabOrder, type MenuEntry, placesOf } from "./navigation.js";

export function Menu({ entries }: { entries: readonly MenuEntry[] }) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const isWide = useWide();
  const places = placesOf(viewer, entries);
  return (
    <nav className={styles.menu} aria-label={t("navigation")} data-print="no">
      <ul>
        {(isWide ? places : inTabOrder(places)).map((entry) => (
          <li key={entry.path}>
            <Place entry={entry} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <p>{viewer.centre.shortName}</p>
        {viewer.centre.isTrial && <Tag tone="warn">{t("account.trial")}</Tag>}
      </div>
    </nav>
  );
}

const nothing = () => 0;

function Place({ entry }: { entry: MenuEntry }) {
  const { t } = useTranslation("shell");
  const { useAwaiting = nothing } = entry;
  const count = useAwaiting();
  const key = `nav.${entry.label}`;
  return (
    <NavLink to={entry.path} className={styles.place}>
      <Icon name={entry.icon} />
      <span className={styles.long}>{t(key)}</span>
      <span className={styles.short}>
        {t(entry.hasShortLabel ? `${key}Short` : key)}
      </span>
      {count > 0 && (
        <span className={styles.count}>
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">{t("awaiting", { count })}</span>
        </span>
      )}
    </NavLink>
  );
}
