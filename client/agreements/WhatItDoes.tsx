// "Co ta umowa uruchamia": whether people may be referred, to which services, with which data, and how soon the answer comes.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";

import type { Agreement } from "./AgreementPage.js";
import styles from "./Agreements.module.css";
import { useDay } from "./use-span.js";

interface Props {
  agreement: Agreement;
  /** Who looks is no party any more. */
  hasLeft: boolean;
}

export function WhatItDoes({ agreement, hasLeft }: Props) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const { hash } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { dataRole, responseTimes, terms, validTo } = agreement;
  const allowsReferrals = agreement.allowsReferrals && !hasLeft;
  const services = terms?.services ?? [];
  const promises = (wanted: string) =>
    !terms || terms.promisedTimes.some(({ priority }) => priority === wanted);
  useEffect(() => {
    if (hash === "#uruchamia") heading.current?.focus();
  }, [hash]);
  return (
    <section className={styles.card}>
      <h2 ref={heading} tabIndex={-1}>
        {t("does.title")}
      </h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t("does.refer")}</dt>
          <dd>
            {t(
              hasLeft
                ? "does.mayNotYou"
                : allowsReferrals
                  ? "does.may"
                  : "does.mayNot",
            )}
          </dd>
        </div>
        {terms && (
          <div>
            <dt>{t("does.services")}</dt>
            <dd>
              {services.length === 0
                ? t("does.allServices")
                : services
                    .map(({ service, placesKept }) =>
                      t("does.service", {
                        name: service?.name ?? t("does.hidden"),
                        count: placesKept,
                      }),
                    )
                    .join("\n")}
            </dd>
          </div>
        )}
        <div>
          <dt>{t("does.data")}</dt>
          <dd>
            {t(`dataRole.${dataRole}`)}
            {terms?.allowsSensitive &&
              dataRole !== "NO_PERSONAL_DATA" &&
              `; ${t("does.sensitive")}`}
          </dd>
        </div>
        <div>
          <dt>{t("does.answers")}</dt>
          <dd>
            {responseTimes
              .map(({ priority, amount, unit }) =>
                t(promises(priority) ? "does.answer" : "does.answerDefault", {
                  priority: t(`priority.${priority}`),
                  time: t(`time.${unit}`, { count: amount }),
                }),
              )
              .join("\n")}
          </dd>
        </div>
        {allowsReferrals && validTo && (
          <div>
            <dt>{t("does.after", { day: day(validTo) })}</dt>
            <dd>{t("does.afterText")}</dd>
          </div>
        )}
        {terms?.offerUpdateDutyDays && (
          <div>
            <dt>{t("does.update")}</dt>
            <dd>{t("does.every", { count: terms.offerUpdateDutyDays })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
