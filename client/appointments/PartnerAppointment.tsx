// The partner's side of a first appointment: give the date, move it, say with one tap whether the person came.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useLive } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { AppointmentFacts } from "./AppointmentFacts.js";
import {
  ArrangeAppointment,
  NoteAppearance,
  UndoAppearance,
} from "./appointments.documents.js";
import styles from "./Appointments.module.css";
import { DateDialog } from "./DateDialog.js";
import { StepNews } from "./StepNews.js";
import { useAppointment } from "./use-appointment.js";
import { useWishReason } from "./use-wish-reason.js";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function PartnerAppointment({ referral, now }: Props) {
  const { t } = useTranslation("appointments");
  const [asksDate, setAsksDate] = useState(false);
  const { appointment, viewerCanArrangeAppointment } = referral;
  const { viewerCanNoteAppearance } = referral;
  // one that holds no more, where none can follow, has nothing to say
  const holds = appointment && appointment.state !== "CANCELLED";
  if (!holds && !viewerCanArrangeAppointment) return null;
  const isAwaited = appointment?.state === "PLANNED";
  const isDue =
    viewerCanArrangeAppointment &&
    (!isAwaited || appointment.askedAt !== null) &&
    !(appointment?.state === "DID_NOT_COME" && !appointment.answer);
  const facts = appointment && <AppointmentFacts {...{ appointment, now }} />;
  return (
    <section
      className={styles.card}
      data-due={isDue}
      aria-labelledby="pierwszy-termin"
    >
      <h2 id="pierwszy-termin">{t("title")}</h2>
      {!appointment && <p>{t("none")}</p>}
      <div role="status">
        <WhatIsSaid referral={referral} now={now} />
      </div>
      {/* whoever is awaited today is noted with the first tap on a phone */}
      {isAwaited && !viewerCanNoteAppearance && facts}
      <Taps referral={referral} now={now} onDate={() => setAsksDate(true)} />
      {isAwaited && viewerCanNoteAppearance && facts}
      {asksDate && (
        <DateDialog referral={referral} onClose={() => setAsksDate(false)} />
      )}
    </section>
  );
}

/** How it stands, where that is more than the date itself. */
function WhatIsSaid({ referral, now }: Props) {
  const { t } = useTranslation("appointments");
  const { moment } = useDates(now);
  const { appointment } = referral;
  const wishReason = useWishReason(referral);
  if (!appointment) return null;
  const { state, answer, askedAt, wishedFor } = appointment;
  const context = appointment.atHome ? "home" : undefined;
  const wish = wishedFor && t("wish", { moment: moment(new Date(wishedFor)) });
  if (state === "PLANNED")
    return (
      askedAt && (
        <Note tone="warn" icon="warning" title={t("asked")}>
          {wish} {wishReason && t("wishReason", { reason: wishReason })}
        </Note>
      )
    );
  if (state === "CAME")
    return (
      <Note tone="ok" icon="check">
        {t("saidCame", { context })}{" "}
        {referral.viewerCanStart && t("saidCameNext")}
      </Note>
    );
  if (state === "DID_NOT_COME")
    return (
      <Note tone="warn" icon="warning" title={t("saidMissed", { context })}>
        {answer ? t(`centreWants.${answer}`) : t("waitsForCentre")} {wish}
      </Note>
    );
  return null;
}

interface TapsProps extends Props {
  onDate(): void;
}

function Taps({ referral, now, onDate }: TapsProps) {
  const { t } = useTranslation("appointments");
  const { isOffline } = useLive();
  const note = useAppointment(NoteAppearance);
  const undo = useAppointment(UndoAppearance);
  const arrange = useAppointment(ArrangeAppointment);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const { appointment, viewerCanArrangeAppointment } = referral;
  const { id: referralId, viewerCanNoteAppearance } = referral;
  const number = appointment?.number ?? 0;
  const context = appointment?.atHome ? "home" : undefined;
  const isAwaited = appointment?.state === "PLANNED";
  const waits = appointment?.state === "DID_NOT_COME" && !appointment.answer;
  const wished = appointment?.wishedFor;
  const isPast = appointment ? new Date(appointment.at) <= now : false;
  const canUndo =
    appointment?.undoableUntil && new Date(appointment.undoableUntil) > now;

  async function confirm(at: string) {
    if (!appointment) return;
    const { place, atHome, bring, askFor } = appointment;
    const isDone = await arrange.run({
      requestKey,
      referralId,
      insteadOf: number,
      appointment: { at, place, atHome, bring, askFor },
    });
    if (isDone) setRequestKey(crypto.randomUUID());
  }

  return (
    <>
      <StepNews steps={[note, undo, arrange]} />
      {isAwaited && !viewerCanNoteAppearance && viewerCanArrangeAppointment && (
        <p className={styles.small}>{t("fromDay", { context })}</p>
      )}
      {isAwaited && viewerCanNoteAppearance && !isPast && (
        <p className={styles.small}>{t("fromHour", { context })}</p>
      )}
      <div className={styles.buttons} data-print="no">
        {viewerCanNoteAppearance &&
          ([true, false] as const)
            .filter((came) => came || isPast)
            .map((came) => (
              <Button
                key={String(came)}
                kind={came ? "primary" : "plain"}
                icon={came ? "check" : "close"}
                busy={note.isPending || isOffline}
                onClick={() => void note.run({ referralId, number, came })}
              >
                {t(came ? "came" : "didNotCome", { context })}
              </Button>
            ))}
        {viewerCanArrangeAppointment && wished && new Date(wished) > now && (
          <Button
            kind="primary"
            icon="check"
            busy={arrange.isPending || isOffline}
            onClick={() => void confirm(wished)}
          >
            {t("confirmWish")}
          </Button>
        )}
        {canUndo && referral.status === "ACCEPTED" && (
          <Button
            busy={undo.isPending || isOffline}
            onClick={() => void undo.run({ referralId, number })}
          >
            {t("undo")}
          </Button>
        )}
        {viewerCanArrangeAppointment && (
          <Button
            kind={appointment || waits ? "plain" : "primary"}
            busy={isOffline}
            onClick={onDate}
          >
            {t(dateVerb())}
          </Button>
        )}
      </div>
    </>
  );

  function dateVerb(): string {
    if (!appointment) return "give";
    if (appointment.askedAt) return "giveOther";
    return isAwaited ? "move" : "giveNew";
  }
}
