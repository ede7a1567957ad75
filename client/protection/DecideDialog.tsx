// Whether a breach is reported and told: nothing is chosen before she chooses, and a report has its time and number.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { instantOf } from "../design/dates.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { WhichBreach } from "./OfWhich.js";
import { type Breach, DecideBreach } from "./rights.documents.js";

const answers = ["yes", "no"] as const;

interface Props {
  one: Breach;
  onClose(): void;
  onDone(): void;
}

export function DecideDialog({ one, onClose, onDone }: Props) {
  const { t } = useTranslation("protection");
  const asked = useAsk(DecideBreach);
  // what was done stays done; what was not may be after all
  const wasReported = one.reported === true;
  const wasTold = one.told === true;
  const [reported, setReported] = useState("");
  const [told, setTold] = useState("");
  const [reportedAt, setReportedAt] = useState("");
  const at = instantOf(reportedAt);
  const isLate =
    reported === "yes" && at !== null && Date.parse(at) > Date.parse(one.dueAt);

  async function submit(form: FormData) {
    const isReported = wasReported
      ? "yes"
      : chosenIn(form, "reported", answers);
    const isTold = wasTold ? "yes" : chosenIn(form, "told", answers);
    if (!isReported || !isTold) return;
    const outcome = await asked.run({
      input: {
        breachNumber: one.number,
        ifVersion: one.version,
        reported: isReported === "yes",
        ...(wasReported
          ? {
              reportedAt: one.reportedAt,
              reportNumber: one.reportNumber,
              reportReason: one.reportReason,
            }
          : {
              reportedAt: instantOf(textIn(form, "reportedAt")),
              reportNumber: textIn(form, "reportNumber") || null,
              reportReason: textIn(form, "reportReason") || null,
            }),
        told: isTold === "yes",
        toldReason: textIn(form, "toldReason") || null,
      },
    });
    if (outcome?.__typename === "Breach") onDone();
  }

  return (
    <AskDialog
      title={t(one.decidedAt ? "breaches.decideFurther" : "breaches.decide")}
      verb={t("requests.save")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <WhichBreach one={one} />
      {!wasReported && (
        <YesOrNo
          name="reported"
          label={t("breaches.reportedChoice")}
          onChoose={setReported}
        />
      )}
      {reported === "yes" && (
        <>
          <TextField
            label={t("breaches.reportedAt")}
            name="reportedAt"
            type="datetime-local"
            required
            onChange={({ target }) => setReportedAt(target.value)}
            error={asked.errorAt("reportedAt")}
          />
          <TextField
            label={t("breaches.reportNumber")}
            hint={t("breaches.reportNumberHint")}
            name="reportNumber"
            required
            maxLength={60}
            autoComplete="off"
            error={asked.errorAt("reportNumber")}
          />
        </>
      )}
      {(reported === "no" || isLate) && (
        <TextArea
          label={t(isLate ? "breaches.lateReason" : "breaches.reportReason")}
          hint={t("plain")}
          name="reportReason"
          required
          maxLength={600}
          error={asked.errorAt("reportReason")}
        />
      )}
      {!wasTold && (
        <YesOrNo
          name="told"
          label={t("breaches.toldChoice")}
          onChoose={setTold}
        />
      )}
      {told === "no" && (
        <TextArea
          label={t("breaches.toldReason")}
          hint={t("plain")}
          name="toldReason"
          required
          maxLength={600}
          error={asked.errorAt("toldReason")}
        />
      )}
    </AskDialog>
  );
}

interface YesOrNoProps {
  name: string;
  label: string;
  onChoose(choice: string): void;
}

function YesOrNo({ name, label, onChoose }: YesOrNoProps) {
  const { t } = useTranslation("protection");
  return (
    <SelectField
      name={name}
      label={label}
      required
      defaultValue=""
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{t("requests.choose")}</option>
      {answers.map((answer) => (
        <option key={answer} value={answer}>
          {t(`breaches.${answer}`)}
        </option>
      ))}
    </SelectField>
  );
}
