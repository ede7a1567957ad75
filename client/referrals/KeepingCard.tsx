// After a withdrawal: what the organisation must keep by law, asked by number and answered in two taps.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import type {
  KeptByLaw,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import styles from "./PersonCard.module.css";
import { RadioCards } from "./RadioCards.js";
import { ConfirmKeeping } from "./referrals.documents.js";

const answers = [
  "NOTHING",
  "ACCOUNTS",
  "MEDICAL",
  "REGISTER",
  "CLAIMS",
] as const satisfies readonly KeptByLaw[];

export function KeepingCard({ referral }: { referral: LiveReferralFragment }) {
  const { t } = useTranslation("referrals");
  const asked = useAsk(ConfirmKeeping);
  const [keeps, setKeeps] = useState<KeptByLaw>();
  const { keeping, viewerCanConfirmKeeping } = referral;
  if (!keeping) return null;
  return (
    <section className={styles.person} aria-labelledby="zachowanie">
      <h2 id="zachowanie">{t("keeping.title")}</h2>
      {keeping.answer ? (
        <p role="status">
          {t("keeping.answered", { what: t(`keeping.kept.${keeping.answer}`) })}
        </p>
      ) : (
        <p>{t("keeping.ask")}</p>
      )}
      {viewerCanConfirmKeeping && (
        <>
          <RadioCards
            legend={t("keeping.title")}
            name="keeping"
            value={keeps}
            options={answers.map((value) => ({
              value,
              label: t(`keeping.kept.${value}`),
            }))}
            onChange={(value) => setKeeps(value)}
          />
          <ProblemNotice problem={asked.wrong} />
          <NotSaved failure={asked.failure} />
          <div className={styles.verbs}>
            <Button
              kind="primary"
              busy={asked.isPending || !keeps}
              onClick={() =>
                keeps &&
                void asked.run({ input: { referralId: referral.id, keeps } })
              }
            >
              {t("keeping.send")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
