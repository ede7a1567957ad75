// The date itself, in a form over the page; of one that is moved also why.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { SelectField } from "../design/Field.js";
import { chosenIn } from "../design/form-text.js";
import type {
  AppointmentMoveReason,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { appointmentIn } from "./appointment-in.js";
import { ArrangeAppointment } from "./appointments.documents.js";
import { DateFields } from "./DateFields.js";
import { StepNews } from "./StepNews.js";
import { useAppointment } from "./use-appointment.js";

const reasons = [
  "STAFF",
  "PLACE",
  "PERSON_ASKED",
  "MISTAKE",
  "OTHER",
] as const satisfies readonly AppointmentMoveReason[];

interface Props {
  referral: LiveReferralFragment;
  onClose(): void;
}

export function DateDialog({ referral, onClose }: Props) {
  const { t } = useTranslation("appointments");
  const { appointment } = referral;
  const [requestKey] = useState(() => crypto.randomUUID());
  const step = useAppointment(ArrangeAppointment);
  const isMove = appointment?.state === "PLANNED";
  const needsReason = isMove && !appointment.askedAt;

  async function submit(form: FormData) {
    const isDone = await step.run({
      requestKey,
      referralId: referral.id,
      insteadOf: appointment?.number ?? null,
      reason: needsReason ? (chosenIn(form, "reason", reasons) ?? null) : null,
      appointment: appointmentIn(form),
    });
    if (isDone) onClose();
  }

  return (
    <AskDialog
      title={t(isMove ? "form.moveTitle" : "form.title")}
      verb={t("form.save")}
      asked={step}
      width="wide"
      onSubmit={submit}
      onClose={onClose}
    >
      <StepNews steps={[{ ...step, wrong: null, failure: null }]} />
      <DateFields referral={referral} errorAt={step.errorAt} />
      {needsReason && (
        <SelectField
          label={t("form.reason")}
          name="reason"
          defaultValue=""
          required
          error={step.errorAt("reason")}
        >
          <option value="" />
          {reasons.map((one) => (
            <option key={one} value={one}>
              {t(`reason.${one}`)}
            </option>
          ))}
        </SelectField>
      )}
    </AskDialog>
  );
}
