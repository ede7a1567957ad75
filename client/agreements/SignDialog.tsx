// A signature: who signs, on what authority, how and when; for the own party, or noted from paper.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { SelectField, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import type { Agreement } from "./AgreementPage.js";
import { SignAgreement } from "./agreements.documents.js";
import { chosenIn, signatureKinds } from "./choices.js";
import { useMove } from "./use-move.js";

interface Props {
  agreement: Pick<
    Agreement,
    "id" | "number" | "version" | "versions" | "parties"
  >;
  revision: number;
  /** Whose paper is noted; null: the own party signs. */
  partnerId: string | null;
  onClose(): void;
  onSigned(): void;
}

export function SignDialog(props: Props) {
  const { agreement, revision, partnerId, onClose, onSigned } = props;
  const { t } = useTranslation("agreements");
  const viewer = useViewer();
  // what stood on the page when she decided, whatever comes in meanwhile
  const [ifVersion] = useState(agreement.version);
  const of = partnerId ?? viewer.partner.id;
  const isAnothers = of !== viewer.partner.id;
  const isNoted =
    isAnothers || !holdsAny(viewer, ["DIRECTOR", "PARTNER_ADMIN"]);
  const party = agreement.parties.find(({ id }) => id === of);
  const { run, isPending, wrong, failure, errorAt } = useMove(
    SignAgreement,
    onSigned,
  );

  // an amendment is not signed unseen
  const changes =
    agreement.versions.find(
      (version) =>
        version.revision === revision && version.status === "PROPOSED",
    )?.changes ?? [];

  async function submit(form: FormData) {
    await run({
      input: {
        agreementId: agreement.id,
        revision,
        ifVersion,
        partnerId,
        kind: chosenIn(form, "kind", signatureKinds) ?? "PAPER",
        signatoryName: textIn(form, "signatoryName"),
        authority: textIn(form, "authority"),
        signedOn: textIn(form, "signedOn"),
      },
    });
  }

  return (
    <AskDialog
      title={t(partnerId ? "sign.note" : "sign.own", {
        number: agreement.number,
        name: party?.shortName,
      })}
      verb={t(partnerId ? "sign.submitNote" : "sign.submit")}
      asked={{ isPending, wrong, failure }}
      onClose={onClose}
      onSubmit={submit}
    >
      {isNoted && (
        <Note tone="info">
          {t(isAnothers ? "sign.noteText" : "sign.noteOwn")}
        </Note>
      )}
      {changes.length > 0 && (
        <>
          <h3>{t("sign.changes")}</h3>
          <ul>
            {changes.map(({ term, from, to }) => (
              <li key={term}>{t("history.change", { term, from, to })}</li>
            ))}
          </ul>
        </>
      )}
      <SelectField label={t("sign.kind")} name="kind" error={errorAt("kind")}>
        {signatureKinds
          .filter((kind) => !isAnothers || kind === "PAPER")
          .map((kind) => (
            <option key={kind} value={kind}>
              {t(`signature.${kind}`)}
            </option>
          ))}
      </SelectField>
      <TextField
        label={t("sign.signatoryName")}
        name="signatoryName"
        required
        maxLength={200}
        defaultValue={partnerId ? "" : viewer.name}
        error={errorAt("signatoryName")}
      />
      <TextField
        label={t("sign.authority")}
        hint={t("sign.authorityHint")}
        name="authority"
        required
        maxLength={200}
        error={errorAt("authority")}
      />
      <TextField
        label={t("sign.signedOn")}
        name="signedOn"
        type="date"
        required
        error={errorAt("signedOn")}
      />
    </AskDialog>
  );
}
