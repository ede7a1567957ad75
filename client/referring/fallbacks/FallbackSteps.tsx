// The services of a list of fallbacks in their order, and what became of each.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { referralPath } from "../../app/shell/referral-path.js";
import styles from "./Fallbacks.module.css";
import type { FallbackStep } from "./use-fallbacks.js";

interface Props {
  steps: readonly FallbackStep[];
}

export function FallbackSteps({ steps }: Props) {
  const { t } = useTranslation("fallbacks");
  return (
    <ol className={styles.steps}>
      {steps.map(({ place, service, state, skippedBecause, referral }) => (
        <li key={place}>
          <span className={styles.what}>
            <strong>{service?.name ?? t("gone")}</strong>
            {service && <span>{service.partner.shortName}</span>}
            {state === "SKIPPED" && skippedBecause && (
              <span>{t(`skipped.${skippedBecause}`)}</span>
            )}
            {referral && (
              <Link to={referralPath(referral.number)}>
                {t("went", { number: referral.number })}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
