// After the end: what the list of fallbacks did by itself, where the person waits now, and why something was skipped.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { referralPath } from "../../app/shell/referral-path.js";
import styles from "./Fallbacks.module.css";
import { FallbackSteps } from "./FallbackSteps.js";
import { useFallbacks } from "./use-fallbacks.js";

export function FallbackStory({ referralId }: { referralId: string }) {
  const { t } = useTranslation("fallbacks");
  const { listed } = useFallbacks(referralId);
  const plan = listed?.fallbackPlan;
  if (!plan || plan.fallbacks.length === 0) return null;
  const { current, stoppedBy, fallbacks } = plan;
  const isElsewhere = current && current.id !== listed.id;
  return (
    <section className={styles.story}>
      <h2>{t("story.title")}</h2>
      {isElsewhere && (
        <p>
          <Link to={referralPath(current.number)}>
            {t("story.current", { number: current.number })}
          </Link>
        </p>
      )}
      {stoppedBy && <p>{t(`stopped.${stoppedBy}`)}</p>}
      <FallbackSteps steps={fallbacks} />
    </section>
  );
}
