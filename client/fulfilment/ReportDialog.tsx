// The organisation's report of a period in one form: what it delivered of each service.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
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
  const units = useTranslation("design");
  const { fulfilment } = accounts;
  const reporting = useSettling(ReportDelivery, on.onReported);
  const known = order.lines.flatMap((line) =>
    line.service ? [{ ...line, id: line.service.id }] : [],
  );
  function submit(form: FormData) {
    const lines = known.flatMap(({ id }) => {
      const typed = textIn(form, id);
      return typed === "" ? [] : [{ serviceId: id, delivered: Number(typed) }];
    });
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
      verb={t("report.submit")}
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
            unit: units.t(`unit.${unit}`),
          })}
          type="number"
          inputMode="numeric"
          min={0}
          max={1_000_000}
          defaultValue={shown(serviceName)}
        />
      ))}
    </AskDialog>
  );
}
