// Who the person is gets written, or put right while it is shown.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { textIn } from "../design/form-text.js";
import { CorrectIdentity } from "./cases.documents.js";
import { type Identity, identityIn } from "./identity.js";
import { IdentityFields } from "./IdentityFields.js";
import { type Known as KnownElsewhere, KnownPerson } from "./KnownPerson.js";

interface Props {
  caseId: string;
  /** 0: nothing is written yet. */
  version: number;
  known?: Identity | undefined;
  onCorrected(identity: Identity): void;
  onClose(): void;
}

export function CorrectDialog(props: Props) {
  const { caseId, version, known, onCorrected, onClose } = props;
  const { t } = useTranslation("cases");
  const asked = useAsk(CorrectIdentity);
  const [elsewhere, setElsewhere] = useState<KnownElsewhere | null>(null);

  async function submit(form: FormData) {
    const identity = identityIn(form);
    const although = textIn(form, "although").trim() || null;
    const outcome = await asked.run({
      input: { caseId, ifVersion: version, identity, although },
    });
    if (outcome?.__typename === "PersonKnown") setElsewhere(outcome);
    if (outcome?.__typename === "Case")
      onCorrected({ ...nothing, ...identity });
  }

  return (
    <AskDialog
      title={t(version === 0 ? "correct.firstTitle" : "correct.title")}
      verb={t("correct.verb")}
      asked={asked}
      width="wide"
      isJudgedByServer
      onClose={onClose}
      onSubmit={submit}
    >
      {elsewhere && (
        <KnownPerson known={elsewhere} error={asked.errorAt("although")} />
      )}
      <IdentityFields asked={asked} known={known} />
    </AskDialog>
  );
}

const nothing = {
  surname: null,
  born: null,
  contactKind: null,
  contact: null,
  preferredHours: null,
  accessNeeds: null,
  place: null,
  legalRepresentative: null,
} as const;
