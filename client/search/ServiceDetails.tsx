// What a coordinator wants to know of a service before referring: place, form, ways in, what makes it easier to come, answer times, whom to call.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { easesOf } from "../design/eases.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import { AnswerTime, ContactPersons } from "../referring/index.js";
import styles from "./ServiceDetails.module.css";
import { When } from "./When.js";

interface Props {
  id: string;
  service: ReferableServiceFragment;
}

export function ServiceDetails({ id, service }: Props) {
  const { t } = useTranslation(["search", "design"]);
  const facts: [string, ReactNode][] = [
    ["area", t(`design:area.${service.area}`)],
    ["group", t(`design:group.${service.group}`)],
    ["form", t(`design:form.${service.form}`)],
    ["kind", service.supporting && t("details.supporting")],
    ["entryMode", t(`design:entryMode.${service.entryMode}`)],
    ["place", service.place],
    ["when", service.hours.length > 0 && <When key="when" service={service} />],
    [
      "eases",
      easesOf(service)
        .map((ease) => t(`design:ease.${ease}`))
        .join(", "),
    ],
    [
      "answers",
      <ul key="answers">
        {service.responseTimes.map((time) => (
          <li key={time.priority}>
            {t(`design:priority.${time.priority}`)}: <AnswerTime time={time} />
          </li>
        ))}
      </ul>,
    ],
  ];
  return (
    <div id={id} className={styles.details}>
      {service.description && <p>{service.description}</p>}
      <dl>
        {facts.map(
          ([name, fact]) =>
            fact && (
              <div
                key={name}
                className={name === "when" ? styles.wide : undefined}
              >
                <dt>{t(`details.${name}`)}</dt>
                <dd>{fact}</dd>
              </div>
            ),
        )}
      </dl>
      <ContactPersons partnerId={service.partner.id} besides={service.place} />
    </div>
  );
}
