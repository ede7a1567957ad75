// An organisation is asked into a network; who can bring new services, type C, stands first.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { SelectField, TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { NetworkMembersFragment } from "../graphql/generated/graphql.js";
import { chosenIn, stakeholderTypes } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { InvitableQuery, InviteToNetwork } from "./network.documents.js";
import { TypeField } from "./TypeField.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkMembersFragment;
  onClose(): void;
  onSaved(): void;
}

export function InviteDialog({ network, onClose, onSaved }: Props) {
  const { t } = useTranslation(["partnership", "partners"]);
  const saved = useSaved(InviteToNetwork, onSaved);
  const { data } = usePageQuery(InvitableQuery, {
    centreId: useViewer().centre.id,
  });
  const inside = network.memberships.map(({ partner }) => partner.id);
  const invitable = (data.centre?.partners.nodes ?? []).filter(
    ({ id }) => !inside.includes(id),
  );

  function submit(form: FormData) {
    const stakeholderType = chosenIn(form, "type", stakeholderTypes);
    if (!stakeholderType) return;
    void saved.save({
      input: {
        requestKey: saved.requestKey,
        networkId: network.id,
        partnerId: textIn(form, "partner"),
        stakeholderType,
        roleDescription: textIn(form, "role").trim() || null,
      },
    });
  }

  return (
    <FormDialog
      title={t("invite.open")}
      verb={t("invite.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("invite.typeC")}</p>
      <SelectField
        label={t("invite.partner")}
        name="partner"
        required
        error={saved.errorAt("partnerId")}
      >
        {stakeholderTypes.map((type) => {
          const partners = invitable.filter(
            (one) => one.stakeholderType === type,
          );
          return partners.length === 0 ? null : (
            <optgroup key={type} label={t(`partners:aim.${type}`)}>
              {partners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          );
        })}
        {invitable
          .filter(({ stakeholderType }) => stakeholderType === null)
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
      <TextArea
        label={t("membership.role")}
        hint={t("membership.roleHint")}
        name="role"
        rows={2}
        maxLength={300}
        error={saved.errorAt("roleDescription")}
      />
    </FormDialog>
  );
}
