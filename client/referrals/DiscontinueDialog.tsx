// Breaking off, or giving back what was accepted by mistake; a reason is part of it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { Note } from "../design/Note.js";
import type {
  DiscontinueReason,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { RadioCards } from "./RadioCards.js";
import styles from "./Sheets.module.css";
import type { Answering } from "./use-answer.js";

const reasons = [
  "RESIGNED",
  "NO_SHOW",
  "NOT_SUITABLE",
  "MOVED_AWAY",
  "GOAL_REACHED_EARLY",
  "PROVIDER_CANNOT_CONTINUE",
  "OTHER",
] as const satisfies readonly DiscontinueReason[];

interface Props {
  referral: LiveReferralFragment;
  answering: Answering;
  onClose(): void;
}

export function DiscontinueDialog({ referral, answering, onClose }: Props) {
  const { t } = useTranslation(["referrals", "design"]);
  const [reason, setReason] = useState<DiscontinueReason>();
  const [isMissing, setMissing] = useState(false);
  // before the start it is noted at the date, and the coordinator answers it
  const mayBeNoShow =
    referral.status !== "ACCEPTED" ||
    referral.appointment?.state === "DID_NOT_COME";
  const kind = referral.status === "ACCEPTED" ? "giveBack" : "breakOff";

  async function send() {
    setMissing(!reason);
    if (!reason) return;
    await answering.discontinue(reason);
    onClose();
  }

  return (
    <Dialog
      title={t(`${kind}.title`)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("sheet.keep")}</Button>
          <Button
            kind="danger"
            busy={answering.pending === "discontinue"}
            onClick={() => void send()}
          >
            {t(`${kind}.verb`)}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{t(`${kind}.intro`)}</p>
      {isMissing && !reason && (
        <Note tone="danger" icon="warning" role="alert">
          {t("sheet.chooseReason")}
        </Note>
      )}
      <RadioCards
        legend={t("sheet.reason")}
        name="reason"
        value={reason}
        onChange={(value) => setReason(value)}
        options={reasons
          .filter((value) => value !== "NO_SHOW" || mayBeNoShow)
          .map((value) => ({
            value,
            label: t(`design:discontinueReason.${value}`),
          }))}
      />
    </Dialog>
  );
}
