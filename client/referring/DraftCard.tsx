// What was written down and not sent: why it cannot go now, or the way to send it, which takes the draft off the list.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PlaceButton } from "../app/live/PlaceButton.js";
import { Note } from "../design/Note.js";
import type { SentCourse } from "./course-query.js";
import styles from "./OtherServices.module.css";
import { ReferDialog } from "./ReferDialog.js";
import { StepAnswer } from "./StepAnswer.js";
import { useWithdrawReferral } from "./steps.js";

export function DraftCard({ referral }: { referral: SentCourse }) {
  const { t } = useTranslation("referring");
  const [isSending, setSending] = useState(false);
  const takeAway = useWithdrawReferral();
  const { id, service, status } = referral;
  const isDraft = status === "DRAFT";
  // what came of it is told in the dialog, after the draft has gone
  if (!isDraft && !isSending) return null;
  return (
    <section className={styles.others}>
      {isDraft && (
        <>
          <h2>{t("draft.title")}</h2>
          {service.referralObstacleText ? (
            <Note tone="warn" icon="warning">
              {service.referralObstacleText}
            </Note>
          ) : (
            <>
              <p>{t("draft.text")}</p>
              <p data-print="no">
                <PlaceButton
                  kind="primary"
                  icon="send"
                  onClick={() => setSending(true)}
                >
                  {t("draft.send")}
                </PlaceButton>
              </p>
            </>
          )}
          <StepAnswer step={takeAway} />
        </>
      )}
      {isSending && (
        <ReferDialog
          service={service}
          prefill={{
            caseId: referral.case?.id ?? null,
            ownReference: referral.ownReference,
            units: referral.units,
            priority: referral.priority,
          }}
          onSent={({ number }) =>
            void takeAway.run({
              input: { referralId: id, reason: t("draft.sentAs", { number }) },
            })
          }
          onClose={() => setSending(false)}
        />
      )}
    </section>
  );
}
