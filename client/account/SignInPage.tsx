// The sign-in: e-mail and password, pasted if one likes, and no hint which of the two is wrong.
import { useApolloClient, useQuery } from "@apollo/client/react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation, useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { LanguageSwitch } from "../app/language/LanguageSwitch.js";
import { ViewerQuery } from "../app/session/viewer.js";
import { sessionEnded, wayBack } from "../app/session/way-back.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { SplotSign } from "../design/SplotSign.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { speak, useLanguage, wish } from "../i18n/language.js";
import { PasswordField } from "./PasswordField.js";
import styles from "./SignInPage.module.css";

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          ...SignedInViewer @unmask
        }
      }
      ... on SignInRefused {
        message
      }
    }
  }
`);

export function SignInPage() {
  const { t } = useTranslation("account");
  const spoken = useLanguage();
  const client = useApolloClient();
  const navigate = useNavigate();
  const location = useLocation();
  const { search } = location;
  const isEnded = location.state === sessionEnded;
  const { data: known } = useQuery(ViewerQuery);
  const [signIn, isPending] = useVerb(SignIn);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useTabTitle(t("signIn.title"));

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    const { data, failure: failed } = await signIn({
      input: {
        email: textIn(form, "email").trim(),
        password: textIn(form, "password"),
      },
    });
    setFailure(failed ?? null);
    setRefusal(
      data?.signIn.__typename === "SignInRefused" ? data.signIn.message : null,
    );
    if (data?.signIn.__typename !== "SignedIn") return;
    const { viewer } = data.signIn;
    // nothing of an earlier session stays
    await client.clearStore();
    client.writeQuery({ query: ViewerQuery, data: { viewer } });
    await navigate(wayBack(search), { replace: true });
  }

  if (known?.viewer) return <Navigate to={wayBack(search)} replace />;
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={(event) => void submit(event)}>
        <p className={styles.brand}>
          <SplotSign size={34} />
          Splot
        </p>
        <h1>{t("signIn.title")}</h1>
        {isEnded && !refusal && (
          <Note icon="clock" role="status">
            {t("signIn.ended")}
          </Note>
        )}
        <ProblemNotice problem={refusal ? { message: refusal } : null} />
        <NotSaved failure={failure} />
        <TextField
          label={t("signIn.email")}
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
        />
        <PasswordField
          label={t("signIn.password")}
          name="password"
          autoComplete="current-password"
        />
        <Button type="submit" kind="primary" wide busy={isPending}>
          {t("signIn.submit")}
        </Button>
        <p className={styles.hint}>{t("signIn.hint")}</p>
        <LanguageSwitch
          label={t("language.title")}
          chosen={spoken}
          onChoose={(language) => {
            wish(language);
            return speak(language);
          }}
        />
      </form>
    </main>
  );
}
