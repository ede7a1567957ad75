// A settlement sheet as a table for a spreadsheet, in the words of the screen; money in złote.
import { useTranslation } from "react-i18next";

import { csvOf } from "../design/keep-file.js";
import type { ShownSheet } from "./fulfilment.documents.js";

export function useSheetCsv() {
  const { t } = useTranslation("fulfilment");
  const inZloty = (grosze: number) => (grosze / 100).toFixed(2);
  return (organisation: string, period: string, sheet: ShownSheet): string =>
    csvOf([
      [t("sheet.title"), organisation, period, sheet.from, sheet.to],
      [t("sheet.version"), sheet.revision, t(`sheet.status.${sheet.status}`)],
      [t("sheet.draftedAt"), sheet.draftedAt],
      [t("side.HUB"), sheet.hubConfirmedAt],
      [organisation, sheet.partnerConfirmedAt],
      [],
      [
        t("column.service"),
        t("column.unit"),
        t("column.ordered"),
        t("column.delivered"),
        t("column.source"),
        t("column.missed"),
        t("column.price"),
        t("column.cost"),
      ],
      ...sheet.accounts.lines.map((line) => [
        line.serviceName,
        t(`unit.${line.unit}`),
        line.ordered,
        line.delivered,
        t(`source.${line.source}`),
        line.missed,
        line.unitPriceGrosze === null ? null : inZloty(line.unitPriceGrosze),
        inZloty(line.costGrosze),
      ]),
      [
        t("together"),
        null,
        null,
        null,
        null,
        null,
        null,
        inZloty(sheet.accounts.costGrosze),
      ],
    ]);
}
