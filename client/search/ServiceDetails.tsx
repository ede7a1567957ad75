// A service opened in the results: its facts, and whom to call.
import { useTranslation } from "react-i18next";

import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import { ContactPersons } from "../referring/index.js";
import styles from "./ServiceDetails.module.css";
import { factNames, useFacts } from "./ServiceFacts.js";

interface Props {
  id: string;
  service: ReferableServiceFragment;
}

export function ServiceDetails({ id, service }: Props) {
  const { t } = useTranslation("search");
  const facts = useFacts()(service);
  return (
    <div id={id} className={styles.details}>
      {service.description && <p>{service.description}</p>}
      <dl>
        {factNames.map(
          (name) =>
            facts[name] && (
              <div
                key={name}
                className={name === "when" ? styles.wide : undefined}
              >
                <dt>{t(`details.${name}`)}</dt>
                <dd>{facts[name]}</dd>
              </div>
            ),
        )}
      </dl>
      <ContactPersons partnerId={service.partner.id} besides={service.place} />
    </div>
  );
}
