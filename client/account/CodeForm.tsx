// A form that asks for one code, and says what is wrong with it beside the field.
import { type ReactNode, type SubmitEvent, useState } from "react";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { textIn } from "../design/form-text.js";
import type { Failure } from "../graphql/use-verb.js";
import { CodeField } from "./CodeField.js";
import styles from "./PasswordForm.module.css";

/** What came of a code: nothing, where it was right. */
export interface CodeAnswer {
  wrong?: string | undefined;
  failure?: Failure | undefined;
}

interface Props {
  submit: string;
  isPending: boolean;
  onCode(code: string): Promise<CodeAnswer>;
  onlyPhone?: boolean;
  autoFocus?: boolean;
  /** Beside the button. */
  aside?: ReactNode;
}

export function CodeForm(props: Props) {
  const { submit, isPending, onCode, onlyPhone, autoFocus, aside } = props;
  const [answer, setAnswer] = useState<CodeAnswer>({});

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const target = event.currentTarget;
    const came = await onCode(textIn(new FormData(target), "code"));
    setAnswer(came);
    if (!came.wrong) return;
    // a code that was wrong is never right again
    target.reset();
    target.querySelector("input")?.focus();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <NotSaved failure={answer.failure ?? null} />
      <CodeField
        error={answer.wrong}
        {...(onlyPhone ? { onlyPhone } : {})}
        {...(autoFocus ? { autoFocus } : {})}
      />
      <Button type="submit" kind="primary" busy={isPending}>
        {submit}
      </Button>
      {aside}
    </form>
  );
}
