// "Sprawy": the coordinator's own cases, by pseudonym and nothing else.
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { CasesQuery } from "./cases.documents.js";
import styles from "./Cases.module.css";

export function CasesPage() {
  const { t } = useTranslation("cases");
  const { centre } = useViewer();
  const day = useDay();
  const [params] = useSearchParams();
  const isOpen = params.get("stan") !== "zamkniete";
  const { data, fetchMore } = usePageQuery(
    CasesQuery,
    { centreId: centre.id, isOpen },
    { from: "network" },
  );
  const list = data.centre?.cases;
  const cases = list?.nodes ?? [];
  const which = isOpen ? "open" : "closed";
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <ButtonLink to="/sprawy/nowa" kind="primary" icon="plus">
          {t("new.open")}
        </ButtonLink>
      }
    >
      <nav className={styles.tabs} aria-label={t("list.which")} data-print="no">
        <Link to="/sprawy" aria-current={isOpen ? "page" : undefined}>
          {t("list.open")}
        </Link>
        <Link
          to="/sprawy?stan=zamkniete"
          aria-current={isOpen ? undefined : "page"}
        >
          {t("list.closed")}
        </Link>
      </nav>
      {cases.length === 0 ? (
        <Empty title={t(`none.${which}.title`)}>
          {t(`none.${which}.text`)}
        </Empty>
      ) : (
        <>
          <p className={styles.muted}>
            {t(`list.count.${which}`, { count: list?.totalCount ?? 0 })}
          </p>
          <ul className={styles.list}>
            {cases.map((one) => (
              <li key={one.id}>
                <Link to={`/sprawy/${one.id}`} className={styles.pseudonym}>
                  {one.pseudonym}
                </Link>
                <span className={styles.muted}>
                  {one.closedOn
                    ? t("closedOn", { day: day(one.closedOn) })
                    : t("openedOn", { day: day(one.openedOn) })}
                </span>
                {one.identityVersion === null && (
                  <Tag tone="plain">
                    {t(one.identityErasedAt ? "erased" : "withoutIdentity")}
                  </Tag>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {list?.pageInfo.hasNextPage && (
        <Button
          onClick={() =>
            void fetchMore({ variables: { after: list.pageInfo.endCursor } })
          }
        >
          {t("list.more")}
        </Button>
      )}
    </Page>
  );
}
