// The slip that a resident takes along: number, code and where to go, in plain words; nothing of the person.
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";

import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { numberInPath, referralPath } from "../app/shell/referral-path.js";
import { Button, ButtonLink } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import { isOver } from "./awaits.js";
import { type SentCourse, useCourse } from "./course-query.js";
import { PartnerPhone } from "./PartnerPhone.js";
import { QrCode } from "./QrCode.js";
import styles from "./SlipPage.module.css";
import { UnknownReferral } from "./UnknownReferral.js";

export function SlipPage() {
  const { number = "" } = useParams();
  return <Slip key={number} number={numberInPath(number)} />;
}

function Slip({ number }: { number: string }) {
  const { t } = useTranslation("referring");
  const { centre } = useViewer();
  const referral = useCourse(number);
  const { until } = useDates(useNow());
  if (!referral) return <UnknownReferral />;

  const { service, partner, tokenCode, offeredUntil, dueAt, status } = referral;
  const isAnswered = !["SENT", "RECEIVED", "INFO_REQUESTED"].includes(status);
  const facts: [string, string | null][] = [
    ["service", service.name],
    ["partner", partner.name],
    ["where", placesOf(referral)],
    ["due", !isAnswered && dueAt ? until(new Date(dueAt)) : null],
    [
      "offered",
      status === "OFFERED" && offeredUntil
        ? until(new Date(offeredUntil))
        : null,
    ],
  ];
  return (
    <Page
      title={t("slip.title")}
      tabTitle={`${t("slip.title")} ${referral.number}`}
      intro={<span data-print="no">{t("slip.intro")}</span>}
      actions={
        <>
          <ButtonLink to={referralPath(referral.number)} icon="back">
            {t("slip.back")}
          </ButtonLink>
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t("slip.print")}
          </Button>
        </>
      }
    >
      {isOver(status) && <Note tone="warn">{t("slip.closed")}</Note>}
      <article className={styles.slip}>
        <div className={styles.top}>
          <p>
            {t("slip.number")}
            <strong className={styles.number}>{referral.number}</strong>
            {t("slip.code")}
            <strong className={styles.number}>{tokenCode}</strong>
          </p>
          <QrCode
            text={`${referral.number} ${tokenCode}`}
            label={t("slip.qr", { number: referral.number })}
          />
        </div>
        <dl>
          {facts.map(
            ([name, fact]) =>
              fact && (
                <div key={name}>
                  <dt>{t(`slip.${name}`)}</dt>
                  <dd>{fact}</dd>
                </div>
              ),
          )}
          <PartnerPhone partnerId={partner.id} label={t("slip.phone")} />
        </dl>
        <h2>{t("slip.todo")}</h2>
        <ol>
          {stepsOf(referral).map((step) => (
            <li key={step}>{t(`slip.steps.${step}`)}</li>
          ))}
        </ol>
        <p className={styles.from}>{t("slip.from", { centre: centre.name })}</p>
      </article>
    </Page>
  );
}

/** The place of the service and the address of the partner, once where they are the same. */
function placesOf({ service, partner }: SentCourse): string {
  const places = [service.place, partner.address].filter(Boolean);
  return [...new Set(places)].join(", ");
}

/** What the resident does next depends on whether the place is there already. */
function stepsOf({ status }: SentCourse): string[] {
  if (status === "WAITLISTED") return ["waiting", "bring"];
  if (status === "ACCEPTED") return ["call", "bring", "change"];
  if (status === "IN_PROGRESS" || status === "SUSPENDED")
    return ["running", "bring", "change"];
  return ["ask", "bring", "change"];
}
