// "Zapytaj": what is missing, of a short list, and a few words without anybody's data; the clock stands meanwhile.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Group, TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { QuestionTopic } from "../graphql/generated/graphql.js";
import { AskAboutReferral } from "./exchange.documents.js";
import styles from "./Exchange.module.css";

const topics = [
  "DATES",
  "CONTACT",
  "ACCESS_NEEDS",
  "ELIGIBILITY",
  "SCOPE",
  "DOCUMENT",
  "OTHER",
] as const satisfies readonly QuestionTopic[];

interface Props {
  referralId: string;
  /** The clock of an emergency stands by the hour. */
  isEmergency: boolean;
  onClose(): void;
}

export function AskSheet({ referralId, isEmergency, onClose }: Props) {
  const { t } = useTranslation("exchange");
  const asked = useAsk(AskAboutReferral);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());

  async function submit(form: FormData) {
    const outcome = await asked.run({
      input: {
        ...{ requestKey, referralId },
        topics: topics.filter((topic) => form.getAll("topic").includes(topic)),
        text: textIn(form, "text").trim() || null,
      },
    });
    if (outcome?.__typename === "Referral") onClose();
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t("ask.title")}
      verb={t("ask.verb")}
      asked={asked}
      isJudgedByServer
      onClose={onClose}
      onSubmit={submit}
    >
      <p className={styles.quiet}>
        {t(`ask.means.${isEmergency ? "hours" : "days"}`)}
      </p>
      <Group label={t("ask.topics")} error={asked.errorAt("topics")}>
        <div className={styles.topics}>
          {topics.map((topic) => (
            <label key={topic} className={styles.topic}>
              <input type="checkbox" name="topic" value={topic} />
              <span>{t(`topic.${topic}`)}</span>
            </label>
          ))}
        </div>
      </Group>
      <TextArea
        label={t("ask.text")}
        hint={t("withoutData")}
        name="text"
        rows={2}
        maxLength={300}
        error={asked.errorAt("text")}
      />
    </AskDialog>
  );
}
