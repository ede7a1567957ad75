// The next step of a programme: its resolution, its address in the bulletin, its final information.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { Programme } from "./elements.js";
import {
  AdoptProgramme,
  ChangeProgramme,
  ReportProgramme,
} from "./programmes.documents.js";
import { ResolutionFields, resolutionIn } from "./ResolutionFields.js";

interface Props {
  programme: Programme;
}

interface StepProps extends Props {
  onClose(): void;
}

export function ProgrammeSteps({ programme }: Props) {
  const { t } = useTranslation("programmes");
  const [step, setStep] = useState<"adopt" | "bip" | "report" | null>(null);
  const { status, viewerCanChange } = programme;
  if (!viewerCanChange || status === "REPORTED") return null;
  const close = () => setStep(null);
  return (
    <>
      <Button onClick={() => setStep("bip")}>{t("bipStep.open")}</Button>
      {status === "DRAFT" && (
        <Button kind="primary" icon="check" onClick={() => setStep("adopt")}>
          {t("adopt.open")}
        </Button>
      )}
      {status === "ENDED" && (
        <Button kind="primary" icon="check" onClick={() => setStep("report")}>
          {t("report.open")}
        </Button>
      )}
      {step === "adopt" && <Adopt programme={programme} onClose={close} />}
      {step === "bip" && <Bip programme={programme} onClose={close} />}
      {step === "report" && <Report programme={programme} onClose={close} />}
    </>
  );
}

function Adopt({ programme, onClose }: StepProps) {
  const { t } = useTranslation("programmes");
  const asked = useAsk(AdoptProgramme);
  return (
    <AskDialog
      title={t("adopt.title")}
      verb={t("adopt.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            programmeId: programme.id,
            ifVersion: programme.version,
            resolution: resolutionIn(form),
          },
        });
        if (outcome?.__typename === "Programme") onClose();
      }}
    >
      <p>{t("adopt.means")}</p>
      <ResolutionFields asked={asked} />
    </AskDialog>
  );
}

function Bip({ programme, onClose }: StepProps) {
  const { t } = useTranslation("programmes");
  const asked = useAsk(ChangeProgramme);
  return (
    <AskDialog
      title={t("bipStep.open")}
      verb={t("save")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            programmeId: programme.id,
            ifVersion: programme.version,
            elements: { bipUrl: textIn(form, "bipUrl").trim() || null },
          },
        });
        if (outcome?.__typename === "Programme") onClose();
      }}
    >
      <TextField
        label={t("bipStep.url")}
        name="bipUrl"
        type="url"
        maxLength={500}
        defaultValue={programme.bipUrl ?? ""}
        error={asked.errorAt("elements.bipUrl")}
      />
    </AskDialog>
  );
}

function Report({ programme, onClose }: StepProps) {
  const { t } = useTranslation("programmes");
  const asked = useAsk(ReportProgramme);
  return (
    <AskDialog
      title={t("report.open")}
      verb={t("save")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            programmeId: programme.id,
            ifVersion: programme.version,
            reportedOn: textIn(form, "reportedOn"),
          },
        });
        if (outcome?.__typename === "Programme") onClose();
      }}
    >
      <p>{t("report.means")}</p>
      <TextField
        label={t("report.on")}
        name="reportedOn"
        type="date"
        required
        error={asked.errorAt("reportedOn")}
      />
    </AskDialog>
  );
}
