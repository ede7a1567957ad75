// What the provider will see, shown before sending: the number, the need, and of the person exactly what is chosen.
import { useTranslation } from "react-i18next";

import { useViewer } from "../app/session/viewer.js";
import type {
  ReferableServiceFragment,
  ReferralPriority,
} from "../graphql/generated/graphql.js";
import { PersonPreview } from "./PersonPreview.js";
import { TravelBasis } from "./TravelBasis.js";
import type { Travel } from "./use-travel.js";
import styles from "./WhatPartnerSees.module.css";

interface Props {
  service: ReferableServiceFragment;
  units: number;
  priority: ReferralPriority;
  travel: Travel;
  /** What stands wrong in the form, as a look at the preview found. */
  onFaults(faults: readonly { path: string; message: string }[]): void;
}

export function WhatPartnerSees(props: Props) {
  const { service, units, priority, travel } = props;
  const { t } = useTranslation(["referring", "design"]);
  const { name } = useViewer();
  const unit = service.capacity?.unit ?? "PLACES";
  return (
    <details className={styles.preview} open>
      <summary>
        <h3>{t("preview.title")}</h3>
      </summary>
      <div className={styles.card}>
        <p>
          <strong>{t("preview.number")}</strong>
        </p>
        <p>
          {service.name}, {t(`design:amount.${unit}`, { count: units || 1 })}
        </p>
        <p>{t(`design:priority.${priority}`)}</p>
        <p>{t("preview.sender", { name })}</p>
        <PersonPreview
          travel={travel}
          serviceId={service.id}
          priority={priority}
          onFaults={props.onFaults}
        />
        <p className={styles.never}>{t(`preview.never.${travel.level}`)}</p>
      </div>
      <TravelBasis travel={travel} />
      {service.programme && (
        <>
          <h3>{t("preview.programmeTitle")}</h3>
          <p>
            {t(`preview.programme.${service.programme.highestLevel}`, {
              name: service.programme.name,
            })}
          </p>
        </>
      )}
      <h3>{t("preview.contactTitle")}</h3>
      <p>{t(`preview.contact.${travel.goes ? "person" : "slip"}`)}</p>
      <h3>{t("preview.noTitle")}</h3>
      <p>{t("preview.no")}</p>
    </details>
  );
}
