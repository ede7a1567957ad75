// What failed, what is safe, what to do: the screen behind each code of the graph.
import { useTranslation } from "react-i18next";

import { Button, ButtonLink } from "../../design/Button.js";
import { Note } from "../../design/Note.js";
import { codesOf } from "../../graphql/client.js";
import styles from "./CouldNotRead.module.css";

interface Props {
  error: unknown;
  onRetry(): void;
}

const known = [
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "TOO_COSTLY",
  "RATE_LIMITED",
  "UNAVAILABLE",
];

export function CouldNotRead({ error, onRetry }: Props) {
  const { t } = useTranslation("shell");
  const [code] = codesOf(error);
  const screen = code && known.includes(code) ? code : "OTHER";
  return (
    <div className={styles.page}>
      <h1>{t(`failed.${screen}.title`)}</h1>
      <Note
        tone="danger"
        icon="warning"
        role="alert"
        actions={
          <>
            <Button onClick={onRetry}>{t("failed.retry")}</Button>
            <ButtonLink to="/">{t("failed.start")}</ButtonLink>
          </>
        }
      >
        <p>{t(`failed.${screen}.text`)}</p>
        <p className={styles.code}>
          {t("failed.code", { code: code ?? "NETWORK" })}
        </p>
      </Note>
    </div>
  );
}
