// What an organisation is and does in a network, said anew by the organiser.
import { useTranslation } from "react-i18next";

import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { MembershipOnPageFragment } from "../graphql/generated/graphql.js";
import { chosenIn, stakeholderTypes } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { ChangeMembership } from "./network.documents.js";
import styles from "./Partnership.module.css";
import { TypeField } from "./TypeField.js";
import { useSaved } from "./use-saved.js";

interface Props {
  membership: MembershipOnPageFragment;
  onClose(): void;
  onSaved(): void;
}

export function MembershipDialog({ membership, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(ChangeMembership, onSaved);
  const { id, version, role, partner, stakeholderType } = membership;
  const canObserve = role === "MEMBER" || role === "OBSERVER";

  function submit(form: FormData) {
    void saved.save({
      input: {
        membershipId: id,
        ifVersion: version,
        stakeholderType: chosenIn(form, "type", stakeholderTypes) ?? null,
        roleDescription: textIn(form, "role").trim() || null,
        isObserver: canObserve ? form.get("observer") === "on" : null,
      },
    });
  }

  return (
    <FormDialog
      title={partner.name}
      verb={t("save")}
      saved={saved}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextArea
        label={t("membership.role")}
        hint={t("membership.roleHint")}
        name="role"
        rows={2}
        maxLength={300}
        defaultValue={membership.roleDescription ?? ""}
        error={saved.errorAt("roleDescription")}
      />
      {role !== "HUB" && (
        <TypeField
          label={t("membership.type")}
          hint={t("membership.typeHint")}
          chosen={stakeholderType}
          error={saved.errorAt("stakeholderType")}
        />
      )}
      {canObserve && (
        <label className={styles.check}>
          <input
            type="checkbox"
            name="observer"
            defaultChecked={role === "OBSERVER"}
          />
          {t("membership.observer")}
        </label>
      )}
    </FormDialog>
  );
}
