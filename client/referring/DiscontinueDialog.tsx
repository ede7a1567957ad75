// Asks why an accepted or running service is broken off; without a reason it is not.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { SelectField } from "../design/Field.js";
import type {
  DiscontinueReason,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { StepAnswer } from "./StepAnswer.js";
import { useDiscontinueReferral } from "./steps.js";

interface Props {
  referral: LiveReferralFragment;
  onClose(): void;
}

const reasons: readonly DiscontinueReason[] = [
  "RESIGNED",
  "NO_SHOW",
  "NOT_SUITABLE",
  "MOVED_AWAY",
  "GOAL_REACHED_EARLY",
  "PROVIDER_CANNOT_CONTINUE",
  "OTHER",
];

export function DiscontinueDialog({ referral, onClose }: Props) {
  const { t } = useTranslation(["referring", "design"]);
  const [reason, setReason] = useState<DiscontinueReason | null>(null);
  const [wasAsked, setAsked] = useState(false);
  const discontinue = useDiscontinueReferral();

  async function confirm() {
    setAsked(true);
    if (!reason) return;
    const input = { referralId: referral.id, reason };
    if (await discontinue.run({ input })) onClose();
  }

  return (
    <ConfirmDialog
      question={t("discontinue.question")}
      verb={t("discontinue.verb")}
      busy={discontinue.isPending || discontinue.moved !== null}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t("discontinue.text", { partner: referral.partner.name })}</p>
      <SelectField
        label={t("discontinue.reason")}
        value={reason ?? ""}
        error={wasAsked && !reason ? t("discontinue.missing") : undefined}
        onChange={(event) =>
          setReason(reasons.find((one) => one === event.target.value) ?? null)
        }
      >
        <option value="">{t("discontinue.choose")}</option>
        {reasons.map((one) => (
          <option key={one} value={one}>
            {t(`design:discontinueReason.${one}`)}
          </option>
        ))}
      </SelectField>
      <StepAnswer step={discontinue} />
    </ConfirmDialog>
  );
}
