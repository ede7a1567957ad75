// One referral by its number: what is asked for, until when, and the answers; the person is not named here.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import type {
  LinkReply,
  OpenedFragment,
} from "../graphql/generated/graphql.js";
import styles from "./AnswerReferral.module.css";
import { AnswerByLink } from "./by-link.documents.js";
import { DeclineByLink } from "./DeclineByLink.js";
import { LinkFrame } from "./LinkFrame.js";
import { useSaid } from "./use-said.js";

interface Props {
  token: string;
  link: OpenedFragment;
  onAnswered(link: OpenedFragment): void;
}

export function AnswerReferral({ token, link, onAnswered }: Props) {
  const { t } = useTranslation(["link", "design"]);
  const now = useNow();
  const { until } = useDates(now);
  const [isDeclining, setDeclining] = useState(false);
  const [said, setSaid] = useState<LinkReply | null>(null);
  const { say, isPending, problem, failure } = useSaid(
    AnswerByLink,
    ({ answerByLink }) => answerByLink,
    onAnswered,
  );
  const { referral } = link;
  if (!referral) return null;

  const reply = (word: LinkReply) => {
    setSaid(word);
    return say({ token, reply: word });
  };
  const busy = (word: LinkReply) => isPending && said === word;

  return (
    <LinkFrame
      title={t("answer.title", { number: referral.number })}
      link={link}
    >
      <dl className={styles.facts}>
        <dt>{t("answer.service")}</dt>
        <dd>{referral.serviceName}</dd>
        <dt>{t("answer.amount")}</dt>
        <dd>
          {t(`design:amount.${referral.unit}`, { count: referral.units })}
        </dd>
        <dt>{t("answer.priority")}</dt>
        <dd>{t(`design:priority.${referral.priority}`)}</dd>
        {referral.dueAt && (
          <>
            <dt>{t("answer.due")}</dt>
            <dd>
              <strong>{until(new Date(referral.dueAt))}</strong>
            </dd>
          </>
        )}
      </dl>
      <p className={styles.person}>{t("answer.person")}</p>
      {referral.status === "RECEIVED" && (
        <Note tone="ok" icon="check" role="status">
          {t("answer.acknowledged")}
        </Note>
      )}
      <ProblemNotice problem={problem} />
      <NotSaved failure={failure} onRetry={() => said && void reply(said)} />
      <div className={styles.replies}>
        <Button
          kind="primary"
          size="large"
          wide
          icon="check"
          busy={busy("ACCEPT")}
          onClick={() => void reply("ACCEPT")}
        >
          {t("answer.accept")}
        </Button>
        <Button
          wide
          size="large"
          busy={busy("WAITLIST")}
          onClick={() => void reply("WAITLIST")}
        >
          {t("answer.waitlist")}
        </Button>
        <Button wide size="large" onClick={() => setDeclining(true)}>
          {t("answer.decline")}
        </Button>
        {referral.status === "SENT" && (
          <Button
            kind="quiet"
            wide
            busy={busy("ACKNOWLEDGE")}
            onClick={() => void reply("ACKNOWLEDGE")}
          >
            {t("answer.acknowledge")}
          </Button>
        )}
      </div>
      {isDeclining && (
        <DeclineByLink
          busy={isPending}
          onClose={() => setDeclining(false)}
          onDecline={async (reason) => {
            setSaid("DECLINE");
            await say({ token, reply: "DECLINE", reason });
            setDeclining(false);
          }}
        />
      )}
    </LinkFrame>
  );
}
