// Where the sources of a sheet have changed since it was frozen: shown beside it, never put into it.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { Note } from "../design/Note.js";
import { SheetDifferencesQuery } from "./fulfilment.documents.js";
import { useMoney } from "./use-money.js";

interface Props {
  sheetId: string;
  /** Of the organisation's report: with another one the sources have changed. */
  reportVersion: number | null;
}

export function SheetDifferences({ sheetId, reportVersion }: Props) {
  const { t } = useTranslation("fulfilment");
  const money = useMoney();
  const { data, refetch } = usePageQuery(
    SheetDifferencesQuery,
    { sheetId },
    { from: "network", of: ["ACCOUNTS"] },
  );
  const readAt = useRef(reportVersion);
  useEffect(() => {
    if (readAt.current === reportVersion) return;
    readAt.current = reportVersion;
    void refetch();
  }, [reportVersion, refetch]);
  const differences =
    data.node?.__typename === "SettlementSheet" ? data.node.differences : [];
  if (differences.length === 0) return null;
  return (
    <Note tone="info" icon="refresh" title={t("changed.title")}>
      <ul>
        {differences.map((one) => (
          <li key={one.serviceName}>
            {t("changed.line", {
              service: one.serviceName,
              was: one.wasDelivered,
              is: one.isDelivered,
              wasCost: money(one.wasCostGrosze),
              isCost: money(one.isCostGrosze),
            })}
          </li>
        ))}
      </ul>
    </Note>
  );
}
