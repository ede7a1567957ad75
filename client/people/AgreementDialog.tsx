// An agreement that was signed on paper is put on record, so that people can be referred.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import type { Wrong } from "../app/forms/Form.js";
import { SelectField, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { dataRoles } from "../partners/index.js";
import { agreementKinds } from "./choices.js";

const RecordSignedAgreement = graphql(`
  mutation RecordSignedAgreement($input: RecordSignedAgreementInput!) {
    recordSignedAgreement(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

interface Props {
  partnerId: string;
  onClose(): void;
  onRecorded(): void;
}

export function AgreementDialog({ partnerId, onClose, onRecorded }: Props) {
  const { t } = useTranslation("people");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [record, isPending] = useVerb(RecordSignedAgreement);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(form: FormData) {
    const kind = chosenIn(form, "kind", agreementKinds);
    const dataRole = chosenIn(form, "dataRole", dataRoles);
    if (!kind || !dataRole) return;
    const { data, failure: failed } = await record({
      input: {
        requestKey,
        partnerId,
        kind,
        dataRole,
        number: textIn(form, "number").trim(),
        signedOn: textIn(form, "signedOn"),
        validFrom: textIn(form, "validFrom"),
        validTo: textIn(form, "validTo") || null,
      },
    });
    setFailure(failed ?? null);
    const answer = data?.recordSignedAgreement;
    if (!answer) return;
    if (answer.__typename === "Agreement") {
      onRecorded();
      return;
    }
    setRequestKey(crypto.randomUUID());
    setWrong({
      message: answer.message,
      fields: answer.__typename === "InvalidInput" ? answer.fields : [],
    });
  }

  const errorAt = (path: string) =>
    wrong?.fields?.find((field) => field.path === path)?.message;
  return (
    <AskDialog
      title={t("agreement.title")}
      verb={t("agreement.submit")}
      asked={{ isPending, wrong, failure }}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t("agreement.number")}
        hint={t("agreement.numberHint")}
        name="number"
        required
        maxLength={40}
        error={errorAt("number")}
      />
      <SelectField
        label={t("agreement.kind")}
        name="kind"
        required
        error={errorAt("kind")}
      >
        {agreementKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`agreementKind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("register.dataRole")}
        hint={t("register.dataRoleHint")}
        name="dataRole"
        required
        error={errorAt("dataRole")}
      >
        {dataRoles.map((role) => (
          <option key={role} value={role}>
            {t(`dataRole.${role}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("agreement.signedOn")}
        name="signedOn"
        type="date"
        required
        error={errorAt("signedOn")}
      />
      <TextField
        label={t("agreement.validFrom")}
        name="validFrom"
        type="date"
        required
        error={errorAt("validFrom")}
      />
      <TextField
        label={t("agreement.validTo")}
        hint={t("agreement.validToHint")}
        name="validTo"
        type="date"
        error={errorAt("validTo")}
      />
    </AskDialog>
  );
}
