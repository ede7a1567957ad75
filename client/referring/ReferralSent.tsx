// A referral went out: its number, until when the place is held, and the two things that come next.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { referralPath } from "../app/shell/referral-path.js";
import { Button, ButtonLink } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Dialog } from "../design/Dialog.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import styles from "./ReferralSent.module.css";
import { slipPath } from "./slip-path.js";
import type { SentReferral } from "./useSendReferral.js";

interface Props {
  referral: SentReferral;
  onClose(): void;
}

export function ReferralSent({ referral, onClose }: Props) {
  const { t } = useTranslation("referring");
  const { until } = useDates(useNow());
  const course = useRef<HTMLAnchorElement>(null);
  useEffect(() => course.current?.focus(), []);
  const { number, dueAt, queuePosition } = referral;
  const isWaiting = referral.status === "WAITLISTED";
  return (
    <Dialog title={t("sent.title", { number })} onClose={onClose}>
      <Note tone="ok" icon="check" role="status" title={t("sent.done")}>
        {isWaiting
          ? queuePosition
            ? t("sent.waitingAt", { number, place: queuePosition })
            : t("sent.waiting", { number })
          : t("sent.onItsWay", { number })}{" "}
        {dueAt &&
          !isWaiting &&
          t("sent.held", { until: until(new Date(dueAt)) })}
      </Note>
      <p>{t("sent.slip")}</p>
      <div className={styles.ways}>
        <ButtonLink ref={course} to={referralPath(number)} kind="primary">
          {t("sent.course")}
        </ButtonLink>
        <ButtonLink to={slipPath(number)} icon="print">
          {t("slip.print")}
        </ButtonLink>
        <Button onClick={onClose}>{t("sent.searchOn")}</Button>
      </div>
    </Dialog>
  );
}
