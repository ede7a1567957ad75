// What a network is for is said anew, with its goals and how often it meets.
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { slugOf } from "../app/slug.js";
import { TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { NetworkMembersFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { goalsIn } from "./goals.js";
import { ChangeNetwork } from "./network.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkMembersFragment;
  onClose(): void;
  onSaved(): void;
}

export function NetworkDialog({ network, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const navigate = useNavigate();
  const saved = useSaved(ChangeNetwork, onSaved);

  async function submit(form: FormData) {
    const name = textIn(form, "name").trim();
    const cadence = textIn(form, "cadence").trim();
    await saved.save({
      input: {
        networkId: network.id,
        ifVersion: network.version,
        name,
        purpose: textIn(form, "purpose").trim() || null,
        goals: goalsIn(form),
        cadenceDays: cadence ? Number(cadence) : null,
      },
    });
    // the name stands in the address
    if (slugOf(name) !== slugOf(network.name))
      await navigate(`/siec/${slugOf(name)}/kto-co-robi`, { replace: true });
  }

  return (
    <FormDialog
      title={t("about.change")}
      verb={t("save")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) => void submit(form)}
    >
      <TextField
        label={t("form.name")}
        name="name"
        required
        maxLength={120}
        defaultValue={network.name}
        error={saved.errorAt("name")}
      />
      <TextArea
        label={t("form.purpose")}
        name="purpose"
        maxLength={500}
        defaultValue={network.purpose ?? ""}
        error={saved.errorAt("purpose")}
      />
      <TextArea
        label={t("form.goals")}
        hint={t("form.goalsHint")}
        name="goals"
        rows={5}
        defaultValue={network.goals.join("\n")}
        error={saved.errorAt("goals")}
      />
      <TextField
        label={t("form.cadence")}
        hint={t("form.cadenceHint")}
        name="cadence"
        type="number"
        inputMode="numeric"
        min={7}
        max={365}
        defaultValue={network.cadenceDays ?? ""}
        error={saved.errorAt("cadenceDays")}
      />
    </FormDialog>
  );
}
