// An invitation: who invites, to what, and one password; only the button accepts, never the opening of the page.
import { useQuery } from "@apollo/client/react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";

import { CouldNotRead } from "../app/errors/CouldNotRead.js";
import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import { Note } from "../design/Note.js";
import type { AccountLinkQuery as Answer } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { AcceptInvitation, AccountLinkQuery } from "./account-link.js";
import { CodeStep } from "./CodeStep.js";
import { EntryCard } from "./EntryCard.js";
import { LinkOver } from "./LinkOver.js";
import { PasswordField } from "./PasswordField.js";
import formStyles from "./PasswordForm.module.css";
import { useEnter } from "./use-enter.js";

export function InvitationPage() {
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
  return link?.kind === "INVITATION" && link.state === "OPEN" ? (
    <Invitation token={token} link={link} />
  ) : (
    <LinkOver link={link} />
  );
}

interface Props {
  token: string;
  link: NonNullable<Answer["accountLink"]>;
}

function Invitation({ token, link }: Props) {
  const { t } = useTranslation(["account", "design"]);
  const enter = useEnter();
  const [accept, isPending] = useVerb(AcceptInvitation);
  const [ticket, setTicket] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const password = textIn(new FormData(event.currentTarget), "password");
    const { data, failure: failed } = await accept({
      input: { token, password },
    });
    setFailure(failed ?? null);
    const outcome = data?.acceptInvitation;
    setProblem(outcome && "message" in outcome ? outcome.message : null);
    if (outcome?.__typename === "SecondFactorNeeded") setTicket(outcome.ticket);
    if (outcome?.__typename === "SignedIn") await enter(outcome.viewer, "/");
  }

  if (ticket)
    return (
      <EntryCard title={t("code.title")}>
        <CodeStep
          ticket={ticket}
          onSignedIn={(viewer) => enter(viewer, "/")}
          onStartOver={(why) => {
            setProblem(why);
            setTicket(null);
          }}
        />
      </EntryCard>
    );
  return (
    <EntryCard title={t("invitation.title")}>
      <p>
        {t("invitation.text", {
          centre: link.centreName,
          partner: link.partnerName,
        })}
      </p>
      <p>{t("invitation.duties")}</p>
      <ul className={formStyles.duties}>
        {link.roles.map((role) => (
          <li key={role}>{t(`design:role.${role}`)}</li>
        ))}
      </ul>
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
        <p>{t(link.hasPassword ? "invitation.known" : "invitation.new")}</p>
        {/* also for the browser's own keeper of passwords */}
        <TextField
          label={t("signIn.email")}
          name="username"
          type="email"
          autoComplete="username"
          value={link.email ?? ""}
          readOnly
        />
        <PasswordField
          label={t(link.hasPassword ? "signIn.password" : "password.new")}
          name="password"
          autoComplete={link.hasPassword ? "current-password" : "new-password"}
          {...(link.hasPassword ? {} : { hint: t("password.rule") })}
        />
        <Button type="submit" kind="primary" wide busy={isPending}>
          {t("invitation.accept")}
        </Button>
      </form>
    </EntryCard>
  );
}
