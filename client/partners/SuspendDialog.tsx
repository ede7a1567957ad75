// A partner rests for a while: why, and what that means.
import { useTranslation } from "react-i18next";

import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { FormDialog } from "./FormDialog.js";
import { SuspendPartner } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  partner: PartnerOnPageFragment;
  onClose(): void;
  onDone(): void;
}

export function SuspendDialog({ partner, onClose, onDone }: Props) {
  const { t } = useTranslation("partners");
  const [suspend, isPending] = useVerb(SuspendPartner);
  const outcome = useOutcome(onDone);
  return (
    <FormDialog
      title={t("suspend.title", { name: partner.shortName })}
      verb={t("suspend.submit")}
      busy={isPending}
      outcome={outcome}
      isDanger
      onSubmit={async (form) => {
        const { data, failure } = await suspend({
          input: {
            partnerId: partner.id,
            ifVersion: partner.version ?? 0,
            reason: textIn(form, "reason").trim(),
          },
        });
        outcome.take(data?.suspendPartner, failure);
      }}
      onClose={onClose}
    >
      <p>{t("suspend.means")}</p>
      <TextArea
        label={t("suspend.reason")}
        hint={t("suspend.reasonHint")}
        name="reason"
        required
        maxLength={300}
        error={outcome.errorAt("reason")}
      />
    </FormDialog>
  );
}
