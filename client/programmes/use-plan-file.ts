// The implementation plan as a file for a spreadsheet, with what the viewer sees and nothing else.
import { useTranslation } from "react-i18next";

import { zlotyOf } from "../design/money.js";
import type { Programme } from "./elements.js";

/** A text that begins like a formula is none. */
const cell = (text: string) =>
  `"${text.replaceAll('"', '""').replace(/^[=+\-@\t\r]/, "'$&")}"`;

export function usePlanFile({ name, plan }: Programme): () => void {
  const { t } = useTranslation("programmes");
  return () => {
    const head = ["service", "partner", "mode", "agreement", "money", "on"]
      .concat("state", "missing")
      .map((column) => t(`plan.${column}`));
    const rows = plan.map((row) => [
      row.service?.name ?? row.serviceName ?? t("plan.hidden"),
      row.partner?.name ?? t("plan.noPartner"),
      t(`mode.${row.mode}`),
      row.agreement?.number ?? "",
      zlotyOf(row.amountGrosze),
      row.plannedOn ?? "",
      t(`state.${row.state}`),
      row.gaps.map((gap) => t(`gap.${gap}`)).join(", "),
    ]);
    const text = [head, ...rows]
      .map((line) => line.map(cell).join(";"))
      .join("\r\n");
    // the mark tells spreadsheets that this is UTF-8
    const file = new Blob(["\uFEFF", text], { type: "text/csv" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${t("plan.fileName", { name })}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}
