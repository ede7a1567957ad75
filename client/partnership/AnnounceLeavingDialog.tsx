// An organisation says that it leaves a network: from which day, and why.
import { useTranslation } from "react-i18next";

import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { MembershipOnPageFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { AnnounceLeaving } from "./leaving.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  membership: MembershipOnPageFragment;
  onClose(): void;
  onSaved(): void;
}

export function AnnounceLeavingDialog(props: Props) {
  const { membership, onClose, onSaved } = props;
  const { t } = useTranslation("partnership");
  const saved = useSaved(AnnounceLeaving, onSaved);
  const { id, version, partner } = membership;
  return (
    <FormDialog
      title={t("leaving.title", { name: partner.name })}
      verb={t("leaving.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            membershipId: id,
            ifVersion: version,
            leavingOn: textIn(form, "on"),
            reason: textIn(form, "reason"),
          },
        })
      }
    >
      <p>{t("leaving.means")}</p>
      <TextField
        type="date"
        label={t("leaving.on")}
        name="on"
        required
        error={saved.errorAt("leavingOn")}
      />
      <TextField
        label={t("leaving.reason")}
        hint={t("leaving.reasonHint")}
        name="reason"
        required
        maxLength={300}
        error={saved.errorAt("reason")}
      />
    </FormDialog>
  );
}
