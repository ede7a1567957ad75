// Places in several centres side by side: one service, and what of it is promised to each centre.
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Empty } from "../design/Empty.js";
import { Note } from "../design/Note.js";
import { QuotaDialog } from "./QuotaDialog.js";
import type { Quota } from "./quotas.documents.js";
import { QuotasQuery } from "./quotas.documents.js";
import { QuotaTable } from "./QuotaTable.js";

export function QuotasPage() {
  const { t } = useTranslation("offer");
  const { partner } = useViewer();
  // the log of this centre tells nothing of the others
  const { data, refetch } = usePageQuery(QuotasQuery, {}, { from: "network" });
  const [chosen, setChosen] = useState<Quota | null>(null);
  const [saved, setSaved] = useState<Quota | null>(null);
  const quotas = useMemo(() => data.viewer?.quotas ?? [], [data]);
  const services = useMemo(() => byService(quotas), [quotas]);
  return (
    <Page
      title={t("quotas.title")}
      above={<p>{partner.name}</p>}
      intro={<p>{t("quotas.intro")}</p>}
      actions={<Link to="/oferta">{t("quotas.back")}</Link>}
    >
      {saved && (
        <Note tone="ok" icon="check" role="status">
          {t("quotas.saved", {
            service: saved.serviceName,
            centre: saved.membership.centreName,
            total: saved.capacity.total,
          })}
        </Note>
      )}
      {services.length === 0 && (
        <Empty title={t("quotas.none")}>{t("quotas.noneText")}</Empty>
      )}
      {services.map((ofService) => (
        <QuotaTable
          key={ofService.map(({ serviceId }) => serviceId).join()}
          quotas={ofService}
          onChoose={(quota) => {
            setSaved(null);
            setChosen(quota);
          }}
        />
      ))}
      {chosen && (
        <QuotaDialog
          quota={chosen}
          onClose={() => setChosen(null)}
          onSaved={(quota) => {
            setSaved(quota);
            setChosen(null);
            void refetch();
          }}
        />
      )}
    </Page>
  );
}

/** What is called and counted alike in several centres is one service; those in several stand first. */
function byService(quotas: readonly Quota[]): Quota[][] {
  const services = new Map<string, Quota[]>();
  for (const quota of quotas) {
    const { serviceName, capacity } = quota;
    const key = `${capacity.unit} ${serviceName.trim().toLocaleLowerCase("pl")}`;
    services.set(key, [...(services.get(key) ?? []), quota]);
  }
  return [...services.values()].toSorted(
    (one, other) => other.length - one.length,
  );
}
