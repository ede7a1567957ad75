// Asks before words leave that look like somebody's illness or record: the writer puts them right, or lets them go as they are.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "../../design/ConfirmDialog.js";
import type { WriterQuestion } from "../../graphql/writer.js";

interface Asked {
  question: WriterQuestion;
  answer(isMeant: boolean): void;
}

export function useWriterQuestion() {
  const [waiting, setWaiting] = useState<readonly Asked[]>([]);
  // of the first render, as the graph's client keeps it
  const [ask] = useState(
    () => (question: WriterQuestion) =>
      new Promise<boolean>((resolve) => {
        const one: Asked = {
          question,
          answer(isMeant) {
            setWaiting((all) => all.filter((other) => other !== one));
            resolve(isMeant);
          },
        };
        setWaiting((all) => [...all, one]);
      }),
  );
  // one after the other
  return { asked: waiting[0], ask };
}

export function SensitiveQuestion({ question, answer }: Asked) {
  const { t } = useTranslation("shell");
  return (
    <ConfirmDialog
      question={t("sensitive.question")}
      verb={t("sensitive.verb")}
      keep={t("sensitive.correct")}
      onConfirm={() => answer(true)}
      onClose={() => answer(false)}
    >
      {question.fields.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
      <p>{t("sensitive.who")}</p>
    </ConfirmDialog>
  );
}
