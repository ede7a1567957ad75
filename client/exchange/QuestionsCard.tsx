// What the partner asked and the coordinator answered, for both; read when it is looked at, and again with each change.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form } from "../app/forms/Form.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useOnReferral } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { AnswerQuestion, ReferralMessages } from "./exchange.documents.js";
import styles from "./Exchange.module.css";

interface Props {
  referral: LiveReferralFragment;
  seenBy: "sender" | "partner";
  now: Date;
}

export function QuestionsCard({ referral, seenBy, now }: Props) {
  const { t } = useTranslation("exchange");
  const { moment } = useDates(now);
  const { id, status, partner, clockStandsUntil } = referral;
  const { data, refetch } = useQuery(ReferralMessages, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  useOnReferral((event) => {
    if (event.referral.id === id) void refetch().catch(() => undefined);
  });
  const messages =
    data?.node?.__typename === "Referral" ? (data.node.messages ?? []) : [];
  if (messages.length === 0 && status !== "INFO_REQUESTED") return null;
  return (
    <section className={styles.card} data-asks={status === "INFO_REQUESTED"}>
      <h2>{t("questions.title")}</h2>
      <ol className={styles.messages}>
        {messages.map(({ fromPartner, topics, text, at }) => (
          <li key={at} data-from={fromPartner ? "partner" : "centre"}>
            <p className={styles.quiet}>
              {fromPartner ? partner.name : t("questions.centre")} ·{" "}
              {moment(new Date(at))}
            </p>
            {topics.length > 0 && (
              <p>
                <strong>
                  {topics.map((topic) => t(`topic.${topic}`)).join(", ")}
                </strong>
              </p>
            )}
            {text && <p>{text}</p>}
          </li>
        ))}
      </ol>
      {clockStandsUntil && (
        <p className={styles.quiet}>
          {t(`questions.clock.${seenBy}`, {
            moment: moment(new Date(clockStandsUntil)),
          })}
        </p>
      )}
      {referral.viewerCanAnswerQuestion && <AnswerForm referralId={id} />}
    </section>
  );
}

function AnswerForm({ referralId }: { referralId: string }) {
  const { t } = useTranslation("exchange");
  const asked = useAsk(AnswerQuestion);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());

  async function submit(form: FormData) {
    const text = textIn(form, "text").trim();
    const outcome = await asked.run({
      input: { requestKey, referralId, text },
    });
    if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <Form wrong={asked.wrong} onSubmit={submit}>
      <TextArea
        label={t("answer.text")}
        hint={t("withoutData")}
        name="text"
        rows={2}
        maxLength={300}
        required
        error={asked.errorAt("text")}
      />
      <p>
        <Button kind="primary" type="submit" busy={asked.isPending}>
          {t("answer.verb")}
        </Button>
      </p>
      <NotSaved failure={asked.failure} />
    </Form>
  );
}
