// A resource is written into the inventory, or described anew.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { resourceKinds, type ShownResource } from "./choices.js";
import { AddResource, ChangeResource } from "./resources.documents.js";
import styles from "./Resources.module.css";

interface Props {
  /** None: a new one. */
  resource: ShownResource | null;
  partnerId: string;
  onClose(): void;
  onSaved(): void;
}

export function ResourceDialog({
  resource,
  partnerId,
  onClose,
  onSaved,
}: Props) {
  const { t } = useTranslation("resources");
  const add = useAsk(AddResource);
  const change = useAsk(ChangeResource);
  const asked = resource ? change : add;
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());

  async function submit(form: FormData) {
    const words = {
      kind: chosenIn(form, "kind", resourceKinds) ?? "PREMISES",
      name: textIn(form, "name"),
      description: textIn(form, "description") || null,
      availableWhen: textIn(form, "availableWhen") || null,
      quantity: Number(textIn(form, "quantity")),
      lendable: form.get("lendable") === "on",
    };
    const outcome = resource
      ? await change.run({
          input: {
            resourceId: resource.id,
            ifVersion: resource.version,
            words,
          },
        })
      : await add.run({ input: { requestKey, partnerId, words } });
    if (outcome?.__typename === "Resource") onSaved();
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t(resource ? "form.change" : "form.add")}
      verb={t("form.save")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t("form.kind")}
        name="kind"
        defaultValue={resource?.kind ?? "PREMISES"}
      >
        {resourceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("form.name")}
        name="name"
        required
        maxLength={120}
        defaultValue={resource?.name ?? ""}
        error={asked.errorAt("words.name")}
      />
      <TextField
        label={t("form.quantity")}
        hint={t("form.quantityHint")}
        name="quantity"
        type="number"
        min={1}
        max={10000}
        required
        defaultValue={resource?.quantity ?? 1}
        error={asked.errorAt("words.quantity")}
      />
      <TextField
        label={t("form.when")}
        name="availableWhen"
        maxLength={200}
        defaultValue={resource?.availableWhen ?? ""}
        error={asked.errorAt("words.availableWhen")}
      />
      <TextArea
        label={t("form.description")}
        hint={t("form.descriptionHint")}
        name="description"
        maxLength={1000}
        defaultValue={resource?.description ?? ""}
        error={asked.errorAt("words.description")}
      />
      <label className={styles.choice}>
        <input
          type="checkbox"
          name="lendable"
          defaultChecked={resource?.lendable ?? true}
        />
        {t("form.lendable")}
      </label>
    </AskDialog>
  );
}
