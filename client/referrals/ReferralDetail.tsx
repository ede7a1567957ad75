// One referral as its partner sees it: the clock, the answer, what is to be done, what happened.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";

import { referralPath } from "../app/shell/referral-path.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import {
  AppointmentTag,
  PaperNote,
  PartnerAppointment,
} from "../appointments/index.js";
import { AttendanceCard } from "../attendance/index.js";
import { useDates } from "../design/dates.js";
import { Icon } from "../design/Icon.js";
import { StatusTag } from "../design/StatusTag.js";
import { Tag } from "../design/Tag.js";
import { Timeline } from "../design/Timeline.js";
import { PauseCard, QuestionsCard } from "../exchange/index.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { ReferralNeed } from "../needs/index.js";
import { ClockCard } from "./ClockCard.js";
import { isFinished } from "./groups.js";
import { awaitsAnswer } from "./inbox.js";
import { KeepingCard } from "./KeepingCard.js";
import { OutcomeNews } from "./OutcomeNews.js";
import { PersonCard } from "./PersonCard.js";
import { ReferralActions } from "./ReferralActions.js";
import styles from "./ReferralDetail.module.css";
import { ReferralFacts } from "./ReferralFacts.js";
import { OpenReferral } from "./referrals.documents.js";
import { SuggestCard } from "./SuggestCard.js";
import { useAnswer } from "./use-answer.js";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function ReferralDetail({ referral, now }: Props) {
  const { t } = useTranslation(["referrals", "design"]);
  const { moment } = useDates(now);
  const navigate = useNavigate();
  const detail = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const answering = useAnswer(referral.id);
  const [open] = useVerb(OpenReferral);
  const { id, number, viewerCanOpen, service, priority, sentAt } = referral;
  useTabTitle(number);

  // a person looks at it now: this, and nothing else, marks it as opened
  useEffect(() => {
    if (viewerCanOpen) void open({ input: { referralId: id } });
  }, [open, id, viewerCanOpen]);
  useEffect(() => {
    title.current?.focus();
  }, [id]);

  return (
    <article
      ref={detail}
      className={styles.detail}
      aria-labelledby="skierowanie"
      onKeyDown={({ key, target }) => {
        const isInDialog =
          target instanceof Element && target.closest("dialog");
        if (key === "Escape" && !isInDialog) void navigate("/skierowania");
      }}
    >
      <Link className={styles.back} to="/skierowania" data-print="no">
        <Icon name="back" small />
        {t("detail.back")}
      </Link>
      <div className={styles.head}>
        <div>
          <p className={styles.meta}>
            {number} · {t("detail.sentBy", { sender: referral.sender })}
            {sentAt && <> · {moment(new Date(sentAt))}</>}
          </p>
          <h1 id="skierowanie" ref={title} tabIndex={-1}>
            {service.name}
          </h1>
          <p className={styles.tags}>
            {priority !== "STANDARD" && (
              <Tag
                tone={priority === "EMERGENCY" ? "danger" : "warn"}
                icon="warning"
              >
                {t(`design:priority.${priority}`)}
              </Tag>
            )}
            {referral.status === "ACCEPTED" ? (
              <AppointmentTag referral={referral} seenBy="partner" now={now} />
            ) : (
              <StatusTag {...referral} seenBy="partner" now={now} />
            )}
            {service.capacity && (
              <Tag tone="outline">
                {t(`design:amount.${service.capacity.unit}`, {
                  count: referral.units,
                })}
              </Tag>
            )}
          </p>
        </div>
        {awaitsAnswer(referral) && <ClockCard referral={referral} now={now} />}
      </div>
      <OutcomeNews {...{ referral, answering, now }} />
      {referral.status === "DECLINED" && (
        <ReferralNeed referralId={referral.id} />
      )}
      <ReferralActions {...{ referral, answering, now }} within={detail} />
      <QuestionsCard referral={referral} seenBy="partner" now={now} />
      <PauseCard referral={referral} now={now} />
      <PaperNote referral={referral} />
      <PartnerAppointment referral={referral} now={now} />
      {referral.disclosureLevel !== "L0_TOKEN" && !isFinished(referral) && (
        <PersonCard referral={referral} />
      )}
      <KeepingCard key={`keeping ${id}`} referral={referral} />
      <AttendanceCard referral={referral} seenBy="partner" />
      <ReferralFacts referral={referral} now={now} />
      <SuggestCard key={`suggest ${id}`} referral={referral} />
      <section>
        <h2>{t("design:timeline")}</h2>
        <Timeline steps={referral.timeline} now={now} />
        {referral.follows && (
          <p>
            <Link to={referralPath(referral.follows.number)}>
              {t("detail.follows", { number: referral.follows.number })}
            </Link>
          </p>
        )}
        {referral.followedBy && (
          <p>
            <Link to={referralPath(referral.followedBy.number)}>
              {t("detail.followedBy", { number: referral.followedBy.number })}
            </Link>
          </p>
        )}
      </section>
    </article>
  );
}
