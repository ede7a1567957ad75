// "Nagłe": somebody needs help now. What takes her, whom to call, one press to send, and what is awaited already.
import { skipToken, useQuery } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { referralPath } from "../app/shell/referral-path.js";
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
import { callee } from "./CallNow.js";
import {
  EmergencyQuery,
  NextInEmergency,
  NotTakenQuery,
} from "./emergency.documents.js";
import styles from "./Emergency.module.css";
import { EmergencyRow, type OpenToEmergency } from "./EmergencyRow.js";
import { lately, saidFullLately } from "./not-taken.js";
import { NotTakenEmergencies } from "./NotTakenEmergencies.js";
import { SentEmergencies } from "./SentEmergencies.js";
import { standsIn } from "./stands-in.js";

const longestReference = 40;

export function EmergencyPage() {
  const { t } = useTranslation(["emergency", "referring"]);
  const { centre, name } = useViewer();
  const now = useNow();
  const { inMind, cases } = useCases();
  const [caseId, setCaseId] = useState(inMind?.id ?? null);
  const [reference, setReference] = useState("");
  const personal = identifyingIn(reference);
  const [sent, setSent] = useState<{ number: string; service: string } | null>(
    null,
  );
  const news = useRef<HTMLElement>(null);
  const onSent = useCallback(
    (number: string, service: string) => setSent({ number, service }),
    [],
  );
  // the row of what was sent leaves its place: without this the next one stands under the finger
  useEffect(() => {
    if (sent) news.current?.focus();
  }, [sent]);
  const { data } = usePageQuery(
    EmergencyQuery,
    { centreId: centre.id },
    { from: "network", of: ["PARTNER", "AGREEMENT"] },
  );
  const asked = usePageQuery(
    NotTakenQuery,
    { centreId: centre.id },
    { from: "network", of: ["REFERRAL"] },
  );
  const ended = lately(asked.data.centre?.ended.nodes ?? [], now);
  const services = data.centre?.services.nodes ?? [];
  const takes = (one: OpenToEmergency) =>
    one.viewerCanRefer && !one.referralObstacle && !wouldWait(one, 1);
  // who could not take anybody a moment ago will hardly do so now, and who is closed promises nothing
  const couldNot = ({ id, saidFullAt }: OpenToEmergency) =>
    ended.some(({ service }) => service.id === id) ||
    saidFullLately(saidFullAt, now) !== null;
  const isClosed = ({ partner }: OpenToEmergency) =>
    callee(partner.contactPersons, now)?.answers === false;
  const free = services.filter(takes);
  const atOnce = free.filter((one) => !isClosed(one) && !couldNot(one));
  const perhaps = free.filter((one) => !atOnce.includes(one));
  const others = services.filter((one) => !takes(one));
  const next = useNextOf(services);
  const whom =
    cases.find(({ id }) => id === caseId)?.pseudonym ??
    (!personal && reference.trim() ? reference.trim() : t("whom.nobody"));
  const row = (service: OpenToEmergency, isFree: boolean) => (
    <EmergencyRow
      key={service.id}
      {...{ service, isFree, now, caseId, onSent }}
      ended={ended.find((one) => one.service.id === service.id) ?? null}
      reference={personal ? null : reference.trim() || null}
      standIns={next.filter((other) => standsIn(service, other))}
      others={next
        .filter(
          ({ id, area, emergency }) =>
            id !== service.id && (emergency || area === service.area),
        )
        .toSorted(
          (one, other) =>
            Number(other.area === service.area) -
            Number(one.area === service.area),
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
      {sent && !ended.some(({ number }) => number === sent.number) && (
        <section
          ref={news}
          className={styles.news}
          tabIndex={-1}
          aria-label={t("sent.news")}
        >
          <Note tone="ok" icon="check" title={t("sent.title")}>
            <Link to={referralPath(sent.number)}>{sent.number}</Link>,{" "}
            {sent.service}. {t("sent.awaited")}
          </Note>
        </section>
      )}
      <SentEmergencies now={now} />
      <NotTakenEmergencies ended={ended} now={now} />
      <div className={styles.folded} data-print="no">
        <details className={styles.whom}>
          <summary>
            {t("whom.title")}: <strong>{whom}</strong>
          </summary>
          <div className={styles.fields}>
            <CaseField chosen={caseId} onChoose={setCaseId} />
            <TextField
              label={t("referring:reference.label")}
              hint={t("referring:reference.hint")}
              maxLength={longestReference}
              autoComplete="off"
              value={reference}
              error={
                personal ? t(`referring:reference.${personal}`) : undefined
              }
              onChange={(event) => setReference(event.target.value)}
            />
          </div>
          <p className={styles.muted}>{t("whom.number")}</p>
        </details>
        <details className={styles.whom}>
          <summary>{t("say.title")}</summary>
          <ol>
            <li>{t("say.who", { name, centre: centre.name })}</li>
            <li>{t("say.what")}</li>
            <li>{t("say.number")}</li>
            <li>{t("say.never")}</li>
          </ol>
        </details>
      </div>
      <section className={styles.services}>
        <h2>{t("free.title")}</h2>
        {atOnce.length === 0 && (
          <p>{t(perhaps.length > 0 ? "free.later" : "free.none")}</p>
        )}
        <ul>{atOnce.map((service) => row(service, true))}</ul>
      </section>
      {perhaps.length > 0 && (
        <section className={styles.services} aria-labelledby="niepewne">
          <h2 id="niepewne">{t("perhaps.title")}</h2>
          <ul>{perhaps.map((service) => row(service, true))}</ul>
        </section>
      )}
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
    .filter((one) => one.viewerCanRefer && !wouldWait(one, 1))
    .toSorted((one, other) => Number(other.emergency) - Number(one.emergency));
}
