// The next steps of a standard by whose they are: the organiser writes and puts it before people, the director approves.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { Standard } from "./standard-view.js";
import {
  ApproveStandard,
  ConsultStandard,
  RetireStandard,
} from "./standards.documents.js";
import { WordsDialog } from "./WordsDialog.js";

type Step = "words" | "edition" | "consult" | "approve" | "retire";

interface StepProps {
  standard: Standard;
  onClose(): void;
}

export function StandardSteps({ standard }: { standard: Standard }) {
  const { t } = useTranslation("standards");
  const navigate = useNavigate();
  const [step, setStep] = useState<Step | null>(null);
  const { status, viewerCanWrite, viewerCanApprove } = standard;
  const isUnapproved = status === "DRAFT" || status === "CONSULTED";
  const isApproved = status === "APPROVED" || status === "IN_FORCE";
  const close = () => setStep(null);
  const steps: [Step, boolean][] = [
    ["words", viewerCanWrite && isUnapproved],
    ["edition", viewerCanWrite && isApproved],
    ["retire", viewerCanWrite && isApproved],
    ["consult", viewerCanWrite && status === "DRAFT"],
    ["approve", viewerCanApprove && status === "CONSULTED"],
  ];
  return (
    <>
      {steps.map(
        ([name, isHers]) =>
          isHers && (
            <Button
              key={name}
              kind={
                name === "consult" || name === "approve" ? "primary" : "plain"
              }
              onClick={() => setStep(name)}
            >
              {t(`step.${name}`)}
            </Button>
          ),
      )}
      {(step === "words" || step === "edition") && (
        <WordsDialog
          standard={standard}
          isNextEdition={step === "edition"}
          onClose={close}
          onSaved={(id) => {
            close();
            void navigate(`/standardy/${id}`);
          }}
        />
      )}
      {step === "consult" && <Consult standard={standard} onClose={close} />}
      {step === "approve" && <Approve standard={standard} onClose={close} />}
      {step === "retire" && <Retire standard={standard} onClose={close} />}
    </>
  );
}

function Consult({ standard, onClose }: StepProps) {
  const { t } = useTranslation("standards");
  const asked = useAsk(ConsultStandard);
  return (
    <AskDialog
      title={t("step.consult")}
      verb={t("consult.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            standardId: standard.id,
            ifVersion: standard.version,
            consultedTo: textIn(form, "consultedTo"),
          },
        });
        if (outcome?.__typename === "QualityStandard") onClose();
      }}
    >
      <p>{t("consult.means")}</p>
      <TextField
        label={t("consult.to")}
        name="consultedTo"
        type="date"
        required
        error={asked.errorAt("consultedTo")}
      />
    </AskDialog>
  );
}

function Approve({ standard, onClose }: StepProps) {
  const { t } = useTranslation("standards");
  const asked = useAsk(ApproveStandard);
  return (
    <AskDialog
      title={t("step.approve")}
      verb={t("approve.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            standardId: standard.id,
            ifVersion: standard.version,
            inForceFrom: textIn(form, "inForceFrom"),
          },
        });
        if (outcome?.__typename === "QualityStandard") onClose();
      }}
    >
      <p>{t("approve.means")}</p>
      <TextField
        label={t("approve.from")}
        name="inForceFrom"
        type="date"
        required
        error={asked.errorAt("inForceFrom")}
      />
    </AskDialog>
  );
}

function Retire({ standard, onClose }: StepProps) {
  const { t } = useTranslation("standards");
  const asked = useAsk(RetireStandard);
  return (
    <ConfirmDialog
      question={t("retire.question")}
      verb={t("step.retire")}
      busy={asked.isPending}
      onClose={onClose}
      onConfirm={() =>
        void asked
          .run({
            input: { standardId: standard.id, ifVersion: standard.version },
          })
          .then((outcome) => {
            if (outcome?.__typename === "QualityStandard") onClose();
          })
      }
    >
      <ProblemNotice problem={asked.wrong} />
      <p>{t("retire.means")}</p>
      <NotSaved failure={asked.failure} />
    </ConfirmDialog>
  );
}
