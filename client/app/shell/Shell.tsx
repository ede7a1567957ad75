// The frame of every page: head, menu, the page itself.
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";

import { useDates } from "../../design/dates.js";
import { SplotSign } from "../../design/SplotSign.js";
import { useNow } from "../../design/use-now.js";
import { PageBoundary } from "../errors/PageBoundary.js";
import { LiveNews } from "../live/LiveNews.js";
import { LiveSign } from "../live/LiveSign.js";
import { useViewer } from "../session/viewer.js";
import { AccountMenu } from "./AccountMenu.js";
import { Menu } from "./Menu.js";
import type { MenuEntry } from "./navigation.js";
import styles from "./Shell.module.css";
import { ShellKeys } from "./ShellKeys.js";

interface Props {
  menu: readonly MenuEntry[];
  children: ReactNode;
}

const contentId = "tresc";

export function Shell({ menu, children }: Props) {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href={`#${contentId}`}>
        {t("skip")}
      </a>
      <header className={styles.head}>
        <Link className={styles.brand} to="/">
          <SplotSign size={34} />
          {t("product")}
        </Link>
        <PrintedOn />
        <div className={styles.right}>
          <LiveSign />
          <AccountMenu />
        </div>
      </header>
      <ShellKeys entries={menu} />
      <Menu entries={menu} />
      <main id={contentId} tabIndex={-1} className={styles.main}>
        <div className={styles.news}>
          <LiveNews />
        </div>
        <PageBoundary>{children}</PageBoundary>
      </main>
    </div>
  );
}

function PrintedOn() {
  const { t } = useTranslation("shell");
  const { centre } = useViewer();
  const now = useNow();
  const { date, time } = useDates(now);
  const moment = `${date(now)} ${now.getFullYear()}, ${time(now)}`;
  return (
    <p className={styles.printed}>
      {centre.shortName}. {t("printed", { moment })}
    </p>
  );
}
