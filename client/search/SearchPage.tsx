// "Szukaj usługi": from a need to a referral in three clicks.
import { useQuery } from "@apollo/client/react";
import { Suspense, useDeferredValue, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

import { newestAddress } from "../app/newest-address.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { Loading } from "../design/Loading.js";
import { ReferDialog } from "../referring/index.js";
import { AwaitsCard } from "../start/index.js";
import { CaseChoice } from "./CaseChoice.js";
import { Compare } from "./Compare.js";
import compareStyles from "./Compare.module.css";
import { Filters } from "./Filters.js";
import { NothingFound } from "./NothingFound.js";
import { OrderExplained } from "./OrderExplained.js";
import type { Result } from "./ResultRow.js";
import { Results } from "./Results.js";
import { FacetsQuery } from "./search.documents.js";
import {
  conditionsOf,
  filterOf,
  without,
  withValue,
} from "./search-address.js";
import { SearchField } from "./SearchField.js";
import styles from "./SearchPage.module.css";
import { useSettled } from "./use-settled.js";

export function SearchPage() {
  const { t } = useTranslation("search");
  const { centre } = useViewer();
  const [address, setAddress] = useSearchParams();
  const [turn, setTurn] = useState(0);
  const [isNarrowing, setNarrowing] = useState(false);
  const [referring, setReferring] = useState<Result | null>(null);
  // what was ticked stays, whatever is sought next
  const [compared, setCompared] = useState<readonly Result[]>([]);
  const [isComparing, setComparing] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  const asked = address.toString();
  const conditions = conditionsOf(address).length;
  const anyPlaces = without(address, "wolne");
  const facets = useQuery(FacetsQuery, {
    variables: {
      centreId: centre.id,
      filter: filterOf(address),
      anyPlaces: filterOf(anyPlaces),
      freeOnly: anyPlaces.toString() !== asked,
    },
    fetchPolicy: "cache-and-network",
  });
  const counted = (facets.data ?? facets.previousData)?.centre ?? null;
  const total = facets.data?.centre?.serviceFacets.total ?? null;

  // what is shown stays in sight until the next answer is whole
  const reading = useDeferredValue(`${turn} ${asked}`);
  const [shownTurn = "", shown = ""] = reading.split(" ");
  const isReading = reading !== `${turn} ${asked}`;
  const go = (change: (address: URLSearchParams) => URLSearchParams) =>
    setAddress(change(newestAddress()), { replace: true });
  function reorder() {
    setTurn(turn + 1);
    void facets.refetch();
  }
  function compare(service: Result) {
    const others = compared.filter(({ id }) => id !== service.id);
    setCompared(
      others.length < compared.length ? others : [...compared, service],
    );
    if (others.length === 0) setComparing(false);
  }
  const found = useSettled(
    total === null || isReading ? "" : t("found.said", { count: total }),
  );

  const filters = <Filters address={address} facets={counted} onAddress={go} />;
  return (
    <Page title={t("title")} actions={<CaseChoice />}>
      <AwaitsCard isBrief />
      <SearchField
        words={address.get("q") ?? ""}
        onWords={(words) => go((now) => withValue(now, "q", words))}
        onDown={() =>
          list.current?.querySelector<HTMLElement>("[data-result]")?.focus()
        }
      />
      <p role="status" className="visually-hidden">
        {found}
      </p>
      <div className={styles.columns}>
        <aside className={styles.aside} aria-label={t("filters.title")}>
          <h2>{t("filters.title")}</h2>
          {filters}
        </aside>
        <section className={styles.found} aria-busy={isReading}>
          <div className={styles.head}>
            <h2 className={styles.count}>
              {counted &&
                t("found.fit", { count: counted.serviceFacets.total })}
              {counted && counted.serviceFacets.total > 0 && (
                <span>
                  {t("found.now", {
                    count: counted.serviceFacets.referableNow,
                  })}
                </span>
              )}
            </h2>
            <Button
              className={styles.narrow}
              onClick={() => setNarrowing(true)}
            >
              {conditions > 0
                ? t("filters.openCounted", { count: conditions })
                : t("filters.open")}
            </Button>
            <OrderExplained />
          </div>
          {total === 0 ? (
            <NothingFound
              key={reading}
              centreId={centre.id}
              address={address}
              onReorder={reorder}
            />
          ) : (
            <Suspense fallback={<Loading words={t("results.loading")} />}>
              <Results
                key={reading}
                centreId={centre.id}
                filter={filterOf(new URLSearchParams(shown))}
                turn={Number(shownTurn)}
                total={total}
                list={list}
                onReorder={reorder}
                onRefer={setReferring}
                compared={compared}
                onCompare={compare}
              />
            </Suspense>
          )}
          {compared.length > 0 && (
            <section
              className={compareStyles.bar}
              aria-label={t("compare.title")}
            >
              <span>{t("compare.chosen", { count: compared.length })}</span>
              <Button
                kind="primary"
                size="small"
                disabled={compared.length < 2}
                onClick={() => setComparing(true)}
              >
                {t("compare.open")}
              </Button>
              <Button size="small" onClick={() => setCompared([])}>
                {t("compare.clear")}
              </Button>
            </section>
          )}
        </section>
      </div>
      {isComparing && (
        <Compare
          services={compared}
          onRemove={compare}
          onRefer={(service) => {
            setComparing(false);
            setReferring(service);
          }}
          onClose={() => setComparing(false)}
        />
      )}
      {referring && (
        <ReferDialog
          key={referring.id}
          service={referring}
          onClose={() => setReferring(null)}
        />
      )}
      {isNarrowing && (
        <Dialog
          title={t("filters.title")}
          onClose={() => setNarrowing(false)}
          foot={
            <Button kind="primary" wide onClick={() => setNarrowing(false)}>
              {total === null
                ? t("filters.show")
                : t("filters.showCounted", { count: total })}
            </Button>
          }
        >
          {filters}
        </Dialog>
      )}
    </Page>
  );
}
