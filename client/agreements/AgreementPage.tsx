// One agreement: its state and next step, who has signed, what it sets going, who does what, and its history.
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { agreementRoles, holdsAny, useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink, DownloadLink } from "../design/Button.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { OpenShortfalls } from "../fulfilment/index.js";
import type { AgreementQuery as Read } from "../graphql/generated/graphql.js";
import { AgreementDocuments } from "./AgreementDocuments.js";
import { AgreementHistory } from "./AgreementHistory.js";
import { AgreementMoves } from "./AgreementMoves.js";
import { AgreementParties } from "./AgreementParties.js";
import { AgreementRemarks } from "./AgreementRemarks.js";
import { AgreementQuery } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { endsSoon } from "./choices.js";
import { leavingOf, spanOf } from "./leaving.js";
import { OpenUnder } from "./OpenUnder.js";
import { StateTag } from "./StateTag.js";
import { useDay, useSpan } from "./use-span.js";
import { WhatItDoes } from "./WhatItDoes.js";

export type Agreement = Extract<
  NonNullable<Read["node"]>,
  { __typename: "Agreement" }
>;

export function AgreementPage() {
  const { t } = useTranslation("agreements");
  const { id = "" } = useParams();
  const day = useDay();
  const span = useSpan();
  const viewer = useViewer();
  const hasList = holdsAny(viewer, agreementRoles);
  const { data, refetch } = usePageQuery(
    AgreementQuery,
    { id },
    { from: "network", of: ["AGREEMENT", "ACCOUNTS", "REFERRAL"] },
  );
  if (data.node?.__typename !== "Agreement") return <NotFoundPage />;
  const agreement = data.node;
  const { number, title, kind, status, terms } = agreement;
  const leaving = leavingOf(agreement, viewer.partner.id);
  const readAnew = () => void refetch();
  return (
    <Page
      title={`${number} · ${title}`}
      tabTitle={number}
      actions={
        <>
          {isSettled(agreement) && (
            <ButtonLink to={`/umowy/${id}/rozliczenie`}>
              {t("settlement")}
            </ButtonLink>
          )}
          {terms && (
            <DownloadLink href={`/agreement-papers/${agreement.id}`}>
              {t("pdf")}
            </DownloadLink>
          )}
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      {hasList && (
        <p data-print="no">
          <Link to="/umowy">{t("back")}</Link>
        </p>
      )}
      <div className={styles.head}>
        <StateTag agreement={agreement} leaving={leaving} />
        <span>{t(`agreementKind.${kind}`)}</span>
        <span>{span(spanOf(agreement, viewer.partner.id))}</span>
        {agreement.isPublic && <span>{t("isPublic")}</span>}
      </div>
      {leaving?.hasLeft ? (
        <Note
          tone="info"
          icon="clock"
          title={t("youLeft.title", { day: day(leaving.leftOn) })}
        >
          {t("youLeft.text")}
          {agreement.versions.length > 0 && ` ${t("youLeft.versions")}`}
        </Note>
      ) : (
        <NextStep agreement={agreement} />
      )}
      <UnderWay agreement={agreement} />
      <Signed agreement={agreement} />
      <AgreementMoves agreement={agreement} onMoved={readAnew} />
      {agreement.orders.length > 0 && <OpenShortfalls agreementId={id} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <AgreementParties agreement={agreement} onMoved={readAnew} />
          <WhatItDoes
            agreement={agreement}
            hasLeft={leaving?.hasLeft ?? false}
          />
          <OpenUnder agreement={agreement} />
          {terms && saysWhoDoesWhat(agreement) && (
            <WhoDoesWhat agreement={agreement} tasks={terms.tasks} />
          )}
          <AgreementHistory agreement={agreement} onMoved={readAnew} />
        </div>
        <div className={styles.column}>
          <Promises agreement={agreement} />
          <AgreementDocuments agreement={agreement} onMoved={readAnew} />
          {status !== "DRAFT" && (
            <AgreementRemarks agreement={agreement} onMoved={readAnew} />
          )}
        </div>
      </div>
    </Page>
  );
}

/** An entrustment of data has no tasks beside those of the law. */
function saysWhoDoesWhat({ kind, terms }: Agreement): boolean {
  return kind !== "DATA_PROCESSING" || (terms?.tasks.length ?? 0) > 0;
}

/** Something is ordered under it, or can be. */
function isSettled(agreement: Agreement): boolean {
  const { orders, viewerCanPlaceOrder, allowsReferrals } = agreement;
  return orders.length > 0 || (viewerCanPlaceOrder && allowsReferrals);
}

/** What it waits for, and of whom. */
function NextStep({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const { status, terms, endedOn } = agreement;
  const waiting = (terms?.parties ?? []).filter(
    ({ leftOn, agreedOn, signedOn }) =>
      leftOn === null &&
      ((status === "IN_NEGOTIATION" && agreedOn === null) ||
        (status === "AGREED" && signedOn === null)),
  );
  const reason = terms?.suspendReason ?? terms?.endReason;
  const whom = waiting.map(({ partner }) => partner?.shortName).join(", ");
  const gives = endedOn !== null && status === "ACTIVE";
  const ends = endsSoon(agreement) && !terms?.renewMonths && agreement.validTo;
  const holds = status === "ACTIVE" && !ends;
  return (
    <Note
      tone={holds ? "ok" : ends || status === "EXPIRED" ? "warn" : "info"}
      icon={holds ? "check" : "clock"}
      title={
        ends && !gives
          ? t("next.ENDS", { day: day(ends) })
          : t(gives ? "next.NOTICE" : `next.${status}`)
      }
    >
      {ends && agreement.allowsReferrals && `${t("next.endsText")} `}
      {whom && t("waitsFor", { whom })}
      {reason && t("because", { reason })}
    </Note>
  );
}

/** New terms that wait for signatures, while the old ones are in force. */
function UnderWay({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const proposed = agreement.versions.find(
    ({ status }) => status === "PROPOSED",
  );
  if (!proposed) return null;
  const whom = proposed.signatures
    .filter(({ signedOn }) => signedOn === null)
    .map(({ partner }) => partner?.shortName)
    .join(", ");
  return (
    <Note
      tone="info"
      icon="clock"
      title={t(proposed.effectiveFrom ? "underWay.from" : "underWay.title", {
        revision: proposed.revision,
        day: proposed.effectiveFrom && day(proposed.effectiveFrom),
      })}
    >
      {whom && t("waitsFor", { whom })}{" "}
      <a href="#historia">{t("underWay.go")}</a>
    </Note>
  );
}

/** New terms that all have signed, and that wait for their first day, or for what keeps them back. */
function Signed({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const signed = agreement.versions.find(({ status }) => status === "SIGNED");
  if (!signed?.effectiveFrom) return null;
  const said = {
    revision: signed.revision,
    day: day(signed.effectiveFrom),
  };
  return (
    <Note
      tone={signed.heldOn ? "warn" : "info"}
      icon={signed.heldOn ? "warning" : "clock"}
      title={t(signed.heldOn ? "underWay.held" : "underWay.signed", said)}
    >
      {signed.heldOn && `${t("underWay.heldText")} `}
      <a href="#historia">{t("underWay.go")}</a>
    </Note>
  );
}

type Terms = NonNullable<Agreement["terms"]>;

interface TasksProps {
  agreement: Agreement;
  tasks: Terms["tasks"];
}

function WhoDoesWhat({ agreement, tasks }: TasksProps) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  return (
    <section className={styles.card}>
      <h2>{t("tasks.title")}</h2>
      {tasks.length === 0 && <p className={styles.muted}>{t("tasks.none")}</p>}
      <ul className={styles.rows}>
        {tasks.map(({ task, part, partner }) => {
          const leaving = partner && leavingOf(agreement, partner.id);
          return (
            <li key={`${task} ${partner?.id ?? ""}`}>
              <span className={styles.what}>{task}</span>
              <span>
                <strong>{partner?.shortName}</strong>{" "}
                {!leaving?.hasLeft && t(`part.${part}`)}
              </span>
              {leaving && <Tag>{t("left", { day: day(leaving.leftOn) })}</Tag>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Promises({ agreement }: { agreement: Agreement }) {
  const { t, i18n } = useTranslation("agreements");
  const { terms, finance } = agreement;
  if (!terms) return null;
  const money = (grosze: number) =>
    new Intl.NumberFormat(i18n.language, {
      style: "currency",
      currency: "PLN",
    }).format(grosze / 100);
  const facts = [
    ["purpose", terms.purpose],
    [
      "programme",
      terms.programme && (
        <Link to={`/programy/${terms.programme.id}`}>
          {terms.programme.name}
        </Link>
      ),
    ],
    ["noticeDays", terms.noticeDays && t("days", { count: terms.noticeDays })],
    [
      "renewMonths",
      terms.renewMonths && t("months", { count: terms.renewMonths }),
    ],
    ["meetingsPerYear", terms.meetingsPerYear],
    ["reporting", terms.reporting],
    ["disputeClause", terms.disputeClause],
    ["grantForm", terms.grantForm && t(`grantForm.${terms.grantForm}`)],
    ["financeMode", finance?.mode && t(`mode.${finance.mode}`)],
    [
      "amount",
      finance?.amountGrosze === null || finance?.amountGrosze === undefined
        ? null
        : money(finance.amountGrosze),
    ],
    ["settlementRules", finance?.settlementRules],
  ] as const;
  const said = facts.filter(
    ([, value]) => value !== null && value !== undefined,
  );
  if (said.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t("promises")}</h2>
      <dl className={styles.facts}>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
