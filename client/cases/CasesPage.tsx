// "Sprawy": the coordinator's own cases, by pseudonym and nothing else.
import { startTransition, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearchParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { CasesQuery } from "./cases.documents.js";
import styles from "./Cases.module.css";
import { newsOf } from "./list-news.js";

export function CasesPage() {
  const { t } = useTranslation("cases");
  const { centre } = useViewer();
  const day = useDay();
  const [params] = useSearchParams();
  const news = newsOf(useLocation().state);
  const isOpen = params.get("stan") !== "zamkniete";
  // a file's number stands in no address
  const [sought, setSought] = useState<string | null>(null);
  const { data, fetchMore } = usePageQuery(
    CasesQuery,
    { centreId: centre.id, isOpen, ownReference: sought },
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
      {news && (
        <Note tone="ok" icon="check" role="status">
          {news.opened > 0 && t("fromList.opened", { count: news.opened })}{" "}
          {news.known > 0 && t("fromList.known", { count: news.known })}
        </Note>
      )}
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
      <form
        className={styles.seek}
        data-print="no"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          startTransition(() =>
            setSought(textIn(form, "number").trim() || null),
          );
        }}
      >
        <TextField
          name="number"
          label={t("list.number")}
          maxLength={40}
          autoComplete="off"
        />
        <Button type="submit" icon="search">
          {t("list.seek")}
        </Button>
      </form>
      {cases.length === 0 && sought !== null ? (
        <p role="status" className={styles.muted}>
          {t("list.notFound", { number: sought })}
        </p>
      ) : cases.length === 0 ? (
        <Empty title={t(`none.${which}.title`)}>
          {t(`none.${which}.text`)}
        </Empty>
      ) : (
        <>
          <p className={styles.muted}>
            {sought === null
              ? t(`list.count.${which}`, { count: list?.totalCount ?? 0 })
              : t("list.found", { count: list?.totalCount ?? 0 })}
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
                {one.ownReference !== null && (
                  <span className={styles.muted}>
                    {t("ownReference.of", { number: one.ownReference })}
                  </span>
                )}
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
            void fetchMore({
              variables: { after: list.pageInfo.endCursor },
              updateQuery: (known, { fetchMoreResult }) => {
                const more = fetchMoreResult.centre?.cases;
                if (!known.centre || !more) return known;
                const nodes = [...known.centre.cases.nodes, ...more.nodes];
                return {
                  centre: { ...known.centre, cases: { ...more, nodes } },
                };
              },
            })
          }
        >
          {t("list.more")}
        </Button>
      )}
    </Page>
  );
}
