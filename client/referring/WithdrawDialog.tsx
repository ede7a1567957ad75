// Asks before a referral is withdrawn; what the partner will be told stands there.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { TextField } from "../design/Field.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { leavesNoTrace } from "./awaits.js";
import { identifyingIn } from "./identifying.js";
import { StepAnswer } from "./StepAnswer.js";
import { useWithdrawReferral } from "./steps.js";

interface Props {
  referral: LiveReferralFragment;
  onClose(): void;
}

export function WithdrawDialog({ referral, onClose }: Props) {
  const { t } = useTranslation("referring");
  const [reason, setReason] = useState("");
  const withdraw = useWithdrawReferral();
  const personal = identifyingIn(reason);
  const isUnseen = leavesNoTrace(referral);

  async function confirm() {
    if (personal) return;
    const input = { referralId: referral.id, reason: reason.trim() || null };
    if (await withdraw.run({ input })) onClose();
  }

  return (
    <ConfirmDialog
      question={t("withdraw.question")}
      verb={t("withdraw.verb")}
      busy={withdraw.isPending || withdraw.moved !== null}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>
        {t(isUnseen ? "withdraw.noTrace" : "withdraw.text", {
          partner: referral.partner.name,
        })}
      </p>
      {!isUnseen &&
        (referral.disclosureLevel !== "L0_TOKEN" || referral.appointment) && (
          <p>{t("withdraw.hides")}</p>
        )}
      <TextField
        label={t("withdraw.reason")}
        hint={t(isUnseen ? "withdraw.ownReason" : "withdraw.reasonHint")}
        maxLength={200}
        value={reason}
        error={personal ? t(`reference.${personal}`) : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <StepAnswer step={withdraw} />
    </ConfirmDialog>
  );
}
