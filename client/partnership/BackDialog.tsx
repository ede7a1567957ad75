// An organisation that left is asked in again: into which network, as which type; what was before stays.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { SelectField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { chosenIn, stakeholderTypes } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { InviteToNetwork, NetworkNamesQuery } from "./network.documents.js";
import { TypeField } from "./TypeField.js";
import { useSaved } from "./use-saved.js";

interface Props {
  partner: { id: string; shortName: string };
  onClose(): void;
  onSaved(): void;
}

export function BackDialog({ partner, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(InviteToNetwork, onSaved);
  const { data } = usePageQuery(NetworkNamesQuery, {
    centreId: useViewer().centre.id,
  });
  return (
    <FormDialog
      title={t("standing.backTitle", { name: partner.shortName })}
      verb={t("invite.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) => {
        const stakeholderType = chosenIn(form, "type", stakeholderTypes);
        if (!stakeholderType) return;
        void saved.save({
          input: {
            requestKey: saved.requestKey,
            networkId: textIn(form, "network"),
            partnerId: partner.id,
            stakeholderType,
          },
        });
      }}
    >
      <p>{t("standing.backMeans")}</p>
      <SelectField
        label={t("standing.network")}
        name="network"
        required
        error={saved.errorAt("networkId") ?? saved.errorAt("partnerId")}
      >
        {(data.centre?.networks ?? [])
          .filter(({ status }) => status !== "CLOSED")
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <TypeField
        label={t("membership.type")}
        hint={t("membership.typeHint")}
        error={saved.errorAt("stakeholderType")}
      />
    </FormDialog>
  );
}
