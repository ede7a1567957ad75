// The hub notes that an invited organisation said yes: in its name, so with a reason that stays beside it.
import { useTranslation } from "react-i18next";

import { TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import type { MembershipOnPageFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { AcceptMembership } from "./network.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  membership: Pick<MembershipOnPageFragment, "id" | "partner">;
  onClose(): void;
  onSaved(): void;
}

export function AcceptDialog({ membership, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(AcceptMembership, onSaved);
  const { id, partner } = membership;
  return (
    <FormDialog
      title={t("accept.behalfTitle", { name: partner.shortName })}
      verb={t("accept.behalfSubmit")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            membershipId: id,
            reason: textIn(form, "reason").trim(),
            declaredOn: textIn(form, "declaredOn") || null,
          },
        })
      }
    >
      <Note tone="info">
        {t("accept.behalfNote", { name: partner.shortName })}
      </Note>
      <TextArea
        label={t("accept.reason")}
        hint={t("accept.reasonHint")}
        name="reason"
        required
        maxLength={200}
        error={saved.errorAt("reason")}
      />
      <TextField
        type="date"
        label={t("accept.declaredOn")}
        hint={t("accept.declaredHint")}
        name="declaredOn"
        error={saved.errorAt("declaredOn")}
      />
    </FormDialog>
  );
}
