// "Brak możliwości przyjęcia" by link: the reason is one tap, nothing is typed.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { Note } from "../design/Note.js";
import type { DeclineReason } from "../graphql/generated/graphql.js";
import { RadioCards } from "../referrals/index.js";

const reasons = [
  "NO_CAPACITY",
  "OUT_OF_SCOPE",
  "NOT_ELIGIBLE",
  "OUT_OF_AREA",
  "MISSING_INFORMATION",
  "OTHER",
] as const satisfies readonly DeclineReason[];

interface Props {
  busy: boolean;
  onDecline(reason: DeclineReason): Promise<void>;
  onClose(): void;
}

export function DeclineByLink({ busy, onDecline, onClose }: Props) {
  const { t } = useTranslation(["link", "design", "referrals"]);
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  const [isMissing, setMissing] = useState(false);
  return (
    <Dialog
      title={t("answer.decline")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("referrals:sheet.cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            onClick={() => {
              setMissing(!reason);
              if (reason) void onDecline(reason);
            }}
          >
            {t("referrals:decline.send")}
          </Button>
        </>
      }
    >
      <p>{t("referrals:decline.intro")}</p>
      {isMissing && !reason && (
        <Note tone="danger" icon="warning" role="alert">
          {t("referrals:sheet.chooseReason")}
        </Note>
      )}
      <RadioCards
        legend={t("referrals:sheet.reason")}
        name="reason"
        value={reason}
        onChange={(value) => setReason(value)}
        options={reasons.map((value) => ({
          value,
          label: t(`design:declineReason.${value}`),
        }))}
      />
    </Dialog>
  );
}
