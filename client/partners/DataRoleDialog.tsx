// The part of an organisation in the protection of data is corrected: which it is, and why.
import { useTranslation } from "react-i18next";

import { SelectField, TextArea } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { dataRoles } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { CorrectDataRole } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  partner: PartnerOnPageFragment;
  onClose(): void;
  onDone(): void;
}

export function DataRoleDialog({ partner, onClose, onDone }: Props) {
  const { t } = useTranslation(["partners", "people"]);
  const [correct, isPending] = useVerb(CorrectDataRole);
  const outcome = useOutcome(onDone);
  return (
    <FormDialog
      title={t("dataRole.title", { name: partner.shortName })}
      verb={t("dataRole.submit")}
      busy={isPending}
      outcome={outcome}
      onSubmit={async (form) => {
        const dataRole = chosenIn(form, "dataRole", dataRoles);
        if (!dataRole) return;
        const { data, failure } = await correct({
          input: {
            partnerId: partner.id,
            ifVersion: partner.version ?? 0,
            dataRole,
            reason: textIn(form, "reason").trim(),
          },
        });
        outcome.take(data?.correctDataRole, failure);
      }}
      onClose={onClose}
    >
      <SelectField
        label={t("people:register.dataRole")}
        hint={t("people:register.dataRoleHint")}
        name="dataRole"
        defaultValue={partner.dataRole}
        error={outcome.errorAt("dataRole")}
      >
        {dataRoles.map((role) => (
          <option key={role} value={role}>
            {t(`people:dataRole.${role}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t("dataRole.reason")}
        hint={t("suspend.reasonHint")}
        name="reason"
        required
        maxLength={300}
        error={outcome.errorAt("reason")}
      />
    </FormDialog>
  );
}
