// Invitations that wait: since when, whether the mail has gone out, and what can be done about them.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type { InvitationOnPageFragment } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { SendInvitationAgain, WithdrawInvitation } from "./people.documents.js";
import styles from "./People.module.css";

interface Props {
  invitations: readonly InvitationOnPageFragment[];
  mayChange: boolean;
  onChanged(): void;
}

export function InvitationList({ invitations, mayChange, onChanged }: Props) {
  const { t } = useTranslation(["people", "design"]);
  const now = useNow();
  const { moment, day } = useDates(now);
  const [send, isSending] = useVerb(SendInvitationAgain);
  const [withdraw, isWithdrawing] = useVerb(WithdrawInvitation);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isPending = isSending || isWithdrawing;

  async function sendAgain(invitationId: string) {
    if (isPending) return;
    const { data, failure: failed } = await send({ input: { invitationId } });
    setFailure(failed ?? null);
    const answer = data?.sendInvitationAgain;
    setProblem(answer && "message" in answer ? answer.message : null);
    if (answer) onChanged();
  }

  async function takeBack(invitationId: string) {
    if (isPending) return;
    const { data, failure: failed } = await withdraw({
      input: { invitationId },
    });
    setFailure(failed ?? null);
    const answer = data?.withdrawInvitation;
    setProblem(answer && "message" in answer ? answer.message : null);
    if (answer) onChanged();
  }

  return (
    <>
      <ProblemNotice problem={problem ? { message: problem } : null} />
      <NotSaved failure={failure} />
      <ul className={styles.list}>
        {invitations.map((one) => (
          <li key={one.id} className={styles.row}>
            <div className={styles.who}>
              <strong>{one.name}</strong>
              <p className={styles.muted}>{one.email}</p>
              <p>
                {one.roles.map((role) => t(`design:role.${role}`)).join(", ")}
              </p>
              <p className={styles.muted}>
                {one.mailedAt
                  ? t("invitations.mailed", {
                      moment: moment(new Date(one.mailedAt)),
                    })
                  : t("invitations.waiting")}
              </p>
            </div>
            {!one.stillGiven ? (
              <Tag tone="warn" icon="warning">
                {t("invitations.void")}
              </Tag>
            ) : new Date(one.expiresAt) <= now ? (
              <Tag tone="warn" icon="clock">
                {t("invitations.expired")}
              </Tag>
            ) : (
              <Tag tone="info" icon="clock">
                {t("invitations.until", { day: day(new Date(one.expiresAt)) })}
              </Tag>
            )}
            {mayChange && (
              <div className={styles.actions}>
                {one.stillGiven && (
                  <Button
                    size="small"
                    busy={isPending}
                    aria-label={t("invitations.againOf", { name: one.name })}
                    onClick={() => void sendAgain(one.id)}
                  >
                    {t("invitations.again")}
                  </Button>
                )}
                <Button
                  size="small"
                  kind="quiet"
                  busy={isPending}
                  aria-label={t("invitations.withdrawOf", { name: one.name })}
                  onClick={() => void takeBack(one.id)}
                >
                  {t("invitations.withdraw")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
