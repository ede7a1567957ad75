// Whether one's account can be entered through the other provider: bound by the password, and unbound by a button.
import { useQuery } from "@apollo/client/react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { textIn } from "../design/form-text.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { OtherProviderQuery, OtherSignInNews } from "./OtherSignIn.js";
import { PasswordField } from "./PasswordField.js";
import styles from "./PasswordForm.module.css";

const LinkIdentity = graphql(`
  mutation LinkIdentity($input: LinkIdentityInput!) {
    linkIdentity(input: $input) {
      __typename
      ... on IdentityLinkBegun {
        path
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const UnlinkIdentity = graphql(`
  mutation UnlinkIdentity {
    unlinkIdentity {
      __typename
    }
  }
`);

interface Props {
  isLinked: boolean;
  onChanged(): void;
}

export function IdentityLink({ isLinked, onChanged }: Props) {
  const { t } = useTranslation("account");
  const { search } = useLocation();
  const { data: provider } = useQuery(OtherProviderQuery);
  const [link, isLinking] = useVerb(LinkIdentity);
  const [unlink, isUnlinking] = useVerb(UnlinkIdentity);
  const [wrong, setWrong] = useState<string | undefined>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const name = provider?.otherProvider?.name;
  if (name === undefined) return null;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isLinking) return;
    const password = textIn(new FormData(event.currentTarget), "password");
    const { data, failure: failed } = await link({ input: { password } });
    setFailure(failed ?? null);
    const answer = data?.linkIdentity;
    setWrong(
      answer?.__typename === "InvalidInput" ? answer.message : undefined,
    );
    if (answer?.__typename === "IdentityLinkBegun")
      window.location.assign(answer.path);
  }

  return (
    <section>
      <h2>{t("other.title", { name })}</h2>
      <OtherSignInNews search={search} />
      <NotSaved failure={failure} />
      {isLinked ? (
        <>
          <p>{t("other.isLinked", { name })}</p>
          <Button
            busy={isUnlinking}
            onClick={async () => {
              const { data, failure: failed } = await unlink({});
              setFailure(failed ?? null);
              if (data) onChanged();
            }}
          >
            {t("other.unlink")}
          </Button>
        </>
      ) : (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <p>{t("other.why", { name })}</p>
          <PasswordField
            label={t("other.password")}
            name="password"
            autoComplete="current-password"
            error={wrong}
          />
          <Button type="submit" busy={isLinking}>
            {t("other.link")}
          </Button>
        </form>
      )}
    </section>
  );
}
