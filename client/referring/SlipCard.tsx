// The sheet itself: number, code and where to go, in the language of whom it is given to.
import { useTranslation } from "react-i18next";

import { useReferralWords } from "../app/live/use-referral-words.js";
import { useViewer } from "../app/session/viewer.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import { doorAddress } from "../door/index.js";
import { isOver } from "./awaits.js";
import type { SentCourse } from "./course-query.js";
import { PartnerPhone } from "./PartnerPhone.js";
import { QrCode } from "./QrCode.js";
import styles from "./SlipPage.module.css";

export function SlipCard({ referral }: { referral: SentCourse }) {
  const { t, i18n } = useTranslation("referring");
  const { centre } = useViewer();
  const { until, onPaper } = useDates(useNow());
  const { service, partner, offeredUntil, dueAt, status } = referral;
  const tokenCode = referral.tokenCode ?? "";
  const awaited = awaitedOf(referral);
  const words = useReferralWords(
    referral.id,
    referral.statutoryDocumentRequired,
  );
  const lacksPaper = words !== null && !words.statutoryDocumentRef;
  const isAnswered = !["SENT", "RECEIVED", "INFO_REQUESTED"].includes(status);
  const isTicket = isTicketOf(referral);
  const heldUntil =
    status === "OFFERED" ? offeredUntil : isTicket && !isAnswered && dueAt;
  const facts: [string, string | null][] = [
    ["service", service.name],
    ["partner", partner.name],
    // with its year: the sheet lies about
    ["when", awaited && onPaper(new Date(awaited.at))],
    [
      "where",
      awaited?.atHome
        ? t("slip.atHome")
        : (awaited?.place ?? placesOf(referral)),
    ],
    [awaited?.atHome ? "prepare" : "take", awaited?.bring ?? null],
    ["askFor", awaited?.askFor ?? null],
    ["due", !isAnswered && !isTicket && dueAt ? until(new Date(dueAt)) : null],
    ["offered", heldUntil ? until(new Date(heldUntil)) : null],
  ];
  return (
    <article className={styles.slip} lang={i18n.language}>
      <div className={styles.top}>
        <p>
          {t("slip.number")}
          <strong className={styles.number}>{referral.number}</strong>
          {t("slip.code")}
          <strong className={styles.number}>{tokenCode}</strong>
        </p>
        <QrCode
          text={
            referral.disclosureLevel === "L0_TOKEN"
              ? doorAddress(tokenCode)
              : `${referral.number} ${tokenCode}`
          }
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
        {!holdsPhone(awaited?.askFor) && (
          <PartnerPhone partnerId={partner.id} label={t("slip.phone")} />
        )}
      </dl>
      <h2>{t("slip.todo")}</h2>
      <ol>
        {stepsOf(referral, lacksPaper).map((step) => (
          <li key={step}>{t(`slip.steps.${step}`)}</li>
        ))}
      </ol>
      <p className={styles.from}>{t("slip.from", { centre: centre.name })}</p>
    </article>
  );
}

/** Whoever has nothing but a code is let in with it: nobody has to answer first. */
function isTicketOf({ disclosureLevel, service }: SentCourse): boolean {
  const unit = service.capacity?.unit;
  return (
    disclosureLevel === "L0_TOKEN" &&
    (unit === "TICKETS_MONTH" || unit === "TICKETS_EVENT")
  );
}

/** Whom to ask for may stand with her telephone: then one is enough. */
function holdsPhone(askFor: string | null | undefined): boolean {
  return /\d(?:[\s-]?\d){8}/.test(askFor ?? "");
}

/** The place of the service and the address of the partner, once where they are the same. */
function placesOf({ service, partner }: SentCourse): string {
  const places = [service.place, partner.address].filter(Boolean);
  return [...new Set(places)].join(", ");
}

function awaitedOf({ status, appointment }: SentCourse) {
  return status === "ACCEPTED" && appointment?.state === "PLANNED"
    ? appointment
    : null;
}

/** What the resident does next depends on whether the place is there already, and on whether she has a date. */
function stepsOf(referral: SentCourse, lacksPaper: boolean): string[] {
  const { status } = referral;
  const paper = lacksPaper ? ["paper"] : [];
  if (status === "WAITLISTED") return ["waiting", "bring"];
  if (isTicketOf(referral) && !isOver(status) && status !== "OFFERED")
    return ["show", "change"];
  if (awaitedOf(referral)?.atHome)
    return ["stayIn", "keep", ...paper.map(() => "paperReady"), "changeAtHome"];
  if (awaitedOf(referral)) return ["come", "bring", ...paper, "change"];
  if (status === "ACCEPTED") return ["call", "bring", ...paper, "change"];
  if (status === "IN_PROGRESS" || status === "SUSPENDED")
    return ["running", "bring", "change"];
  return ["ask", "bring", "change"];
}
