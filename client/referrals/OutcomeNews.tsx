// What came of the last act on a referral, in place and in focus, also when somebody else acted first.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useOnReferral } from "../app/live/use-live.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { Quicker } from "../design/Quicker.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import styles from "./ReferralDetail.module.css";
import type { Answering } from "./use-answer.js";

interface Props {
  referral: LiveReferralFragment;
  answering: Answering;
  now: Date;
}

/** Withdrawn, or closed after its end with what it rested on. */
function isTakenBack({ status, basisWithdrawn }: LiveReferralFragment) {
  return status === "WITHDRAWN" || basisWithdrawn;
}

export function OutcomeNews({ referral, answering, now }: Props) {
  const { t } = useTranslation(["referrals", "design"]);
  const { moment, until } = useDates(now);
  const { outcome } = answering;
  const news = useRef<HTMLDivElement>(null);
  const [wasWithdrawnNow, setWithdrawnNow] = useState(false);
  useOnReferral((event) => {
    if (event.referral.id === referral.id && isTakenBack(event.referral))
      setWithdrawnNow(true);
  });
  // the pressed button is gone, so the focus goes to what it brought
  const isDone = outcome?.kind === "done";
  const isWithdrawnNow = wasWithdrawnNow && isTakenBack(referral);
  useEffect(() => {
    if (isDone || isWithdrawnNow) news.current?.focus();
  }, [isDone, outcome, isWithdrawnNow]);

  const lastStep = referral.timeline.at(-1);
  const amount =
    referral.service.capacity &&
    t(`design:amount.${referral.service.capacity.unit}`, {
      count: referral.units,
    });

  function words() {
    if (isTakenBack(referral)) {
      const told = [
        referral.status === "WITHDRAWN" &&
          t("outcome.withdrawn", {
            moment: lastStep ? moment(new Date(lastStep.at)) : "",
          }),
        referral.disclosureLevel !== "L0_TOKEN" &&
          t(
            referral.status === "WITHDRAWN"
              ? "outcome.hidden"
              : "outcome.closed",
          ),
        referral.basisWithdrawn &&
          t(
            referral.keeping
              ? "outcome.basisWithdrawnKeeping"
              : "outcome.basisWithdrawn",
          ),
      ];
      return (
        <Note icon="warning" tone="warn">
          {told.filter(Boolean).join(" ")}
        </Note>
      );
    }
    switch (outcome?.kind) {
      case undefined:
        return null;
      case "done":
        return (
          <Note tone="ok" icon="check">
            {t(`outcome.${outcome.verb}`, {
              amount,
              until: outcome.referral.offeredUntil
                ? until(new Date(outcome.referral.offeredUntil))
                : "",
            })}
          </Note>
        );
      case "moved":
        return (
          <Quicker>
            {t("outcome.moved", {
              status: t(`design:status.partner.${outcome.referral.status}`),
            })}
          </Quicker>
        );
      case "problem":
        // what is wrong with fields stands at them
        return outcome.fields ? null : <ProblemNotice problem={outcome} />;
      case "failed":
        return <NotSaved failure={outcome.failure} />;
    }
  }

  return (
    <div ref={news} className={styles.news} tabIndex={-1} role="status">
      {words()}
    </div>
  );
}
