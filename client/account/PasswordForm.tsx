// The change of one's own password: now and new, and nothing to repeat.
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { PasswordField } from "./PasswordField.js";
import styles from "./PasswordForm.module.css";

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on PasswordChanged {
        viewer {
          ...SignedInViewer @unmask
        }
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

interface Wrong {
  message: string;
  fields: { path: string; message: string }[];
}

export function PasswordForm({ onChanged }: { onChanged?: () => void }) {
  const { t } = useTranslation("account");
  const [change, isPending] = useVerb(ChangePassword);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isChanged, setChanged] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const target = event.currentTarget;
    const form = new FormData(target);
    const { data, failure: failed } = await change({
      input: {
        current: textIn(form, "current"),
        new: textIn(form, "new"),
      },
    });
    setFailure(failed ?? null);
    setWrong(
      data?.changePassword.__typename === "InvalidInput"
        ? data.changePassword
        : null,
    );
    if (data?.changePassword.__typename !== "PasswordChanged") return;
    target.reset();
    setChanged(true);
    onChanged?.();
  }

  const errorAt = (path: string) =>
    wrong?.fields.find((field) => field.path === path)?.message;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {wrong && (
        <Note tone="danger" icon="warning" role="alert">
          {wrong.message}
        </Note>
      )}
      <NotSaved failure={failure} />
      {isChanged && (
        <Note tone="ok" icon="check" role="status">
          {t("password.changed")}
        </Note>
      )}
      <PasswordField
        label={t("password.current")}
        name="current"
        autoComplete="current-password"
        error={errorAt("current")}
      />
      <PasswordField
        label={t("password.new")}
        name="new"
        autoComplete="new-password"
        hint={t("password.rule")}
        error={errorAt("new")}
      />
      <Button type="submit" kind="primary" busy={isPending}>
        {t("password.submit")}
      </Button>
    </form>
  );
}
