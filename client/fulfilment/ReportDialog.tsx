// The organisation's report of a period in one form: what it delivered of each service.
import { type SubmitEvent, useId } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
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
  const formId = useId();
  const { fulfilment } = accounts;
  const reporting = useSettling(ReportDelivery, on.onReported);
  const known = order.lines.flatMap((line) =>
    line.service ? [{ ...line, id: line.service.id }] : [],
  );
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
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
    <Dialog
      title={t("report.title")}
      onClose={on.onClose}
      foot={
        <>
          <Button onClick={on.onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            busy={reporting.isPending}
          >
            {t("report.submit")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <p>{t("report.text")}</p>
        <ProblemNotice problem={reporting.problem} />
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
      </form>
      <NotSaved failure={reporting.failure} />
    </Dialog>
  );
}
