// Asks before a service begins earlier than the first date that was given: the date holds no longer then.
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { useDates } from "../design/dates.js";

interface Props {
  /** When the person is awaited. */
  at: string;
  now: Date;
  onStart(): void;
  onClose(): void;
}

export function EarlyDialog({ at, now, onStart, onClose }: Props) {
  const { t } = useTranslation("referrals");
  const { moment } = useDates(now);
  return (
    <ConfirmDialog
      question={t("early.question")}
      verb={t("action.start")}
      onConfirm={onStart}
      onClose={onClose}
    >
      <p>{t("early.text", { moment: moment(new Date(at)) })}</p>
    </ConfirmDialog>
  );
}
