// A forgotten password is set anew by the link of a mail.
import { useQuery } from "@apollo/client/react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";

import { CouldNotRead } from "../app/errors/CouldNotRead.js";
import { NotSaved } from "../app/errors/NotSaved.js";
import { Button, ButtonLink } from "../design/Button.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import { Note } from "../design/Note.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { AccountLinkQuery, ResetPassword } from "./account-link.js";
import { EntryCard } from "./EntryCard.js";
import { LinkOver } from "./LinkOver.js";
import { PasswordField } from "./PasswordField.js";
import formStyles from "./PasswordForm.module.css";

export function NewPasswordPage() {
  const { token = "" } = useParams();
  const { data, error, refetch } = useQuery(AccountLinkQuery, {
    variables: { token },
    fetchPolicy: "no-cache",
  });
  if (error)
    return (
      <main>
        <CouldNotRead error={error} onRetry={() => void refetch()} />
      </main>
    );
  if (!data)
    return (
      <main>
        <Loading />
      </main>
    );
  const { accountLink: link } = data;
  return link?.kind === "PASSWORD_RESET" && link.state === "OPEN" ? (
    <NewPassword token={token} />
  ) : (
    <LinkOver link={link} />
  );
}

function NewPassword({ token }: { token: string }) {
  const { t } = useTranslation("account");
  const [reset, isPending] = useVerb(ResetPassword);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isDone, setDone] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const password = textIn(new FormData(event.currentTarget), "new");
    const { data, failure: failed } = await reset({
      input: { token, new: password },
    });
    setFailure(failed ?? null);
    const outcome = data?.resetPassword;
    setProblem(outcome && "message" in outcome ? outcome.message : null);
    setDone(outcome?.__typename === "PasswordWasReset");
  }

  return (
    <EntryCard title={t("reset.title")}>
      {isDone ? (
        <>
          <Note tone="ok" icon="check" role="status">
            {t("reset.done")}
          </Note>
          <ButtonLink kind="primary" wide to="/logowanie">
            {t("signIn.title")}
          </ButtonLink>
        </>
      ) : (
        <form
          className={formStyles.form}
          onSubmit={(event) => void submit(event)}
        >
          {problem && (
            <Note tone="danger" icon="warning" role="alert">
              {problem}
            </Note>
          )}
          <NotSaved failure={failure} />
          <PasswordField
            label={t("password.new")}
            name="new"
            autoComplete="new-password"
            hint={t("password.rule")}
          />
          <Button type="submit" kind="primary" wide busy={isPending}>
            {t("reset.submit")}
          </Button>
        </form>
      )}
    </EntryCard>
  );
}
