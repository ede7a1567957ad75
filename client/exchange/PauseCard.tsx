// A paused service: why, since when and until when as far as anybody knows, and the way on.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useReferralWords } from "../app/live/use-referral-words.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { calendarDay } from "../design/period.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { ResumeReferral } from "./exchange.documents.js";
import styles from "./Exchange.module.css";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function PauseCard({ referral, now }: Props) {
  const { t } = useTranslation(["exchange", "design"]);
  const { date } = useDates(now);
  const asked = useAsk(ResumeReferral);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const { suspendReason, suspendedAt, resumesOn } = referral;
  const words = useReferralWords(referral.id, suspendReason !== null);
  if (!suspendReason) return null;
  const isLate = resumesOn !== null && resumesOn < calendarDay(now);

  async function resume() {
    const outcome = await asked.run({
      input: { requestKey, referralId: referral.id },
    });
    if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <section className={styles.card} data-late={isLate || undefined}>
      <h2>{t("pause.title")}</h2>
      <p>
        <strong>{t(`design:suspendReason.${suspendReason}`)}</strong>
        {words?.suspendNote && ` – ${words.suspendNote}`}
      </p>
      <p>
        {suspendedAt && t("pause.since", { day: date(new Date(suspendedAt)) })}{" "}
        {resumesOn &&
          t(isLate ? "pause.wasToGoOn" : "pause.goesOn", {
            day: date(new Date(resumesOn)),
          })}
      </p>
      <ProblemNotice problem={asked.wrong} />
      <NotSaved failure={asked.failure} />
      {referral.viewerCanResume && (
        <p data-print="no">
          <Button
            kind="primary"
            busy={asked.isPending}
            onClick={() => void resume()}
          >
            {t("pause.resume")}
          </Button>
        </p>
      )}
    </section>
  );
}
