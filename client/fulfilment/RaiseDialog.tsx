// The organiser says what is short, what becomes of it, who acts and by when.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { RaiseShortfall, type ShownOrder } from "./fulfilment.documents.js";
import { useSettling } from "./use-settling.js";

interface Props {
  order: ShownOrder;
  on: string;
  onClose(): void;
  onRaised(): void;
}

const kinds = ["TALK", "CORRECTIVE_ACTION", "CLAIM"] as const;
const sides = ["PARTNER", "HUB"] as const;

export function RaiseDialog({ order, on, onClose, onRaised }: Props) {
  const { t } = useTranslation("fulfilment");
  const [requestKey] = useState(() => crypto.randomUUID());
  const raising = useSettling(RaiseShortfall, onRaised);
  async function submit(form: FormData) {
    const chosen = <Value extends string>(
      name: string,
      values: readonly [Value, ...Value[]],
    ): Value =>
      values.find((value) => value === textIn(form, name)) ?? values[0];
    await raising.settle({
      input: {
        requestKey,
        orderId: order.id,
        serviceId: textIn(form, "service") || null,
        on,
        kind: chosen("kind", kinds),
        owner: chosen("owner", sides),
        reason: textIn(form, "reason"),
        dueOn: textIn(form, "dueOn"),
      },
    });
  }
  return (
    <AskDialog
      title={t("shortfall.raise")}
      verb={t("shortfall.submit")}
      asked={raising}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField label={t("shortfall.what")} name="kind">
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`shortfall.kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("column.service")} name="service">
        <option value="">{t("shortfall.whole")}</option>
        {order.lines.map(
          ({ service, serviceName }) =>
            service && (
              <option key={service.id} value={service.id}>
                {serviceName}
              </option>
            ),
        )}
      </SelectField>
      <TextArea
        label={t("shortfall.reason")}
        hint={t("noPerson")}
        name="reason"
        required
        minLength={3}
        maxLength={1000}
        error={raising.errorAt("reason")}
      />
      <SelectField label={t("shortfall.owner")} name="owner">
        {sides.map((side) => (
          <option key={side} value={side}>
            {side === "HUB" ? t("side.HUB") : order.partner?.name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("shortfall.dueOn")}
        name="dueOn"
        type="date"
        required
        error={raising.errorAt("dueOn")}
      />
    </AskDialog>
  );
}
