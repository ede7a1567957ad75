// One order: its period, the accounts as they stand, the sheet of that period and what was short.
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { Button } from "../design/Button.js";
import {
  calendarDay,
  type Period,
  periodOfText,
  recentPeriods,
  type Span,
  textOfPeriod,
  touches,
  usePeriodWords,
} from "../design/period.js";
import { PeriodField } from "../design/PeriodField.js";
import { useNow } from "../design/use-now.js";
import { AnswersTable } from "./AnswersTable.js";
import {
  OrderAccountsQuery,
  type SettledAgreement,
  type ShownOrder,
} from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { QualityTable } from "./QualityTable.js";
import { ReportDialog } from "./ReportDialog.js";
import { SheetPanel } from "./SheetPanel.js";
import { ShortfallList } from "./ShortfallList.js";

interface Props {
  order: ShownOrder;
  /** Nothing is settled outside of its time. */
  agreement: Pick<SettledAgreement, "validFrom" | "validTo" | "endedOn">;
  /** null: it is not the viewer's to change. */
  onOrder: (() => void) | null;
}

export function OrderSection({ order, agreement, onOrder }: Props) {
  const { t } = useTranslation("fulfilment");
  const [params, setParams] = useSearchParams();
  const today = calendarDay(useNow());
  const chosen = periodOfText(params.get("okres"));
  const time = timeOf(agreement);
  const period =
    chosen?.kind === order.per && touches(chosen, time)
      ? chosen
      : lastOf(order, today, time);
  const on = useDeferredValue(period.on);
  const { data, refetch } = usePageQuery(
    OrderAccountsQuery,
    { orderId: order.id, on },
    { from: "network", of: ["ACCOUNTS"] },
  );
  const say = usePeriodWords();
  const [isReporting, setReporting] = useState(false);
  if (data.node?.__typename !== "AgreementOrder") return null;
  const accounts = data.node;
  const { fulfilment } = accounts;
  const readAnew = () => void refetch();
  const sheet = accounts.sheets.find(({ from }) => from === fulfilment.from);
  const isSettled = sheet?.status === "CONFIRMED";
  return (
    <section className={styles.order}>
      <h2>{order.partner?.name}</h2>
      <div className={styles.choice} data-print="no">
        <PeriodField
          period={period}
          today={today}
          kinds={[order.per]}
          time={time}
          onChoose={(next) =>
            setParams({ okres: textOfPeriod(next) }, { replace: true })
          }
        />
        {onOrder && <Button onClick={onOrder}>{t("order.change")}</Button>}
        {accounts.viewerCanReportDelivery && !isSettled && (
          <Button
            kind={sheet?.viewerCanConfirmSettlement ? "plain" : "primary"}
            icon="send"
            onClick={() => setReporting(true)}
          >
            {t("report.open")}
          </Button>
        )}
      </div>
      {accounts.viewerCanReportDelivery && isSettled && (
        <p data-print="no">{t("report.settled")}</p>
      )}
      <SheetPanel
        key={sheet?.id ?? "none"}
        accounts={accounts}
        sheet={sheet}
        organisation={order.partner?.name ?? ""}
        period={say(period)}
        onChanged={readAnew}
      />
      <div className={styles.panel}>
        <h3>{t("howWell")}</h3>
        <AnswersTable accounts={fulfilment.accounts} />
        {fulfilment.quality && <QualityTable quality={fulfilment.quality} />}
      </div>
      <ShortfallList
        accounts={accounts}
        order={order}
        on={fulfilment.from}
        onChanged={readAnew}
      />
      {isReporting && (
        <ReportDialog
          order={order}
          accounts={accounts}
          onClose={() => setReporting(false)}
          onReported={() => {
            setReporting(false);
            readAnew();
          }}
        />
      )}
    </section>
  );
}

/** The last one that is over: that is what is settled; of an agreement of this period that one, of one to come its first. */
function lastOf({ per }: ShownOrder, today: string, time: Span): Period {
  const [running] = recentPeriods(today)[per];
  const [latest, last] = recentPeriods(today, time)[per];
  const isRunning = latest?.on === running?.on;
  const { from, to } = time;
  const [beyond] = recentPeriods(
    from !== null && from > today ? from : (to ?? today),
  )[per];
  return (
    (isRunning ? (last ?? latest) : latest) ??
    beyond ?? { kind: per, on: today }
  );
}

/** To its end, or to where it was ended before it. */
function timeOf(agreement: Props["agreement"]): Span {
  const { validFrom, validTo, endedOn } = agreement;
  const [to = null] = [validTo, endedOn].filter((day) => day !== null).sort();
  return { from: validFrom, to };
}
