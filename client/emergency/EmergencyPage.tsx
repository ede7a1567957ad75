// "Nagłe": somebody needs help now. What takes her, whom to call, one press to send, and what is awaited already.
import { skipToken, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import { useStanding } from "../graphql/use-standing.js";
import {
  CaseField,
  identifyingIn,
  useCases,
  wouldWait,
} from "../referring/index.js";
import { EmergencyQuery, NextInEmergency } from "./emergency.documents.js";
import styles from "./Emergency.module.css";
import { EmergencyRow, type OpenToEmergency } from "./EmergencyRow.js";
import { SentEmergencies } from "./SentEmergencies.js";

const longestReference = 40;

export function EmergencyPage() {
  const { t } = useTranslation(["emergency", "referring"]);
  const { centre, name } = useViewer();
  const now = useNow();
  const { inMind } = useCases();
  const [caseId, setCaseId] = useState(inMind?.id ?? null);
  const [reference, setReference] = useState("");
  const personal = identifyingIn(reference);
  const { data } = usePageQuery(
    EmergencyQuery,
    { centreId: centre.id },
    { from: "network", of: ["PARTNER", "AGREEMENT"] },
  );
  const services = data.centre?.services.nodes ?? [];
  const takes = (one: OpenToEmergency) =>
    one.viewerCanRefer && !one.referralObstacle && !wouldWait(one, 1);
  const free = services.filter(takes);
  const others = services.filter((one) => !takes(one));
  const next = useNextOf(services);
  const row = (service: OpenToEmergency, isFree: boolean) => (
    <EmergencyRow
      key={service.id}
      {...{ service, isFree, now, caseId }}
      reference={personal ? null : reference.trim() || null}
      next={next.filter(
        ({ id, area }) => id !== service.id && area === service.area,
      )}
    />
  );
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <Note tone="danger" icon="warning" title={t("danger.title")}>
        {t("danger.text")} <a href="tel:112">112</a>
      </Note>
      <SentEmergencies now={now} />
      <section className={styles.whom} data-print="no">
        <h2>{t("whom.title")}</h2>
        <div className={styles.fields}>
          <CaseField chosen={caseId} onChoose={setCaseId} />
          <TextField
            label={t("referring:reference.label")}
            hint={t("referring:reference.hint")}
            maxLength={longestReference}
            autoComplete="off"
            value={reference}
            error={personal ? t(`referring:reference.${personal}`) : undefined}
            onChange={(event) => setReference(event.target.value)}
          />
        </div>
        <p>{t("whom.number")}</p>
      </section>
      <details className={styles.say}>
        <summary>{t("say.title")}</summary>
        <ol>
          <li>{t("say.who", { name, centre: centre.name })}</li>
          <li>{t("say.what")}</li>
          <li>{t("say.number")}</li>
          <li>{t("say.never")}</li>
        </ol>
      </details>
      <section className={styles.services}>
        <h2>{t("free.title")}</h2>
        {free.length === 0 && <p>{t("free.none")}</p>}
        <ul>{free.map((service) => row(service, true))}</ul>
      </section>
      {others.length > 0 && (
        <section className={styles.services}>
          <h2>{t("others.title")}</h2>
          <ul>{others.map((service) => row(service, false))}</ul>
        </section>
      )}
    </Page>
  );
}

/** Of the same areas, free now; what is open to emergencies first. */
function useNextOf(services: readonly OpenToEmergency[]) {
  const { centre } = useViewer();
  const areas = [...new Set(services.map(({ area }) => area))].sort();
  const { data } = useQuery(
    NextInEmergency,
    areas.length > 0
      ? { variables: { centreId: centre.id, areas } }
      : skipToken,
  );
  const nodes = useStanding(data, areas.join())?.centre?.services.nodes ?? [];
  return nodes
    .filter(({ viewerCanRefer }) => viewerCanRefer)
    .toSorted((one, other) => Number(other.emergency) - Number(one.emergency));
}
