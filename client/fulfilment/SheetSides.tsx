// Which side has confirmed a sheet, and when.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type { ShownSheet } from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";

interface Props {
  sheet: ShownSheet;
  organisation: string;
}

export function SheetSides({ sheet, organisation }: Props) {
  const { t } = useTranslation("fulfilment");
  const { written } = useDates(useNow());
  const said = (at: string | null) =>
    at
      ? t("sheet.confirmedAt", { moment: written(new Date(at)) })
      : t("sheet.waits");
  return (
    <dl className={styles.sides}>
      <div>
        <dt>{t("side.HUB")}</dt>
        <dd>{said(sheet.hubConfirmedAt)}</dd>
      </div>
      <div>
        <dt>{organisation}</dt>
        <dd>{said(sheet.partnerConfirmedAt)}</dd>
      </div>
      <div>
        <dt>{t("sheet.draftedAt")}</dt>
        <dd>{written(new Date(sheet.draftedAt))}</dd>
      </div>
    </dl>
  );
}
