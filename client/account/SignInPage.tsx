// The sign-in: e-mail and password, pasted if one likes, no hint which of the two is wrong, and the code of a second factor.
import { useQuery } from "@apollo/client/react";
import { type SubmitEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation, useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { LanguageSwitch } from "../app/language/LanguageSwitch.js";
import { ViewerQuery } from "../app/session/viewer.js";
import {
  sessionEnded,
  wayBack,
  wholeWayBack,
} from "../app/session/way-back.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { Button, ButtonLink } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { speak, useLanguage, wish } from "../i18n/language.js";
import { MailboxLink } from "../mailbox/index.js";
import { Brand } from "./Brand.js";
import { CodeStep } from "./CodeStep.js";
import { OtherSignIn, OtherSignInNews } from "./OtherSignIn.js";
import { PasswordField } from "./PasswordField.js";
import styles from "./SignInPage.module.css";
import { useEnter } from "./use-enter.js";

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          ...SignedInViewer @unmask
        }
      }
      ... on SecondFactorNeeded {
        ticket
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
  const enter = useEnter();
  const navigate = useNavigate();
  const location = useLocation();
  const { search } = location;
  const isEnded = location.state === sessionEnded;
  const { data: known } = useQuery(ViewerQuery);
  const [signIn, isPending] = useVerb(SignIn);
  // who comes back from the other provider may bring one
  const [ticket, setTicket] = useState(() => ticketIn(location.hash));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useTabTitle(t("signIn.title"));
  // it stands in the address no longer than it must
  useEffect(() => {
    if (ticketIn(location.hash))
      void navigate(`/logowanie${search}`, { replace: true });
  }, [location.hash, navigate, search]);

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
    if (data?.signIn.__typename === "SecondFactorNeeded")
      setTicket(data.signIn.ticket);
    if (data?.signIn.__typename === "SignedIn")
      await enter(data.signIn.viewer, wholeWayBack(search));
  }

  if (known?.viewer) return <Navigate to={wholeWayBack(search)} replace />;
  if (ticket)
    return (
      <main className={styles.page}>
        <div className={styles.card}>
          <Brand />
          <h1>{t("code.title")}</h1>
          <CodeStep
            ticket={ticket}
            onSignedIn={(viewer) => enter(viewer, wholeWayBack(search))}
            onStartOver={(why) => {
              setRefusal(why);
              setTicket(null);
            }}
          />
        </div>
      </main>
    );
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={(event) => void submit(event)}>
        <Brand />
        <h1>{t("signIn.title")}</h1>
        {isEnded && !refusal && (
          <Note icon="clock" role="status">
            {t("signIn.ended")}
          </Note>
        )}
        <OtherSignInNews search={search} />
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
        <OtherSignIn back={wayBack(search)} />
        <p className={styles.hint}>{t("signIn.hint")}</p>
        <ButtonLink kind="quiet" to="/logowanie/link">
          {t("forgotten.link")}
        </ButtonLink>
        <MailboxLink />
        <a href={spoken === "en" ? "/services" : "/uslugi"}>
          {t("signIn.residents")}
        </a>
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

function ticketIn(hash: string): string | null {
  return /^#kod=([\w-]+)$/.exec(hash)?.[1] ?? null;
}
