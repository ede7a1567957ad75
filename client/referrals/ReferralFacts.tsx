// What is to be done, with the least data: the code on the slip stands for the person.
import { useTranslation } from "react-i18next";

import { useReferralWords } from "../app/live/use-referral-words.js";
import { useDates } from "../design/dates.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { AfterTheEnd } from "./AfterTheEnd.js";
import { isFinished } from "./groups.js";
import { QueueFacts } from "./QueueFacts.js";
import styles from "./ReferralDetail.module.css";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function ReferralFacts({ referral, now }: Props) {
  const { t } = useTranslation(["referrals", "design"]);
  const { service, units, declineReason, discontinueReason } = referral;
  const { capacity } = service;
  const { moment } = useDates(now);
  const words = useReferralWords(
    referral.id,
    referral.statutoryDocumentRequired || referral.status === "WITHDRAWN",
  );
  const waiting = capacity?.waiting ?? 0;
  // nothing begins without it: from there on it is there, or not the viewer's
  const isAwaited =
    !isFinished(referral) &&
    !["IN_PROGRESS", "SUSPENDED"].includes(referral.status);
  const paper =
    words?.statutoryDocumentRef ??
    (words && isAwaited ? t("facts.documentMissing") : null);
  return (
    <section>
      <h2>{t(isFinished(referral) ? "facts.titleOver" : "facts.title")}</h2>
      <dl className={styles.facts}>
        <dt>{t("facts.need")}</dt>
        <dd>
          {service.name}
          {capacity &&
            `, ${t(`design:amount.${capacity.unit}`, { count: units })}`}
        </dd>
        {referral.kind === "APPLICATION_TRANSFER" && (
          <>
            <dt>{t("facts.kind")}</dt>
            <dd>{t("facts.application")}</dd>
          </>
        )}
        <dt>{t("facts.priority")}</dt>
        <dd>{t(`design:priority.${referral.priority}`)}</dd>
        {!isFinished(referral) && referral.tokenCode && (
          <>
            <dt>{t("facts.person")}</dt>
            <dd>
              {t("facts.slip")}{" "}
              <span className={styles.code}>{referral.tokenCode}</span>
            </dd>
          </>
        )}
        {referral.redeemedAt && (
          <>
            <dt>{t("facts.redeemed")}</dt>
            <dd>
              {t("facts.redeemedAt", {
                when: moment(new Date(referral.redeemedAt)),
              })}
            </dd>
          </>
        )}
        {capacity && (
          <>
            <dt>{t("facts.places")}</dt>
            <dd>
              {referral.holdsPlace &&
                `${t("facts.held", {
                  amount: t(`design:amount.${capacity.unit}`, { count: units }),
                })} `}
              {t(`design:free.${capacity.unit}`, {
                count: capacity.available,
              })}
              {waiting > 0 &&
                `, ${t("design:capacity.waitingAmount", {
                  amount: t(`design:amount.${capacity.unit}`, {
                    count: waiting,
                  }),
                })}`}
            </dd>
          </>
        )}
        {referral.status === "WAITLISTED" && (
          <QueueFacts referral={referral} now={now} />
        )}
        {!isFinished(referral) && <AfterTheEnd referral={referral} now={now} />}
        {paper && (
          <>
            <dt>{t("facts.document")}</dt>
            <dd>{paper}</dd>
          </>
        )}
        {declineReason && (
          <>
            <dt>{t("facts.reason")}</dt>
            <dd>{t(`design:declineReason.${declineReason}`)}</dd>
          </>
        )}
        {discontinueReason && (
          <>
            <dt>{t("facts.reason")}</dt>
            <dd>{t(`design:discontinueReason.${discontinueReason}`)}</dd>
          </>
        )}
        {words?.withdrawReason && (
          <>
            <dt>{t("facts.reason")}</dt>
            <dd>{words.withdrawReason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
