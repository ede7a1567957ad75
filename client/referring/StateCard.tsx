// Where a referral stands, until when and why; beside it what happens if nobody answers.
import { useTranslation } from "react-i18next";

import { isDoubted } from "../app/live/doubted.js";
import { PlaceButton } from "../app/live/PlaceButton.js";
import { useReferralWords } from "../app/live/use-referral-words.js";
import { Button } from "../design/Button.js";
import { Countdown } from "../design/Countdown.js";
import { useDates } from "../design/dates.js";
import { StatusTag } from "../design/StatusTag.js";
import { Tag } from "../design/Tag.js";
import {
  awaitsDecision,
  awaitsNewDate,
  awaitsPartner,
  lacksPaper,
} from "./awaits.js";
import type { SentCourse } from "./course-query.js";
import { IfNotAnswered } from "./fallbacks/IfNotAnswered.js";
import styles from "./StateCard.module.css";
import { StepAnswer } from "./StepAnswer.js";
import { useConfirmPlace, useWithdrawReferral } from "./steps.js";

interface Props {
  referral: SentCourse;
  now: Date;
}

export function StateCard({ referral, now }: Props) {
  const { t } = useTranslation(["referring", "design"]);
  const confirmPlace = useConfirmPlace();
  const letGo = useWithdrawReferral();
  const { status, dueAt, dueReason, priority } = referral;
  const isAwaited = awaitsPartner(status);
  const decides = awaitsDecision(referral);
  return (
    <div className={styles.card}>
      <div className={styles.state}>
        <p className={styles.tags}>
          <StatusTag
            status={status}
            seenBy="sender"
            queuePosition={referral.queuePosition}
            offeredUntil={referral.offeredUntil}
            now={now}
          />
          {priority !== "STANDARD" && (
            <Tag tone={priority === "EMERGENCY" ? "danger" : "warn"}>
              {t(`design:priority.${priority}`)}
            </Tag>
          )}
          {lacksPaper(referral) && (
            <Tag tone="warn" icon="warning">
              {t("paper.missing")}
            </Tag>
          )}
        </p>
        <h2>{useStateTitle(referral)}</h2>
        {lacksPaper(referral) && (
          <p>
            <strong>{t("paper.text")}</strong>
          </p>
        )}
        {isAwaited && dueAt ? (
          <>
            <p>
              {t("state.timeToAnswer")}{" "}
              <Countdown dueAt={dueAt} rule={dueReason} now={now} />.{" "}
              {referral.holdsPlace && t("state.held")}
            </p>
            {referral.sentAt && (
              <Elapsed from={referral.sentAt} to={dueAt} now={now} />
            )}
          </>
        ) : (
          !decides && <StateText referral={referral} now={now} />
        )}
        {decides && <p>{t("state.missedText")}</p>}
        {referral.viewerCanConfirmPlace && (
          <p className={styles.choices}>
            <PlaceButton
              kind="primary"
              icon="check"
              busy={confirmPlace.isPending}
              onClick={() =>
                void confirmPlace.run({ input: { referralId: referral.id } })
              }
            >
              {t("course.confirm")}
            </PlaceButton>
            {referral.viewerCanWithdraw && (
              <Button
                busy={letGo.isPending}
                onClick={() =>
                  void letGo.run({
                    input: {
                      referralId: referral.id,
                      reason: t("course.letGoReason"),
                    },
                  })
                }
              >
                {t("course.letGo")}
              </Button>
            )}
          </p>
        )}
        <StepAnswer step={confirmPlace} />
        <StepAnswer step={letGo} />
      </div>
      {referral.viewerIsSender && (isAwaited || status === "WAITLISTED") && (
        <div className={styles.ifNot}>
          <IfNotAnswered
            referral={referral}
            now={now}
            area={referral.service.area}
          />
        </div>
      )}
    </div>
  );
}

function useStateTitle(referral: SentCourse): string {
  const { t } = useTranslation("referring");
  const { status, queuePosition } = referral;
  if (awaitsDecision(referral))
    return t("state.missed", {
      context: referral.appointment?.atHome ? "home" : undefined,
    });
  if (awaitsNewDate(referral)) return t("state.newDate");
  if (lacksPaper(referral)) return t("paper.title");
  if (awaitsPartner(status)) return t("state.waiting");
  if (status === "WAITLISTED" && queuePosition)
    return t("state.title.WAITLISTED_place", { place: queuePosition });
  return t(`state.title.${status}`);
}

function StateText({ referral, now }: Props) {
  const { t } = useTranslation(["referring", "design"]);
  const { date, moment } = useDates(now);
  const { status, offeredUntil, redeemedAt, declineReason, discontinueReason } =
    referral;
  const { passedOver, expectedOn } = referral;
  const { capacity } = referral.service;
  const words = useReferralWords(referral.id, status === "WITHDRAWN");
  const reason = declineReason
    ? t(`design:declineReason.${declineReason}`)
    : discontinueReason
      ? t(`design:discontinueReason.${discontinueReason}`)
      : words?.withdrawReason;
  return (
    <>
      {status === "OFFERED" && offeredUntil && (
        <p>
          {t("state.timeToConfirm")}{" "}
          <Countdown dueAt={offeredUntil} now={now} />
        </p>
      )}
      {reason && (
        <p>
          <strong>{reason}</strong>
        </p>
      )}
      {capacity && isDoubted(referral) && (
        <p>
          {t("state.doubted", {
            free: t(`design:free.${capacity.unit}`, {
              count: capacity.available,
            }),
          })}
        </p>
      )}
      {passedOver && (
        <p>
          <strong>{t(`state.passedOver.${passedOver}`)}</strong>
        </p>
      )}
      {redeemedAt && (
        <p>
          <strong>
            {t("state.redeemed", { when: moment(new Date(redeemedAt)) })}
          </strong>
        </p>
      )}
      {referral.timeline.at(-1)?.appointment === "ARRANGED_UNASKED" && (
        <p>
          <strong>{t("state.dateUnasked")}</strong>
        </p>
      )}
      {referral.basisWithdrawn && <p>{t("state.basisWithdrawn")}</p>}
      {referral.keeping?.answer === null && (
        <p>
          <strong>{t("keeping.waiting")}</strong>
        </p>
      )}
      <p>
        {t(
          awaitsNewDate(referral)
            ? "state.newDateText"
            : `state.text.${status}`,
        )}
      </p>
      {status === "WAITLISTED" && expectedOn && (
        <p>{t("state.expected", { day: date(new Date(expectedOn)) })}</p>
      )}
    </>
  );
}

/** Decoration: the words beside it carry the time. */
function Elapsed({ from, to, now }: { from: string; to: string; now: Date }) {
  const { short } = useDates(now);
  const [start, end] = [new Date(from), new Date(to)];
  const share =
    (now.getTime() - start.getTime()) / (end.getTime() - start.getTime());
  const width = `${Math.round(100 * Math.min(1, Math.max(0, share)))}%`;
  return (
    <div className={styles.elapsed} aria-hidden="true">
      <span className={styles.bar}>
        <i style={{ width }} />
      </span>
      <span>{short(start)}</span>
      <span>{short(end)}</span>
    </div>
  );
}
