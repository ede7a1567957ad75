// "Co dalej?": what becomes of an open referral when its agreement ends or its organisation leaves, planned by its coordinator.
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { SelectField, TextField } from "../design/Field.js";
import type {
  ContinuationWay,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { awaitsPlan, isNotTaken } from "./awaits-plan.js";
import styles from "./ContinuationCard.module.css";
import { StepAnswer } from "./StepAnswer.js";
import { usePlanContinuation } from "./steps.js";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

const ways: readonly ContinuationWay[] = [
  "FINISH_HERE",
  "TRANSFER",
  "WITHDRAW",
];

/** Longer than any answer is waited for. */
const SOON_MS = 14 * 86_400_000;

export function ContinuationCard({ referral, now }: Props) {
  const { t } = useTranslation("referring");
  const { date } = useDates(now);
  const { agreementEndsOn, partnerLeavesOn } = referral;
  const { continuation, viewerCanPlanContinuation } = referral;
  const last = partnerLeavesOn ?? agreementEndsOn;
  const end = last ? new Date(last) : null;
  // the last day itself still counts
  const hasEnded = end !== null && end.getTime() + 86_400_000 < now.getTime();
  // an answer comes first
  const isUnanswered = isNotTaken(referral);
  const isAsked = referral.status === "INFO_REQUESTED";
  const isDue = !isAsked && awaitsPlan(referral);
  if (!continuation && !viewerCanPlanContinuation) return null;
  const isFar =
    !partnerLeavesOn && (!end || end.getTime() - now.getTime() > SOON_MS);
  if (!continuation && isUnanswered && isFar) return null;
  const question = end
    ? t(
        partnerLeavesOn
          ? "continuation.leaves"
          : hasEnded
            ? "continuation.ended"
            : "continuation.ends",
        { day: date(end) },
      )
    : t("continuation.question");
  return (
    <section className={styles.card} data-due={isDue}>
      <h2>{question}</h2>
      {isDue && !isUnanswered && referral.viewerIsSender && (
        <p>{t("continuation.why")}</p>
      )}
      {isUnanswered && !continuation && <p>{t("continuation.notTaken")}</p>}
      {continuation && (
        <p>
          <strong>
            {t(`continuation.planned.${continuation.way}`, {
              day: date(new Date(continuation.until)),
            })}
          </strong>
        </p>
      )}
      {viewerCanPlanContinuation && (
        <details open={isDue} data-print="no">
          <summary>
            {t(continuation ? "continuation.change" : "continuation.plan")}
          </summary>
          <PlanForm referral={referral} />
        </details>
      )}
    </section>
  );
}

function PlanForm({ referral }: Pick<Props, "referral">) {
  const { t } = useTranslation("referring");
  const { continuation, agreementEndsOn, partnerLeavesOn } = referral;
  const [way, setWay] = useState<ContinuationWay | null>(
    continuation?.way ?? null,
  );
  const last = partnerLeavesOn ?? agreementEndsOn ?? "";
  const [until, setUntil] = useState(
    awaitsPlan(referral) ? last : (continuation?.until ?? last),
  );
  const [wasAsked, setAsked] = useState(false);
  const plan = usePlanContinuation();

  function save(event: SyntheticEvent) {
    event.preventDefault();
    setAsked(true);
    if (way && until)
      void plan.run({ input: { referralId: referral.id, way, until } });
  }

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <SelectField
        label={t("continuation.way")}
        value={way ?? ""}
        error={wasAsked && !way ? t("continuation.missingWay") : undefined}
        onChange={(event) =>
          setWay(ways.find((one) => one === event.target.value) ?? null)
        }
      >
        <option value="">{t("continuation.choose")}</option>
        {ways.map((one) => (
          <option key={one} value={one}>
            {t(`continuation.ways.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        label={t("continuation.until")}
        value={until}
        error={wasAsked && !until ? t("continuation.missingDay") : undefined}
        onChange={(event) => setUntil(event.target.value)}
      />
      <p>
        <Button type="submit" busy={plan.isPending}>
          {t("continuation.save")}
        </Button>
      </p>
      <StepAnswer step={plan} />
    </form>
  );
}
