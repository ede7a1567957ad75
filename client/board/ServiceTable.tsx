// The table of all services: saved views, words and areas, and rows that stay still while numbers change.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useLive } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
import { StripLegend } from "../design/CapacityStrip.js";
import { Empty } from "../design/Empty.js";
import { keepFile } from "../design/keep-file.js";
import { SortHeader } from "../design/SortHeader.js";
import { useNow } from "../design/use-now.js";
import card from "./Card.module.css";
import { OnBehalfDialog } from "./OnBehalfDialog.js";
import { ServiceFilters } from "./ServiceFilters.js";
import { ServiceRow } from "./ServiceRow.js";
import styles from "./ServiceTable.module.css";
import { useCentreOffer } from "./use-centre-offer.js";
import { useSteadyOrder } from "./use-steady-order.js";
import { useTableFile } from "./use-table-file.js";
import { useWanted } from "./use-wanted.js";

const rowsAtOnce = 25;

export function ServiceTable() {
  const { t } = useTranslation("board");
  const now = useNow();
  const { recent } = useLive();
  const { services, total, isComplete, readAnew } = useCentreOffer();
  const { wanted, want, wantEverything } = useWanted();
  const order = useSteadyOrder(services, wanted);
  const fileOf = useTableFile();
  const [shown, setShown] = useState({ key: order.key, count: rowsAtOnce });
  const [correcting, setCorrecting] = useState<string | null>(null);
  const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set());

  const count = shown.key === order.key ? shown.count : rowsAtOnce;
  const showUpTo = (more: number) => setShown({ key: order.key, count: more });
  const rest = order.rows.length - count;
  const service = services.find(({ id }) => id === correcting);
  const sort = {
    sorting: wanted.sorting,
    onSort: (sorting: string) => want("uloz", sorting),
  };

  return (
    <section className={card.card} aria-labelledby="uslugi">
      <div className={card.head}>
        <h2 id="uslugi">{t("table.title")}</h2>
        <StripLegend />
      </div>
      <ServiceFilters />
      <div className={styles.told}>
        <p role="status" className={card.muted}>
          {isComplete
            ? t("table.found", { count: order.rows.length })
            : t("table.reading", { read: services.length, total })}
        </p>
        {isComplete && order.rows.length > 0 && (
          <Button
            size="small"
            icon="download"
            onClick={() => keepFile([fileOf(order.rows)], t("file.name"))}
          >
            {t("file.take")}
          </Button>
        )}
        {order.moves > 0 && (
          <Button
            size="small"
            icon="refresh"
            onClick={() => {
              order.arrange();
              if (order.hasArrivals) readAnew();
            }}
          >
            {t("table.arrange", { count: order.moves })}
          </Button>
        )}
      </div>
      {order.rows.length === 0 && isComplete ? (
        <NothingHere
          hasServices={services.length > 0}
          onEverything={wantEverything}
        />
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{t("table.title")}</caption>
          <thead>
            <tr>
              <SortHeader label={t("table.service")} column="nazwa" {...sort} />
              <SortHeader label={t("table.places")} column="wolne" {...sort} />
              <SortHeader label={t("table.waiting")} column="czeka" {...sort} />
              <SortHeader
                label={t("table.confirmed")}
                column="potwierdzone"
                {...sort}
              />
              <th scope="col">
                <span className="visually-hidden">{t("table.action")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {order.rows.slice(0, count).map((row) => (
              <ServiceRow
                key={row.id}
                service={row}
                changedAt={recent.get(row.id)}
                isCorrected={corrected.has(row.id)}
                onCorrect={() => setCorrecting(row.id)}
                now={now}
              />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <div className={styles.more}>
          <Button onClick={() => showUpTo(count + rowsAtOnce)}>
            {t("table.more", { count: Math.min(rest, rowsAtOnce) })}
          </Button>
          <Button kind="quiet" onClick={() => showUpTo(order.rows.length)}>
            {t("table.all", { count: order.rows.length })}
          </Button>
        </div>
      )}
      {service && (
        <OnBehalfDialog
          service={service}
          onSaved={() => {
            setCorrected(new Set(corrected).add(service.id));
            setCorrecting(null);
          }}
          onClose={() => setCorrecting(null)}
        />
      )}
    </section>
  );
}

interface NothingProps {
  hasServices: boolean;
  onEverything(): void;
}

function NothingHere({ hasServices, onEverything }: NothingProps) {
  const { t } = useTranslation("board");
  if (!hasServices)
    return <Empty title={t("none.offerTitle")}>{t("none.offer")}</Empty>;
  return (
    <Empty
      title={t("none.title")}
      action={<Button onClick={onEverything}>{t("none.everything")}</Button>}
    >
      {t("none.text")}
    </Empty>
  );
}
