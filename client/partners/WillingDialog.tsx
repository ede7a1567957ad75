// The hub notes that a contact person is willing, and how it learnt that.
import { useTranslation } from "react-i18next";

import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { ContactOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { FormDialog } from "./FormDialog.js";
import { ConfirmContactWilling } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  person: ContactOnPageFragment;
  /** She herself is at the keyboard. */
  isHerself: boolean;
  onClose(): void;
  onDone(): void;
}

export function WillingDialog({ person, isHerself, onClose, onDone }: Props) {
  const { t } = useTranslation("partners");
  const [confirm, isPending] = useVerb(ConfirmContactWilling);
  const outcome = useOutcome(onDone);
  return (
    <FormDialog
      title={
        isHerself
          ? t("willing.ownTitle")
          : t("willing.title", { name: person.name })
      }
      verb={isHerself ? t("willing.ownSubmit") : t("willing.submit")}
      busy={isPending}
      outcome={outcome}
      onSubmit={async (form) => {
        const { data, failure } = await confirm({
          input: {
            contactPersonId: person.id,
            how: isHerself ? null : textIn(form, "how").trim(),
          },
        });
        outcome.take(data?.confirmContactWilling, failure);
      }}
      onClose={onClose}
    >
      <p>{t("willing.means")}</p>
      {!isHerself && (
        <TextField
          label={t("willing.how")}
          hint={t("willing.howHint")}
          name="how"
          required
          maxLength={200}
          error={outcome.errorAt("how")}
        />
      )}
    </FormDialog>
  );
}
