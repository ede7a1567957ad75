// Another member becomes the hub of a network; who held it stays, as a member.
import { useTranslation } from "react-i18next";

import { SelectField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { NetworkMembersFragment } from "../graphql/generated/graphql.js";
import { chosenIn, stakeholderTypes } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { ChangeHub } from "./network.documents.js";
import { TypeField } from "./TypeField.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkMembersFragment;
  onClose(): void;
  onSaved(): void;
}

export function HubDialog({ network, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(ChangeHub, onSaved);
  const members = network.memberships.filter(({ role }) => role === "MEMBER");

  function submit(form: FormData) {
    const formerHubType = chosenIn(form, "type", stakeholderTypes);
    if (!formerHubType) return;
    void saved.save({
      input: {
        networkId: network.id,
        ifVersion: network.version,
        partnerId: textIn(form, "partner"),
        formerHubType,
      },
    });
  }

  return (
    <FormDialog
      title={t("hub.open")}
      verb={t("hub.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("hub.means", { name: network.hub.name })}</p>
      <SelectField
        label={t("hub.next")}
        name="partner"
        required
        error={saved.errorAt("partnerId")}
      >
        {members.map(({ partner }) => (
          <option key={partner.id} value={partner.id}>
            {partner.name}
          </option>
        ))}
      </SelectField>
      <TypeField label={t("hub.formerType")} />
    </FormDialog>
  );
}
