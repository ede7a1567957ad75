// The organisation's report of a period in one form: what it delivered of each service.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import {
  type OrderAccounts,
  ReportDelivery,
  type ShownOrder,
} from "./fulfilment.documents.js";
import { useSettling } from "./use-settling.js";

interface Props {
  order: ShownOrder;
  accounts: OrderAccounts;
  onClose(): void;
  onReported(): void;
}

export function ReportDialog({ order, accounts, ...on }: Props) {
  const { t } = useTranslation("fulfilment");
  const { fulfilment } = accounts;
  const reporting = useSettling(ReportDelivery, on.onReported);
  /** Of what more than was ordered is typed; asked about until a number changes. */
  const [more, setMore] = useState<string | null>(null);
  const known = order.lines.flatMap((line) =>
    line.service ? [{ ...line, id: line.service.id }] : [],
  );
  function submit(form: FormData) {
    const lines = known.flatMap(({ id }) => {
      const typed = textIn(form, id);
      return typed === "" ? [] : [{ serviceId: id, delivered: Number(typed) }];
    });
    const over = known.filter(({ id, quantity }) =>
      lines.some((one) => one.serviceId === id && one.delivered > quantity),
    );
    if (over.length > 0 && more === null) {
      setMore(over.map(({ serviceName }) => serviceName).join(", "));
      return;
    }
    const { from, reportVersion } = fulfilment;
    void reporting.settle({
      input: {
        orderId: order.id,
        on: from,
        lines,
        ifVersion: reportVersion,
      },
    });
  }
  const shown = (serviceName: string) => {
    const line = fulfilment.accounts.lines.find(
      (one) => one.serviceName === serviceName,
    );
    return line?.source === "REPORT" ? line.delivered : undefined;
  };
  return (
    <AskDialog
      title={t("report.title")}
      verb={t(more ? "report.submitMore" : "report.submit")}
      asked={reporting}
      onClose={on.onClose}
      onSubmit={submit}
    >
      <p>{t("report.text")}</p>
      {known.map(({ id, serviceName, unit, quantity }) => (
        <TextField
          key={id}
          name={id}
          label={serviceName}
          hint={t("report.ordered", {
            quantity,
            unit: t(`unit.${unit}`),
          })}
          type="number"
          inputMode="numeric"
          min={0}
          max={1_000_000}
          onChange={() => setMore(null)}
          defaultValue={shown(serviceName)}
        />
      ))}
      {more && (
        <div role="alert">
          <Note tone="warn" title={t("report.more", { names: more })}>
            {t("report.moreText")}
          </Note>
        </div>
      )}
    </AskDialog>
  );
}
