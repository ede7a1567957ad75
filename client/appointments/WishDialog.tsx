// The coordinator asks for another date: of one that is to come, or after a no-show; a day that would do goes with it.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { momentAt } from "../design/dates.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { AnswerNoShow, AskForAnotherDate } from "./appointments.documents.js";
import styles from "./Appointments.module.css";
import { StepNews } from "./StepNews.js";
import { useAppointment } from "./use-appointment.js";

interface Props {
  referral: LiveReferralFragment;
  onClose(): void;
}

export function WishDialog({ referral, onClose }: Props) {
  const { t } = useTranslation("appointments");
  const asking = useAppointment(AskForAnotherDate);
  const answering = useAppointment(AnswerNoShow);
  const { id: referralId, appointment, viewerCanAnswerNoShow } = referral;
  const step = viewerCanAnswerNoShow ? answering : asking;
  const number = appointment?.number ?? 0;

  async function submit(form: FormData) {
    const day = textIn(form, "day");
    const wishedFor = day
      ? momentAt(day, textIn(form, "time") || "09:00").toISOString()
      : null;
    const isDone = viewerCanAnswerNoShow
      ? await answering.run({
          ...{ referralId, number, wishedFor },
          answer: "ANOTHER_DATE",
        })
      : await asking.run({
          ...{ referralId, number, wishedFor },
          reason: textIn(form, "reason") || null,
        });
    if (isDone) onClose();
  }

  return (
    <AskDialog
      title={t(
        viewerCanAnswerNoShow ? "sender.anotherDate" : "sender.askTitle",
      )}
      verb={t("sender.askVerb")}
      asked={step}
      onSubmit={submit}
      onClose={onClose}
    >
      <StepNews steps={[{ ...step, wrong: null, failure: null }]} />
      <p>{t(viewerCanAnswerNoShow ? "sender.missedText" : "sender.askText")}</p>
      <div className={styles.moment}>
        <TextField
          label={t("sender.wishedDay")}
          name="day"
          type="date"
          error={step.errorAt("wishedFor")}
        />
        <TextField label={t("sender.wishedTime")} name="time" type="time" />
      </div>
      {!viewerCanAnswerNoShow && (
        <TextField
          label={t("sender.wishReason")}
          hint={t("sender.wishHint")}
          name="reason"
          maxLength={200}
          error={step.errorAt("reason")}
        />
      )}
    </AskDialog>
  );
}
