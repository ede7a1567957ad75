// Somebody is a contact person no longer; who is turned to first hands over in the same step.
import { useTranslation } from "react-i18next";

import { SelectField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { ContactOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { FormDialog } from "./FormDialog.js";
import { RemoveContactPerson } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  person: ContactOnPageFragment;
  colleagues: readonly ContactOnPageFragment[];
  onClose(): void;
  onDone(): void;
}

export function LeaveDialog({ person, colleagues, onClose, onDone }: Props) {
  const { t } = useTranslation("partners");
  const [remove, isPending] = useVerb(RemoveContactPerson);
  const outcome = useOutcome(onDone);
  // the deputy knows the matters best
  const likely = colleagues.find(({ roles }) => roles.includes("DEPUTY"));
  return (
    <FormDialog
      title={t("leave.title", { name: person.name })}
      verb={t("leave.submit")}
      busy={isPending}
      outcome={outcome}
      isDanger
      onSubmit={async (form) => {
        const { data, failure } = await remove({
          input: {
            contactPersonId: person.id,
            ifVersion: person.version,
            successorId: textIn(form, "successor") || null,
          },
        });
        outcome.take(data?.removeContactPerson, failure);
      }}
      onClose={onClose}
    >
      <p>{t("leave.means")}</p>
      {person.primary && colleagues.length > 0 && (
        <SelectField
          label={t("leave.successor")}
          name="successor"
          required
          defaultValue={likely?.id ?? ""}
          error={outcome.errorAt("successorId")}
        >
          <option value="">{t("leave.choose")}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {person.primary && colleagues.length === 0 && (
        <p>{t("leave.nobodyElse")}</p>
      )}
    </FormDialog>
  );
}
