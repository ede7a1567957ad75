// A contact person is named, or what is said of her changes.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { SelectField, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import type { ContactOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { contactChannels, contactDuties } from "./choices.js";
import styles from "./Form.module.css";
import { FormDialog } from "./FormDialog.js";
import { AddContactPerson, ChangeContactPerson } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  partnerId: string;
  /** Null: a new one. */
  person: ContactOnPageFragment | null;
  onClose(): void;
  onDone(): void;
}

export function ContactDialog({ partnerId, person, onClose, onDone }: Props) {
  const { t } = useTranslation("partners");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [add, isAdding] = useVerb(AddContactPerson);
  const [change, isChanging] = useVerb(ChangeContactPerson);
  const outcome = useOutcome(onDone);
  const { errorAt } = outcome;

  async function submit(form: FormData) {
    const typed = (field: string) => textIn(form, field).trim() || null;
    const words = {
      name: textIn(form, "name").trim(),
      position: typed("position"),
      workEmail: typed("workEmail"),
      workPhone: typed("workPhone"),
      duties: contactDuties.filter((duty) => form.get(duty) === "on"),
      deputy: form.get("deputy") === "on",
      preferredChannel: chosenIn(form, "channel", contactChannels) ?? null,
      availability: typed("availability"),
    };
    if (person) {
      const { data, failure } = await change({
        input: {
          contactPersonId: person.id,
          ifVersion: person.version,
          person: words,
        },
      });
      outcome.take(data?.changeContactPerson, failure);
      return;
    }
    const { data, failure } = await add({
      input: { requestKey, partnerId, person: words },
    });
    if (!outcome.take(data?.addContactPerson, failure) && data)
      setRequestKey(crypto.randomUUID());
  }

  return (
    <FormDialog
      title={
        person
          ? t("contactForm.change", { name: person.name })
          : t("contactForm.add")
      }
      verb={t("contactForm.submit")}
      busy={isAdding || isChanging}
      outcome={outcome}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t("register.contactName")}
        name="name"
        required
        maxLength={200}
        defaultValue={person?.name}
        hint={person?.willingConfirmedAt && t("contactForm.nameHint")}
        error={errorAt("person.name")}
      />
      <TextField
        label={t("register.position")}
        name="position"
        maxLength={200}
        defaultValue={person?.position ?? ""}
        error={errorAt("person.position")}
      />
      <TextField
        label={t("register.contactEmail")}
        name="workEmail"
        type="email"
        defaultValue={person?.workEmail ?? ""}
        error={errorAt("person.workEmail")}
      />
      <TextField
        label={t("register.phone")}
        name="workPhone"
        type="tel"
        defaultValue={person?.workPhone ?? ""}
        error={errorAt("person.workPhone")}
      />
      <SelectField
        label={t("contactForm.channel")}
        name="channel"
        defaultValue={person?.preferredChannel ?? ""}
      >
        <option value="">{t("contactForm.anyChannel")}</option>
        {contactChannels.map((channel) => (
          <option key={channel} value={channel}>
            {t(`channel.${channel}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("contactForm.availability")}
        hint={t("contactForm.availabilityHint")}
        name="availability"
        maxLength={200}
        defaultValue={person?.availability ?? ""}
        error={errorAt("person.availability")}
      />
      <fieldset className={styles.choices}>
        <legend>{t("contactForm.roles")}</legend>
        {!person?.primary && (
          <label className={styles.choice}>
            <input
              type="checkbox"
              name="deputy"
              defaultChecked={person?.roles.includes("DEPUTY")}
            />
            {t("contactForm.deputy")}
          </label>
        )}
        {contactDuties.map((duty) => (
          <label key={duty} className={styles.choice}>
            <input
              type="checkbox"
              name={duty}
              defaultChecked={person?.roles.includes(duty)}
            />
            {t(`role.${duty}`)}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
