// What helps and what hinders a network, inside and around it: written at one table, kept as a note.
import { useTranslation } from "react-i18next";

import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { NetworkStepsFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { WriteAnalysis } from "./steps.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkStepsFragment;
  onClose(): void;
  onSaved(): void;
}

const parts = ["strengths", "weaknesses", "opportunities", "threats"] as const;

export function AnalysisDialog({ network, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(WriteAnalysis, onSaved);
  const { id, analysis } = network;
  return (
    <FormDialog
      title={t("analysis.title")}
      verb={t("save")}
      width="wide"
      saved={saved}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            networkId: id,
            ifVersion: analysis?.version ?? null,
            strengths: textIn(form, "strengths"),
            weaknesses: textIn(form, "weaknesses"),
            opportunities: textIn(form, "opportunities"),
            threats: textIn(form, "threats"),
          },
        })
      }
    >
      {parts.map((part) => (
        <TextArea
          key={part}
          label={t(`analysis.${part}`)}
          name={part}
          required
          maxLength={1500}
          defaultValue={analysis?.[part] ?? ""}
          error={saved.errorAt(part)}
        />
      ))}
    </FormDialog>
  );
}
