// A new organisation with its contact person: as little as is needed, the rest can wait.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form, type Wrong } from "../app/forms/Form.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { SelectField, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { dataRoles, partnerKinds, stakeholderTypes } from "./choices.js";
import styles from "./Form.module.css";

const RegisterPartner = graphql(`
  mutation RegisterPartner($input: RegisterPartnerInput!) {
    registerPartner(input: $input) {
      __typename
      ... on Partner {
        id
      }
      ... on PartnerLooksKnown {
        partners {
          id
          name
        }
      }
      ...Told @unmask
    }
  }
`);

interface Answered extends Wrong {
  alike: readonly { id: string; name: string }[];
}

export function RegisterPage() {
  const { t } = useTranslation(["partners", "people"]);
  const client = useApolloClient();
  const navigate = useNavigate();
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [register, isPending] = useVerb(RegisterPartner);
  const [wrong, setWrong] = useState<Answered | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(form: FormData) {
    const kind = chosenIn(form, "kind", partnerKinds);
    const stakeholderType = chosenIn(form, "type", stakeholderTypes);
    const dataRole = chosenIn(form, "dataRole", dataRoles);
    if (!kind || !stakeholderType || !dataRole || isPending) return;
    const typed = (field: string) => textIn(form, field).trim() || null;
    const { data, failure: failed } = await register({
      input: {
        requestKey,
        name: textIn(form, "name").trim(),
        kind,
        stakeholderType,
        dataRole,
        address: typed("address"),
        nip: typed("nip"),
        regon: typed("regon"),
        krs: typed("krs"),
        declaredOn: typed("declaredOn"),
        isAnother: form.get("isAnother") === "on",
        contact: {
          name: textIn(form, "contactName").trim(),
          position: typed("position"),
          workEmail: textIn(form, "workEmail").trim(),
          workPhone: typed("workPhone"),
        },
      },
    });
    setFailure(failed ?? null);
    const answer = data?.registerPartner;
    if (!answer) return;
    if (answer.__typename === "Partner") {
      // lists of organisations are read anew
      client.cache.evict({ fieldName: "centre" });
      await navigate(`/ludzie/${answer.id}`);
      return;
    }
    setRequestKey(crypto.randomUUID());
    setWrong({
      message: answer.message,
      fields: answer.__typename === "InvalidInput" ? answer.fields : [],
      alike: answer.__typename === "PartnerLooksKnown" ? answer.partners : [],
    });
  }

  const errorAt = (path: string) =>
    wrong?.fields?.find((field) => field.path === path)?.message;
  return (
    <Page title={t("register.title")} intro={t("register.intro")}>
      <Form
        className={styles.form}
        wrong={wrong?.alike.length === 0 ? wrong : null}
        isJudgedByServer
        onSubmit={submit}
      >
        {wrong && wrong.alike.length > 0 && (
          <Note tone="warn" icon="warning" role="alert">
            <p>{wrong.message}</p>
            <ul>
              {wrong.alike.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/partnerzy/${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
            <label className={styles.choice}>
              <input type="checkbox" name="isAnother" />
              {t("register.another")}
            </label>
          </Note>
        )}
        <NotSaved failure={failure} />
        <TextField
          label={t("register.name")}
          name="name"
          required
          maxLength={200}
          error={errorAt("name")}
        />
        <SelectField label={t("register.kind")} name="kind" required>
          {partnerKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("register.type")}
          hint={t("register.typeHint")}
          name="type"
          required
        >
          {stakeholderTypes.map((type) => (
            <option key={type} value={type}>
              {t(`aim.${type}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("people:register.dataRole")}
          hint={t("people:register.dataRoleHint")}
          name="dataRole"
          required
        >
          {dataRoles.map((role) => (
            <option key={role} value={role}>
              {t(`people:dataRole.${role}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("register.declaredOn")}
          hint={t("register.declaredHint")}
          name="declaredOn"
          type="date"
          error={errorAt("declaredOn")}
        />
        <h2>{t("register.contact")}</h2>
        <TextField
          label={t("register.contactName")}
          name="contactName"
          required
          maxLength={200}
          error={errorAt("contact.name")}
        />
        <TextField label={t("register.position")} name="position" />
        <TextField
          label={t("register.contactEmail")}
          name="workEmail"
          type="email"
          required
          error={errorAt("contact.workEmail")}
        />
        <TextField
          label={t("register.phone")}
          name="workPhone"
          type="tel"
          error={errorAt("contact.workPhone")}
        />
        <h2>{t("register.optional")}</h2>
        <TextField label={t("register.address")} name="address" />
        <TextField
          label={t("register.nip")}
          name="nip"
          inputMode="numeric"
          error={errorAt("nip")}
        />
        <TextField
          label={t("register.regon")}
          name="regon"
          inputMode="numeric"
          error={errorAt("regon")}
        />
        <TextField
          label={t("register.krs")}
          name="krs"
          inputMode="numeric"
          error={errorAt("krs")}
        />
        <div>
          <Button type="submit" kind="primary" busy={isPending}>
            {t("register.submit")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
