// A network begins: its kind, its name, what it is for and what it wants to reach; the first step follows.
import { useApolloClient } from "@apollo/client/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form } from "../app/forms/Form.js";
import { Page } from "../app/shell/Page.js";
import { slugOf } from "../app/slug.js";
import { Button } from "../design/Button.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { join } from "../design/join.js";
import { chosenIn, networkKinds } from "./choices.js";
import { goalsIn } from "./goals.js";
import { FormNetwork } from "./network.documents.js";
import styles from "./Partnership.module.css";
import { useSaved } from "./use-saved.js";

export function FormNetworkPage() {
  const { t } = useTranslation("partnership");
  const client = useApolloClient();
  const navigate = useNavigate();
  const name = useRef("");
  const saved = useSaved(FormNetwork, () => {
    // lists of networks are read anew
    client.cache.evict({ fieldName: "centre" });
    void navigate(`/siec/${slugOf(name.current)}/kto-co-robi`);
  });

  function submit(form: FormData) {
    const kind = chosenIn(form, "kind", networkKinds);
    if (!kind) return;
    name.current = textIn(form, "name").trim();
    void saved.save({
      input: {
        requestKey: saved.requestKey,
        kind,
        name: name.current,
        purpose: textIn(form, "purpose").trim() || null,
        goals: goalsIn(form),
      },
    });
  }

  return (
    <Page title={t("form.title")} intro={t("form.intro")}>
      <Form
        className={join(styles.form, styles.page)}
        wrong={saved.wrong}
        isJudgedByServer
        onSubmit={submit}
      >
        <NotSaved failure={saved.failure} />
        <SelectField
          label={t("form.kind")}
          name="kind"
          required
          error={saved.errorAt("kind")}
        >
          {networkKinds.map((kind) => (
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
          error={saved.errorAt("name")}
        />
        <TextArea
          label={t("form.purpose")}
          name="purpose"
          maxLength={500}
          error={saved.errorAt("purpose")}
        />
        <TextArea
          label={t("form.goals")}
          hint={t("form.goalsHint")}
          name="goals"
          rows={5}
          error={saved.errorAt("goals")}
        />
        <div>
          <Button type="submit" kind="primary" busy={saved.isPending}>
            {t("form.submit")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
