// A meeting is announced: its kind, topic, time, place and agenda; one that has been can be put on record.
import { useTranslation } from "react-i18next";

import { SelectField, TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { NetworkStepsFragment } from "../graphql/generated/graphql.js";
import { chosenIn, meetingKinds } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { PlanMeeting } from "./steps.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkStepsFragment;
  /** An organisation that it is to be with. */
  withWhom: string | null;
  onClose(): void;
  onSaved(): void;
}

export function MeetingDialog({ network, withWhom, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(PlanMeeting, onSaved);
  const isFirst = network.meetings.every(({ kind }) => kind !== "FIRST");

  function submit(form: FormData) {
    const kind = chosenIn(form, "kind", meetingKinds);
    if (!kind) return;
    const on = textIn(form, "on");
    const at = (name: string) =>
      new Date(`${on}T${textIn(form, name)}`).toISOString();
    void saved.save({
      input: {
        requestKey: saved.requestKey,
        networkId: network.id,
        kind,
        title: textIn(form, "title").trim(),
        startsAt: at("from"),
        endsAt: at("to"),
        place: textIn(form, "place").trim() || null,
        agenda: textIn(form, "agenda")
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
      },
    });
  }

  return (
    <FormDialog
      title={t("meeting.open")}
      verb={t("meeting.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t("meeting.kind")}
        name="kind"
        defaultValue={isFirst ? "FIRST" : withWhom ? "WORKING" : "INFORMATION"}
      >
        {meetingKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`meetingKind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("meeting.title")}
        name="title"
        defaultValue={withWhom ? t("meeting.with", { name: withWhom }) : ""}
        required
        maxLength={160}
        error={saved.errorAt("title")}
      />
      <TextField
        label={t("meeting.on")}
        name="on"
        type="date"
        required
        error={saved.errorAt("startsAt")}
      />
      <TextField label={t("meeting.from")} name="from" type="time" required />
      <TextField
        label={t("meeting.to")}
        name="to"
        type="time"
        required
        error={saved.errorAt("endsAt")}
      />
      <TextField
        label={t("meeting.place")}
        name="place"
        maxLength={200}
        error={saved.errorAt("place")}
      />
      <TextArea
        label={t("meeting.agenda")}
        hint={t("meeting.agendaHint")}
        name="agenda"
        rows={4}
        error={saved.errorAt("agenda")}
      />
    </FormDialog>
  );
}
