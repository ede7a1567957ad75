// A forgotten password: the address is typed, and the answer is the same whoever it belongs to.
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button, ButtonLink } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { MailboxLink } from "../mailbox/index.js";
import { EntryCard } from "./EntryCard.js";
import formStyles from "./PasswordForm.module.css";

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input)
  }
`);

export function ForgottenPage() {
  const { t } = useTranslation("account");
  const [request, isPending] = useVerb(RequestPasswordReset);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSent, setSent] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const email = textIn(new FormData(event.currentTarget), "email").trim();
    const { data, failure: failed } = await request({ input: { email } });
    setFailure(failed ?? null);
    setSent(Boolean(data));
  }

  return (
    <EntryCard title={t("forgotten.title")}>
      {isSent ? (
        <>
          <Note tone="ok" icon="check" role="status">
            {t("forgotten.sent")}
          </Note>
          <p>{t("forgotten.wait")}</p>
          <MailboxLink />
        </>
      ) : (
        <form
          className={formStyles.form}
          onSubmit={(event) => void submit(event)}
        >
          <p>{t("forgotten.intro")}</p>
          <NotSaved failure={failure} />
          <TextField
            label={t("signIn.email")}
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
          />
          <Button type="submit" kind="primary" wide busy={isPending}>
            {t("forgotten.send")}
          </Button>
        </form>
      )}
      <ButtonLink kind="quiet" to="/logowanie">
        {t("forgotten.back")}
      </ButtonLink>
    </EntryCard>
  );
}
