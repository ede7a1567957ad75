// What happened with a referral, newest first, and the step that is still to come.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type {
  AppointmentStep,
  ReferralStatus,
} from "../graphql/generated/graphql.js";
import { useDates } from "./dates.js";
import styles from "./Timeline.module.css";

export interface TimelineStep {
  at: string;
  status: ReferralStatus;
  /** What happened where the state stayed. */
  appointment?: AppointmentStep | null;
  by: string;
  reason: string | null;
}

interface Props {
  /** Oldest first, as the graph gives them. */
  steps: readonly TimelineStep[];
  /** What comes next and what then, if anything is awaited. */
  next?: ReactNode;
  now: Date;
}

/** An answered question and a service that goes on lead back to where it stood before. */
function wayOn(
  step: TimelineStep,
  place: number,
  steps: readonly TimelineStep[],
) {
  const was = steps
    .slice(0, place)
    .findLast(({ appointment }) => !appointment)?.status;
  const isAnswer = step.status === "RECEIVED" && was === "INFO_REQUESTED";
  const goesOn = step.status === "IN_PROGRESS" && was === "SUSPENDED";
  const way = isAnswer ? "ANSWERED" : goesOn ? "RESUMED" : step.status;
  return { ...step, way } as const;
}

export function Timeline({ steps, next, now }: Props) {
  const { t } = useTranslation("design");
  const { short, moment } = useDates(now);
  /** A refusal and a break have a reason of a list, a withdrawal has the sender's own words. */
  function reasonOf(status: ReferralStatus, reason: string): string {
    if (status === "DECLINED") return t(`declineReason.${reason}`);
    if (status === "DISCONTINUED") return t(`discontinueReason.${reason}`);
    if (status === "SUSPENDED") return t(`suspendReason.${reason}`);
    if (status === "WAITLISTED") return t(`passedOver.${reason}`);
    return reason;
  }
  return (
    <ol className={styles.timeline} aria-label={t("timeline")}>
      {next && (
        <li className={styles.next}>
          <span>{next}</span>
        </li>
      )}
      {steps
        .map(wayOn)
        .toReversed()
        .map((step) => {
          const at = new Date(step.at);
          return (
            <li
              key={`${step.at} ${step.status} ${step.appointment ?? step.reason ?? ""}`}
              className={styles.step}
            >
              <time dateTime={step.at} title={moment(at)}>
                {short(at)}
              </time>
              <span>
                <strong>
                  {step.appointment
                    ? t(`appointmentStep.${step.appointment}`)
                    : t(`status.step.${step.way}`)}
                </strong>{" "}
                · {step.by}
                {step.reason && <> · {reasonOf(step.status, step.reason)}</>}
              </span>
            </li>
          );
        })}
    </ol>
  );
}
