// Setting up the second factor step by step: an app, its picture or key, the first code, the codes for paper.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { textIn } from "../design/form-text.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { type CodeAnswer, codeAnswer } from "./code-answer.js";
import { CodeForm } from "./CodeForm.js";
import { PasswordField } from "./PasswordField.js";
import { QrCode } from "./QrCode.js";
import { RecoveryCodes } from "./RecoveryCodes.js";
import styles from "./SecondFactor.module.css";

const BeginSecondFactor = graphql(`
  mutation BeginSecondFactor($input: BeginSecondFactorInput!) {
    beginSecondFactor(input: $input) {
      __typename
      ... on SecondFactorBegun {
        secret
        address
      }
      ... on InvalidInput {
        fields {
          path
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

// the viewer is read anew only when the codes have been seen
const ConfirmSecondFactor = graphql(`
  mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
    confirmSecondFactor(input: $input) {
      __typename
      ... on RecoveryCodes {
        codes
      }
      ... on InvalidInput {
        fields {
          path
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

interface Props {
  /** There is one already: its code is asked first. */
  isChange?: boolean;
  /** The recovery codes stand on the screen, once. */
  onCodes?(): void;
  onDone(): void;
}

export function SetUpSecondFactor({
  isChange = false,
  onCodes,
  onDone,
}: Props) {
  const { t } = useTranslation("account");
  const [begin, isBeginning] = useVerb(BeginSecondFactor);
  const [confirm, isConfirming] = useVerb(ConfirmSecondFactor);
  const [begun, setBegun] = useState<{
    secret: string;
    address: string;
  } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [wrongPassword, setWrongPassword] = useState<string>();
  const [failed, setFailed] = useState<Failure | null>(null);

  async function start(
    code: string | null,
    password: string | null,
  ): Promise<CodeAnswer> {
    const { data, failure } = await begin({ input: { code, password } });
    setFailed(failure ?? null);
    const answer = data?.beginSecondFactor;
    if (answer?.__typename !== "SecondFactorBegun")
      return codeAnswer(answer, failure);
    setBegun(answer);
    return {};
  }

  async function finish(code: string): Promise<CodeAnswer> {
    const { data, failure } = await confirm({ input: { code } });
    const answer = data?.confirmSecondFactor;
    if (answer?.__typename !== "RecoveryCodes")
      return codeAnswer(answer, failure);
    setCodes(answer.codes);
    onCodes?.();
    return {};
  }

  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (!begun && isChange)
    return (
      <CodeForm
        submit={t("factor.next")}
        isPending={isBeginning}
        onCode={start}
        autoFocus
      />
    );
  if (!begun)
    return (
      <form
        className={styles.steps}
        onSubmit={(event) => {
          event.preventDefault();
          if (isBeginning) return;
          const form = new FormData(event.currentTarget);
          const password = wrongPassword ? textIn(form, "password") : null;
          void start(null, password).then((came) =>
            setWrongPassword(came.wrongPassword ?? came.wrong),
          );
        }}
      >
        <NotSaved failure={failed} />
        {wrongPassword && (
          <PasswordField
            label={t("other.password")}
            name="password"
            autoComplete="current-password"
            autoFocus
            error={wrongPassword}
          />
        )}
        <Button type="submit" kind="primary" busy={isBeginning}>
          {t("factor.begin")}
        </Button>
      </form>
    );
  return (
    <div className={styles.steps}>
      <ol className={styles.list}>
        <li>{t("factor.app")}</li>
        <li>
          {t("factor.scan")}
          <QrCode text={begun.address} label={t("factor.picture")} />
          <p>
            <a href={begun.address}>{t("factor.open")}</a>
          </p>
          <p>{t("factor.key")}</p>
          <code className={styles.key}>{grouped(begun.secret)}</code>
        </li>
        <li>{t("factor.first")}</li>
      </ol>
      <CodeForm
        submit={t("factor.confirm")}
        isPending={isConfirming}
        onCode={finish}
        onlyPhone
      />
    </div>
  );
}

/** Four letters at a time can be typed without losing one's place. */
function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
