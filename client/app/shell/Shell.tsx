// The frame of every page: head, menu, the page itself.
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigation } from "react-router";

import { useDates } from "../../design/dates.js";
import { Loading } from "../../design/Loading.js";
import { SplotSign } from "../../design/SplotSign.js";
import { useNow } from "../../design/use-now.js";
import { PageBoundary } from "../errors/PageBoundary.js";
import { LiveNews } from "../live/LiveNews.js";
import { LiveSign } from "../live/LiveSign.js";
import { useViewer } from "../session/viewer.js";
import { AccountMenu } from "./AccountMenu.js";
import { DutiesNews } from "./DutiesNews.js";
import { LeftNote } from "./LeftNote.js";
import { Menu } from "./Menu.js";
import type { MenuEntry } from "./navigation.js";
import styles from "./Shell.module.css";
import { ShellKeys } from "./ShellKeys.js";
import { useArrival } from "./use-arrival.js";

interface Props {
  menu: readonly MenuEntry[];
  children: ReactNode;
}

const contentId = "tresc";

export function Shell({ menu, children }: Props) {
  const { t } = useTranslation("shell");
  const { centre } = useViewer();
  const isUnderWay = useUnderWay();
  useArrival(contentId);
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
        {centre.isTrial && <p className={styles.trial}>{t("account.trial")}</p>}
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
          <DutiesNews />
          <LeftNote />
          <LiveNews />
        </div>
        <PageBoundary>{isUnderWay ? <Loading /> : children}</PageBoundary>
      </main>
    </div>
  );
}

/** The page that is gone to is still being fetched, for longer than one waits unnoticed. */
function useUnderWay(): boolean {
  const { state } = useNavigation();
  const isLoading = state === "loading";
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isLoading) return;
    const timer = setTimeout(() => setLong(true), 300);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isLoading]);
  return isLoading && isLong;
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
