// "Co ta umowa uruchamia": whether people may be referred, to which services, with which data, and how soon the answer comes.
import { useTranslation } from "react-i18next";

import type { Agreement } from "./AgreementPage.js";
import styles from "./Agreements.module.css";

export function WhatItDoes({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreements");
  const { allowsReferrals, dataRole, responseTimes, terms } = agreement;
  const services = terms?.services ?? [];
  return (
    <section className={styles.card}>
      <h2>{t("does.title")}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t("does.refer")}</dt>
          <dd>{t(allowsReferrals ? "does.may" : "does.mayNot")}</dd>
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
            {terms?.allowsSensitive && `; ${t("does.sensitive")}`}
          </dd>
        </div>
        <div>
          <dt>{t("does.answers")}</dt>
          <dd>
            {responseTimes
              .map(({ priority, amount, unit }) =>
                t("does.answer", {
                  priority: t(`priority.${priority}`),
                  time: t(`time.${unit}`, { count: amount }),
                }),
              )
              .join("\n")}
          </dd>
        </div>
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
