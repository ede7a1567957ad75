// "Kroki": the path of a network through its six steps, what is still missing, and where to do it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { AnalysisDialog } from "./AnalysisDialog.js";
import { Meetings } from "./Meetings.js";
import { NeedDialog } from "./NeedDialog.js";
import { NeedRow } from "./NeedRow.js";
import { NetworkStateNote } from "./NetworkStateNote.js";
import { NetworkTabs } from "./NetworkTabs.js";
import styles from "./Partnership.module.css";
import { StepHistory } from "./StepHistory.js";
import { StepPath } from "./StepPath.js";
import { NetworkStepsQuery } from "./steps.documents.js";
import { useNetworkNamed } from "./use-network-named.js";

export function StepsPage() {
  const named = useNetworkNamed();
  return named ? <Steps id={named.id} /> : <NotFoundPage />;
}

function Steps({ id }: { id: string }) {
  const { t } = useTranslation("partnership");
  const { data, refetch } = usePageQuery(
    NetworkStepsQuery,
    { id },
    { from: "network", of: ["NETWORK", "NEED", "MEETING", "PROGRAMME"] },
  );
  const [open, setOpen] = useState<"need" | "analysis" | null>(null);
  if (data.node?.__typename !== "Network") return <NotFoundPage />;
  const network = data.node;
  const readAnew = () => void refetch();
  const done = () => {
    setOpen(null);
    readAnew();
  };
  const { needs, analysis } = network;
  return (
    <Page
      title={t("steps.title", { name: network.name })}
      intro={t("steps.intro")}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <NetworkTabs name={network.name} current="kroki" />
      <NetworkStateNote network={network} />
      <div className={styles.sections}>
        <StepPath network={network} onChanged={readAnew} />
        <section className={styles.card} id="potrzeby">
          <div className={styles.head}>
            <h2>{t("need.list")}</h2>
            {network.viewerCanRecordNeed && (
              <Button
                size="small"
                icon="plus"
                data-print="no"
                onClick={() => setOpen("need")}
              >
                {t("need.open")}
              </Button>
            )}
          </div>
          {needs.length === 0 ? (
            <p>{t("need.none")}</p>
          ) : (
            <ul>
              {needs.map((need) => (
                <NeedRow key={need.id} need={need} onChanged={readAnew} />
              ))}
            </ul>
          )}
        </section>
        <Meetings network={network} onChanged={readAnew} />
        <section className={styles.card} id="analiza">
          <div className={styles.head}>
            <h2>{t("analysis.title")}</h2>
            {network.viewerCanLead && (
              <Button
                size="small"
                data-print="no"
                onClick={() => setOpen("analysis")}
              >
                {analysis ? t("analysis.change") : t("analysis.open")}
              </Button>
            )}
          </div>
          {analysis ? (
            <dl className={styles.facts}>
              {(
                ["strengths", "weaknesses", "opportunities", "threats"] as const
              ).map((part) => (
                <div key={part}>
                  <dt>{t(`analysis.${part}`)}</dt>
                  <dd className={styles.text}>{analysis[part]}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p>{t("analysis.none")}</p>
          )}
        </section>
        <StepHistory taken={network.stepsTaken} />
      </div>
      {open === "need" && (
        <NeedDialog
          networkId={network.id}
          onClose={() => setOpen(null)}
          onSaved={done}
        />
      )}
      {open === "analysis" && (
        <AnalysisDialog
          network={network}
          onClose={() => setOpen(null)}
          onSaved={done}
        />
      )}
    </Page>
  );
}
