// The date itself: day, hour, place, what to bring, and whom to ask for among the organisation's contact persons.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { momentAt, timeInputOf } from "../design/dates.js";
import { SelectField, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { phoneInGroups } from "../design/phone.js";
import type {
  AppointmentMoveReason,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { ArrangeAppointment, WhomToAskFor } from "./appointments.documents.js";
import styles from "./Appointments.module.css";
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

const OTHER = "other";

export function DateDialog({ referral, onClose }: Props) {
  const { t } = useTranslation("appointments");
  const { appointment, partner, service } = referral;
  const [requestKey] = useState(() => crypto.randomUUID());
  const { data } = useQuery(WhomToAskFor, {
    variables: { partnerId: partner.id },
  });
  const organisation = data?.node?.__typename === "Partner" ? data.node : null;
  const people = (organisation?.contactPersons ?? []).map(
    ({ name, workPhone }) =>
      workPhone ? `${name}, tel. ${phoneInGroups(workPhone)}` : name,
  );
  const before = appointment?.askFor ?? "";
  const [asked, setAsked] = useState(before);
  const step = useAppointment(ArrangeAppointment);
  const isMove = appointment?.state === "PLANNED";
  const needsReason = isMove && !appointment.askedAt;
  const wished = appointment?.wishedFor
    ? timeInputOf(new Date(appointment.wishedFor))
    : null;

  async function submit(form: FormData) {
    const isDone = await step.run({
      requestKey,
      referralId: referral.id,
      insteadOf: appointment?.number ?? null,
      reason: needsReason ? (chosenIn(form, "reason", reasons) ?? null) : null,
      appointment: {
        at: momentAt(textIn(form, "day"), textIn(form, "time")).toISOString(),
        place: textIn(form, "place"),
        bring: textIn(form, "bring") || null,
        askFor: (asked === OTHER ? textIn(form, "askFor") : asked) || null,
      },
    });
    if (isDone) onClose();
  }

  const choices = [...new Set([...people, ...(before ? [before] : [])])];
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
      <div className={styles.moment}>
        <TextField
          label={t("form.day")}
          name="day"
          type="date"
          defaultValue={wished?.day}
          required
          error={step.errorAt("appointment.at")}
        />
        <TextField
          label={t("form.time")}
          name="time"
          type="time"
          defaultValue={wished?.time}
          required
        />
      </div>
      <TextField
        label={t("where")}
        hint={t("form.hint")}
        name="place"
        defaultValue={
          appointment?.place ?? service.place ?? organisation?.address ?? ""
        }
        key={organisation?.address}
        maxLength={160}
        required
        error={step.errorAt("appointment.place")}
      />
      <TextField
        label={t("bring")}
        name="bring"
        defaultValue={appointment?.bring ?? ""}
        maxLength={200}
        error={step.errorAt("appointment.bring")}
      />
      <SelectField
        label={t("askFor")}
        value={asked}
        error={step.errorAt("appointment.askFor")}
        onChange={({ target }) => setAsked(target.value)}
      >
        <option value="">{t("form.choose")}</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
        <option value={OTHER}>{t("form.other")}</option>
      </SelectField>
      {asked === OTHER && (
        <TextField
          label={t("form.otherName")}
          name="askFor"
          maxLength={120}
          required
        />
      )}
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
