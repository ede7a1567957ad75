// The second step of signing in: the code, after the password was right.
import { useTranslation } from "react-i18next";

import type { Viewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { graphql } from "../graphql/generated/gql.js";
import { useVerb } from "../graphql/use-verb.js";
import { CodeForm } from "./CodeForm.js";

const CompleteSignIn = graphql(`
  mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          ...SignedInViewer @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

interface Props {
  ticket: string;
  onSignedIn(viewer: Viewer): Promise<void>;
  /** With a sentence where the first step is no longer good. */
  onStartOver(why: string | null): void;
}

export function CodeStep({ ticket, onSignedIn, onStartOver }: Props) {
  const { t } = useTranslation("account");
  const [complete, isPending] = useVerb(CompleteSignIn);
  return (
    <CodeForm
      submit={t("signIn.submit")}
      isPending={isPending}
      autoFocus
      onCode={async (code) => {
        const { data, failure } = await complete({ input: { ticket, code } });
        const answer = data?.completeSignIn;
        switch (answer?.__typename) {
          case "SignedIn":
            await onSignedIn(answer.viewer);
            return {};
          case "SignInRefused":
            onStartOver(answer.message);
            return {};
          case "InvalidInput":
            return { wrong: answer.message };
          default:
            return { failure };
        }
      }}
      aside={
        <Button kind="quiet" onClick={() => onStartOver(null)}>
          {t("code.startOver")}
        </Button>
      }
    />
  );
}
