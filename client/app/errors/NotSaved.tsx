// Nothing came of a verb: whether it is certain, and the way to repeat it.
import { useTranslation } from "react-i18next";

import { Button } from "../../design/Button.js";
import { Note } from "../../design/Note.js";
import type { Failure } from "../../graphql/use-verb.js";

interface Props {
  failure: Failure | null;
  onRetry?: () => void;
}

export function NotSaved({ failure, onRetry }: Props) {
  const { t } = useTranslation("shell");
  if (!failure) return null;
  return (
    <Note
      tone="danger"
      icon="warning"
      role="alert"
      title={t("notSaved.title")}
      actions={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t("failed.retry")}
          </Button>
        )
      }
    >
      {t(`notSaved.${failure}`)}
    </Note>
  );
}
