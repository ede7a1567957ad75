// A form that asks for one code, and says what is wrong with it beside the field.
import { type ReactNode, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { textIn } from "../design/form-text.js";
import type { CodeAnswer } from "./code-answer.js";
import { CodeField } from "./CodeField.js";
import { PasswordField } from "./PasswordField.js";
import styles from "./PasswordForm.module.css";

interface Props {
  submit: string;
  isPending: boolean;
  /** @param password null where it was not asked for */
  onCode(code: string, password: string | null): Promise<CodeAnswer>;
  onlyPhone?: boolean;
  autoFocus?: boolean;
  /** Beside the button. */
  aside?: ReactNode;
}

export function CodeForm(props: Props) {
  const { submit, isPending, onCode, onlyPhone, autoFocus, aside } = props;
  const { t } = useTranslation("account");
  const [answer, setAnswer] = useState<CodeAnswer>({});
  const [asksPassword, setAsksPassword] = useState(false);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const target = event.currentTarget;
    const form = new FormData(target);
    const password = asksPassword ? textIn(form, "password") : null;
    const came = await onCode(textIn(form, "code"), password);
    setAnswer(came);
    if (came.wrongPassword) setAsksPassword(true);
    const code = target.querySelector<HTMLInputElement>("[name=code]");
    if (!came.wrong || !code) return;
    // a code that was wrong is never right again
    code.value = "";
    code.focus();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <NotSaved failure={answer.failure ?? null} />
      <CodeField
        error={answer.wrong}
        {...(onlyPhone ? { onlyPhone } : {})}
        {...(autoFocus ? { autoFocus } : {})}
      />
      {asksPassword && (
        <PasswordField
          label={t("other.password")}
          name="password"
          autoComplete="current-password"
          autoFocus
          error={answer.wrongPassword}
        />
      )}
      <Button type="submit" kind="primary" busy={isPending}>
        {submit}
      </Button>
      {aside}
    </form>
  );
}
