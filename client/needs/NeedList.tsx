// The needs that are looked for, the last reported first, page after page.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import type { NeedFilter } from "../graphql/generated/graphql.js";
import type { ShownNeed } from "./choices.js";
import { NeedLine } from "./NeedLine.js";
import { NeedsQuery } from "./needs.documents.js";
import styles from "./Needs.module.css";

const PAGE = 25;

interface Props {
  filter: NeedFilter;
  onAll(): void;
}

export function NeedList({ filter, onAll }: Props) {
  const { t } = useTranslation("needs");
  const { needs, total, ...more } = useNeeds(filter);
  const isNarrowed = Object.keys(filter).length > 0;
  if (needs.length === 0)
    return (
      <Empty
        title={t(isNarrowed ? "none.found" : "none.title")}
        action={
          isNarrowed && <Button onClick={onAll}>{t("filter.clear")}</Button>
        }
      >
        {t(isNarrowed ? "none.foundText" : "none.text")}
      </Empty>
    );
  return (
    <section className={styles.card} aria-labelledby="potrzeby">
      <div className={styles.head}>
        <h2 id="potrzeby">{t("list.title")}</h2>
        <p role="status" className={styles.muted}>
          {t("list.found", { count: total })}
        </p>
      </div>
      <ul className={styles.list}>
        {needs.map((need) => (
          <NeedLine key={need.id} need={need} onChanged={more.readAnew} />
        ))}
      </ul>
      <NotSaved failure={more.hasFailed ? "unknown" : null} />
      {more.hasMore && (
        <div data-print="no">
          <Button busy={more.isReading} onClick={() => void more.readMore()}>
            {t("list.more")}
          </Button>
        </div>
      )}
      <p className={styles.muted}>{t("list.masked")}</p>
    </section>
  );
}

interface Rest {
  hasNextPage: boolean;
  endCursor: string | null;
}

function useNeeds(filter: NeedFilter) {
  const client = useApolloClient();
  const { centre } = useViewer();
  const asked = { centreId: centre.id, filter, first: PAGE };
  const { data, refetch } = usePageQuery(NeedsQuery, asked, {
    from: "network",
    of: ["NEED"],
  });
  const first = data.centre?.needs;
  const [later, setLater] = useState<readonly ShownNeed[]>([]);
  const [rest, setRest] = useState<Rest | null>(null);
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { hasNextPage, endCursor } = rest ??
    first?.pageInfo ?? { hasNextPage: false, endCursor: null };

  async function readMore(): Promise<void> {
    setReading(true);
    const next = await client
      .query({
        query: NeedsQuery,
        variables: { ...asked, after: endCursor },
        fetchPolicy: "no-cache",
      })
      .then(
        ({ data: page }) => page?.centre?.needs,
        () => undefined,
      );
    setReading(false);
    setFailed(!next);
    if (!next) return;
    setLater((known) => [...known, ...next.nodes]);
    setRest(next.pageInfo);
  }

  const shown = first?.nodes ?? [];
  // what was reported meanwhile has moved to the first page
  const known = new Set(shown.map(({ id }) => id));
  return {
    needs: [...shown, ...later.filter(({ id }) => !known.has(id))],
    total: first?.totalCount ?? 0,
    hasMore: hasNextPage,
    isReading,
    hasFailed,
    readMore,
    readAnew() {
      setLater([]);
      setRest(null);
      void refetch();
    },
  };
}
