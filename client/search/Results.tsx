// The services that fit, best first; a live change marks its row and moves nothing until somebody asks.
import { useApolloClient, useSuspenseQuery } from "@apollo/client/react";
import {
  type KeyboardEvent,
  type RefObject,
  useContext,
  useState,
} from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { AttemptContext } from "../app/errors/use-page-query.js";
import { Button } from "../design/Button.js";
import { useNow } from "../design/use-now.js";
import type { ServiceFilter } from "../graphql/generated/graphql.js";
import { SearchNeed } from "../needs/index.js";
import { MOST_COMPARED } from "./Compare.js";
import { type Result, ResultRow } from "./ResultRow.js";
import styles from "./Results.module.css";
import { SearchQuery } from "./search.documents.js";
import { useChanges } from "./use-changes.js";

interface Props {
  centreId: string;
  filter: ServiceFilter;
  /** How often the list was put in order anew; each time is a new reading. */
  turn: number;
  /** Services that fit in all; null until they are counted. */
  total: number | null;
  list: RefObject<HTMLDivElement | null>;
  onReorder(): void;
  /** Told to the page: what is referred to stays, also where these results give way to others. */
  onRefer(service: Result): void;
  compared: readonly Result[];
  onCompare(service: Result): void;
}

export function Results(props: Props) {
  const { centreId, filter, turn, total, list, onReorder, onRefer } = props;
  const { compared, onCompare } = props;
  const { t } = useTranslation("search");
  const now = useNow();
  const attempt = useContext(AttemptContext);
  const { data } = useSuspenseQuery(SearchQuery, {
    variables: { centreId, filter },
    queryKey: [turn, attempt],
    fetchPolicy: "network-only",
  });
  const [wantsRest, setWantsRest] = useState<boolean | null>(null);
  const rest = useRest(centreId, filter);

  const services = data.centre?.services.nodes ?? [];
  const { hasNextPage, endCursor } = data.centre?.services.pageInfo ?? {};
  const { changedAt, moved, couldRefer } = useChanges(services);
  const referable = services.filter(couldRefer);
  const others = services.filter((service) => !couldRefer(service));
  // where nothing else fits, the reasons are the answer
  const showsRest = wantsRest ?? (referable.length === 0 && !hasNextPage);

  const row = (service: Result, place: number | null) => (
    <ResultRow
      key={service.id}
      service={service}
      place={place}
      changedAt={changedAt.get(service.id)}
      now={now}
      onRefer={onRefer}
      isCompared={compared.some(({ id }) => id === service.id)}
      mayCompare={compared.length < MOST_COMPARED}
      onCompare={onCompare}
    />
  );
  return (
    <div ref={list} className={styles.results} onKeyDown={walk}>
      {moved > 0 && (
        <div className={styles.moved}>
          <Button icon="refresh" onClick={onReorder}>
            {t("results.reorder", { count: moved })}
          </Button>
        </div>
      )}
      <ol className={styles.list} aria-label={t("results.list")}>
        {referable.map((service, index) => row(service, index + 1))}
      </ol>
      {others.length > 0 && (
        <section className={styles.others}>
          <div className={styles.othersHead}>
            <p>
              <strong>{t("results.others", { count: others.length })}</strong>{" "}
              {t("results.othersWhy")}
            </p>
            <Button
              size="small"
              aria-expanded={showsRest}
              onClick={() => setWantsRest(!showsRest)}
            >
              {t(showsRest ? "results.hideOthers" : "results.showOthers")}
            </Button>
          </div>
          {showsRest && (
            <ul className={styles.list} aria-label={t("results.othersList")}>
              {others.map((service) => row(service, null))}
            </ul>
          )}
        </section>
      )}
      {referable.length === 0 && others.length > 0 && !hasNextPage && (
        <SearchNeed searched={filter.areas ?? []} gapKind="NO_CAPACITY" />
      )}
      <NotSaved failure={rest.hasFailed ? "unknown" : null} />
      {hasNextPage && (
        <Button
          className={styles.more}
          busy={rest.isReading}
          onClick={() => void rest.read(endCursor ?? null)}
        >
          {total === null
            ? t("results.showMore")
            : t("results.showRest", { count: total - services.length })}
        </Button>
      )}
    </div>
  );
}

/** Adds the next page behind what is shown. */
function useRest(centreId: string, filter: ServiceFilter) {
  const client = useApolloClient();
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  async function read(after: string | null) {
    setReading(true);
    const variables = { centreId, filter };
    const next = await client
      .query({
        query: SearchQuery,
        variables: { ...variables, after },
        fetchPolicy: "network-only",
      })
      .then(
        ({ data }) => data?.centre?.services ?? null,
        () => null,
      );
    setReading(false);
    setFailed(next === null);
    if (!next) return;
    client.cache.updateQuery({ query: SearchQuery, variables }, (known) => {
      if (!known?.centre) return known;
      const { services } = known.centre;
      const seen = new Set(services.nodes.map(({ id }) => id));
      const fresh = next.nodes.filter(({ id }) => !seen.has(id));
      const nodes = [...services.nodes, ...fresh];
      return {
        centre: { ...known.centre, services: { ...services, ...next, nodes } },
      };
    });
  }
  return { isReading, hasFailed, read };
}

/** The arrows walk from name to name; Enter and S are the name's own. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !(event.target instanceof HTMLElement)) return;
  if (!event.target.matches("[data-result]")) return;
  const names = [
    ...event.currentTarget.querySelectorAll<HTMLElement>("[data-result]"),
  ];
  event.preventDefault();
  names[names.indexOf(event.target) + step]?.focus();
}
