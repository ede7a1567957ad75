// The organiser writes down what is ordered of an organisation: how much of which services, and at what price.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { AskDialog } from "../app/forms/AskDialog.js";
import { SelectField, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import {
  PlaceOrder,
  ServicesToOrderQuery,
  type ShownOrder,
} from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { useSettling } from "./use-settling.js";

interface Props {
  agreementId: string;
  partnerId: string;
  /** Services that the agreement names; none: all. */
  scope: readonly (string | undefined)[];
  /** What was ordered so far. */
  order: ShownOrder | undefined;
  onClose(): void;
  onOrdered(): void;
}

const periods = ["MONTH", "QUARTER", "YEAR"] as const;

export function OrderDialog(props: Props) {
  const { agreementId, partnerId, scope, order, onClose, onOrdered } = props;
  const { t } = useTranslation("fulfilment");
  const [per, setPer] = useState<(typeof periods)[number]>(
    order?.per ?? "QUARTER",
  );
  const { data } = usePageQuery(ServicesToOrderQuery, { partnerId });
  const services = (
    data.node?.__typename === "Partner" ? data.node.services : []
  ).filter(({ id }) => scope.length === 0 || scope.includes(id));
  const ordering = useSettling(PlaceOrder, onOrdered);
  /** Services as they were sent, in this order. */
  const [sent, setSent] = useState<readonly string[]>([]);
  const errorAt = (serviceId: string, ...fields: string[]) => {
    const place = sent.indexOf(serviceId);
    return fields
      .map((field) => ordering.errorAt(`lines.${place}.${field}`))
      .find(Boolean);
  };
  const known = (serviceId: string) =>
    order?.lines.find(({ service }) => service?.id === serviceId);
  function submit(form: FormData) {
    const lines = services.flatMap(({ id }) => {
      const quantity = Number(textIn(form, `quantity ${id}`));
      const price = textIn(form, `price ${id}`).replace(",", ".");
      const unitPriceGrosze =
        price === "" ? null : Math.round(Number(price) * 100);
      return quantity > 0 ? [{ serviceId: id, quantity, unitPriceGrosze }] : [];
    });
    setSent(lines.map(({ serviceId }) => serviceId));
    const ifVersion = order?.version ?? null;
    void ordering.settle({
      input: { agreementId, partnerId, per, lines, ifVersion },
    });
  }
  return (
    <AskDialog
      title={t("order.title")}
      width="wide"
      verb={t("order.submit")}
      asked={ordering}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("order.text")}</p>
      <SelectField
        label={t("order.per")}
        value={per}
        error={ordering.errorAt("per") ?? ordering.errorAt("lines")}
        onChange={({ target }) =>
          setPer(periods.find((one) => one === target.value) ?? per)
        }
      >
        {periods.map((one) => (
          <option key={one} value={one}>
            {t(`order.period.${one}`)}
          </option>
        ))}
      </SelectField>
      {services.map(({ id, name, capacity }) => (
        <fieldset key={id} className={styles.ordered}>
          <legend>{name}</legend>
          <TextField
            label={t("order.quantity")}
            hint={capacity && t(`unit.${capacity.unit}`)}
            name={`quantity ${id}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={1_000_000}
            defaultValue={known(id)?.quantity}
            error={errorAt(id, "serviceId", "quantity")}
          />
          <TextField
            label={t("order.price")}
            name={`price ${id}`}
            inputMode="decimal"
            pattern="[0-9]{1,6}([.,][0-9]{1,2})?"
            defaultValue={priceOf(known(id)?.unitPriceGrosze)}
            error={errorAt(id, "unitPriceGrosze")}
          />
        </fieldset>
      ))}
    </AskDialog>
  );
}

function priceOf(grosze: number | null | undefined): string {
  return typeof grosze === "number"
    ? (grosze / 100).toFixed(2).replace(".", ",")
    : "";
}
