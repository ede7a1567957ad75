// When a contact person is away and who stands in; her mails go there by themselves.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { SelectField, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { ContactOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { FormDialog } from "./FormDialog.js";
import { SetContactAbsence } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  person: ContactOnPageFragment;
  /** The others of the organisation. */
  colleagues: readonly ContactOnPageFragment[];
  onClose(): void;
  onDone(): void;
}

export function AbsenceDialog({ person, colleagues, onClose, onDone }: Props) {
  const { t } = useTranslation("partners");
  const [set, isPending] = useVerb(SetContactAbsence);
  const outcome = useOutcome(onDone);
  const { errorAt } = outcome;

  async function send(away: {
    from: string | null;
    to: string | null;
    substituteId: string | null;
  }) {
    const { data, failure } = await set({
      input: {
        contactPersonId: person.id,
        ifVersion: person.version,
        ...away,
      },
    });
    outcome.take(data?.setContactAbsence, failure);
  }

  return (
    <FormDialog
      title={t("absence.title", { name: person.name })}
      verb={t("absence.submit")}
      busy={isPending}
      outcome={outcome}
      onSubmit={(form) =>
        send({
          from: textIn(form, "from") || null,
          to: textIn(form, "to") || null,
          substituteId: textIn(form, "substitute") || null,
        })
      }
      onClose={onClose}
    >
      <p>{t("absence.means")}</p>
      <TextField
        label={t("absence.from")}
        name="from"
        type="date"
        required
        defaultValue={person.awayFrom ?? ""}
        error={errorAt("from")}
      />
      <TextField
        label={t("absence.to")}
        name="to"
        type="date"
        required
        defaultValue={person.awayTo ?? ""}
        error={errorAt("to")}
      />
      {colleagues.length > 0 && (
        <SelectField
          label={t("absence.substitute")}
          name="substitute"
          defaultValue={person.substitute?.id ?? ""}
          error={errorAt("substituteId")}
        >
          <option value="">{t("absence.deputy")}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {person.awayFrom && (
        <div>
          <Button
            busy={isPending}
            onClick={() =>
              void send({ from: null, to: null, substituteId: null })
            }
          >
            {t("absence.clear")}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
