// "Przebieg": to know what happens with a referral without telephoning.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useOnReferral } from "../app/live/use-live.js";
import { useQueuePlaces } from "../app/live/use-queue-places.js";
import { Page } from "../app/shell/Page.js";
import { referralPath } from "../app/shell/referral-path.js";
import {
  SenderAppointment,
  useToldOfAppointment,
} from "../appointments/index.js";
import { AttendanceCard } from "../attendance/index.js";
import { Button, ButtonLink } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Timeline } from "../design/Timeline.js";
import { useNow } from "../design/use-now.js";
import { PauseCard, QuestionsCard, SuspendDialog } from "../exchange/index.js";
import { ReferralNeed } from "../needs/index.js";
import { awaitsPartner, isOver } from "./awaits.js";
import { ContinuationCard } from "./ContinuationCard.js";
import { useCourse } from "./course-query.js";
import { CourseAside } from "./CourseAside.js";
import styles from "./CoursePage.module.css";
import { DiscontinueDialog } from "./DiscontinueDialog.js";
import { DraftCard } from "./DraftCard.js";
import { FallbackStory } from "./fallbacks/FallbackStory.js";
import { OtherServices } from "./OtherServices.js";
import { slipPath } from "./slip-path.js";
import { StateCard } from "./StateCard.js";
import { SuggestionsCard } from "./SuggestionsCard.js";
import { UnknownReferral } from "./UnknownReferral.js";
import { WithdrawDialog } from "./WithdrawDialog.js";

export function CoursePage({ number }: { number: string }) {
  const { t } = useTranslation(["referring", "design"]);
  const now = useNow();
  const referral = useCourse(number);
  const next = useNextStep(referral, now);
  useQueuePlaces(referral ? [referral] : []);
  const [asking, setAsking] = useState<
    "withdraw" | "discontinue" | "suspend" | null
  >(null);
  const [said, setSaid] = useState("");
  const toldOfAppointment = useToldOfAppointment(now);
  useOnReferral(({ referral: changed, status }) => {
    if (changed.number !== number) return;
    setSaid(
      toldOfAppointment(changed) ??
        t(`course.said.${status}`, { partner: changed.partner.name }),
    );
  });

  if (!referral) return <UnknownReferral />;
  const { service, partner, units, follows, followedBy } = referral;
  const unit = service.capacity?.unit;
  // before the start a referral is withdrawn, after it the service is broken off
  const isRunning =
    referral.viewerCanDiscontinue && referral.startedAt !== null;
  return (
    <Page
      title={service.name}
      tabTitle={referral.number}
      intro={
        <>
          <Link to="/skierowania">{t("course.back")}</Link> / {referral.number}{" "}
          · {partner.name}
          {referral.kind === "APPLICATION_TRANSFER" && (
            <> · {t("design:application")}</>
          )}
          {unit && <> · {t(`design:amount.${unit}`, { count: units })}</>}
        </>
      }
      actions={
        <>
          {!isOver(referral.status) && referral.status !== "DRAFT" && (
            <ButtonLink to={slipPath(referral.number)} icon="print">
              {t("slip.print")}
            </ButtonLink>
          )}
          {referral.viewerCanSuspend && (
            <Button onClick={() => setAsking("suspend")}>
              {t("course.suspend")}
            </Button>
          )}
          {isRunning && (
            <Button kind="danger" onClick={() => setAsking("discontinue")}>
              {t("course.discontinue")}
            </Button>
          )}
          {referral.viewerCanWithdraw && !isRunning && (
            <Button kind="danger" onClick={() => setAsking("withdraw")}>
              {t("course.withdraw")}
            </Button>
          )}
        </>
      }
    >
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <StateCard referral={referral} now={now} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {referral.viewerIsSender && <SuggestionsCard referral={referral} />}
          {referral.viewerIsSender && <DraftCard referral={referral} />}
          {isOver(referral.status) && referral.viewerIsSender && (
            <>
              <FallbackStory referralId={referral.id} />
              <OtherServices referral={referral} now={now} />
            </>
          )}
          <SenderAppointment referral={referral} now={now} />
          <QuestionsCard referral={referral} seenBy="sender" now={now} />
          <PauseCard referral={referral} now={now} />
          {referral.viewerIsSender && (
            <AttendanceCard referral={referral} seenBy="sender" />
          )}
          {referral.viewerIsSender && (
            <ReferralNeed key={referral.version} referralId={referral.id} />
          )}
          {referral.viewerIsSender && (
            <ContinuationCard referral={referral} now={now} />
          )}
          {referral.timeline.length > 0 && (
            <section className={styles.timeline}>
              <h2>{t("course.timeline")}</h2>
              <Timeline steps={referral.timeline} next={next} now={now} />
              {follows && (
                <p>
                  <Link to={referralPath(follows.number)}>
                    {t("course.follows", { number: follows.number })}
                  </Link>
                </p>
              )}
              {followedBy && (
                <p>
                  <Link to={referralPath(followedBy.number)}>
                    {t("course.followedBy", { number: followedBy.number })}
                  </Link>
                </p>
              )}
            </section>
          )}
        </div>
        <CourseAside referral={referral} now={now} />
      </div>
      {asking === "suspend" && (
        <SuspendDialog
          referralId={referral.id}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "withdraw" && (
        <WithdrawDialog referral={referral} onClose={() => setAsking(null)} />
      )}
      {asking === "discontinue" && (
        <DiscontinueDialog
          referral={referral}
          onClose={() => setAsking(null)}
        />
      )}
    </Page>
  );
}

function useNextStep(
  referral: ReturnType<typeof useCourse>,
  now: Date,
): string | null {
  const { t } = useTranslation("referring");
  const { moment, until } = useDates(now);
  if (!referral) return null;
  const { status, dueAt, offeredUntil } = referral;
  if (awaitsPartner(status))
    return dueAt && t("next.due", { moment: moment(new Date(dueAt)) });
  switch (status) {
    case "WAITLISTED":
      return t("next.waitlisted");
    case "OFFERED":
      return (
        offeredUntil &&
        t("next.offered", { until: until(new Date(offeredUntil)) })
      );
    case "ACCEPTED":
      return t("next.accepted");
    case "IN_PROGRESS":
    case "SUSPENDED":
      return t("next.running");
    default:
      return null;
  }
}
