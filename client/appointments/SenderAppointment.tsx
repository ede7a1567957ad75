// The coordinator's side of a first appointment: she sees it live, asks to move it, and says what comes after a no-show.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { AppointmentFacts } from "./AppointmentFacts.js";
import { AnswerNoShow } from "./appointments.documents.js";
import styles from "./Appointments.module.css";
import { StepNews } from "./StepNews.js";
import { useAppointment } from "./use-appointment.js";
import { useWishReason } from "./use-wish-reason.js";
import { WishDialog } from "./WishDialog.js";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function SenderAppointment({ referral, now }: Props) {
  const { t } = useTranslation("appointments");
  const { moment } = useDates(now);
  const [asks, setAsks] = useState(false);
  const { appointment, status, viewerIsSender } = referral;
  const wishReason = useWishReason(referral);
  if (!viewerIsSender || (!appointment && status !== "ACCEPTED")) return null;
  const state = appointment?.state;
  const decides = referral.viewerCanAnswerNoShow && !appointment?.answer;
  return (
    <section
      className={styles.card}
      data-due={decides}
      aria-labelledby="pierwszy-termin"
    >
      <h2 id="pierwszy-termin">{t("title")}</h2>
      {!appointment && <p>{t("noneYet")}</p>}
      {state === "CAME" && (
        <Note tone="ok" icon="check">
          {t("sender.came", {
            context: appointment?.atHome ? "home" : undefined,
          })}
        </Note>
      )}
      {state === "CANCELLED" && <p>{t("sender.cancelled")}</p>}
      {state === "PLANNED" && appointment?.askedAt && (
        <Note tone="info" icon="clock" title={t("sender.youAsked")}>
          {appointment.wishedFor &&
            t("wish", { moment: moment(new Date(appointment.wishedFor)) })}{" "}
          {wishReason && t("wishReason", { reason: wishReason })}
        </Note>
      )}
      {referral.viewerCanAnswerNoShow && (
        <NoShow referral={referral} now={now} />
      )}
      {appointment && state === "DID_NOT_COME" && (
        <p>
          {t("sender.missedOn", { moment: moment(new Date(appointment.at)) })}
        </p>
      )}
      {appointment && (state === "PLANNED" || state === "CAME") && (
        <AppointmentFacts {...{ appointment, now }} />
      )}
      {referral.viewerCanAskForAnotherDate && !appointment?.askedAt && (
        <div className={styles.buttons} data-print="no">
          <Button onClick={() => setAsks(true)}>{t("sender.ask")}</Button>
        </div>
      )}
      {asks && (
        <WishDialog referral={referral} onClose={() => setAsks(false)} />
      )}
    </section>
  );
}

function NoShow({ referral, now }: Props) {
  const { t } = useTranslation("appointments");
  const { moment } = useDates(now);
  const [asks, setAsks] = useState<"date" | "breakOff" | null>(null);
  const answering = useAppointment(AnswerNoShow);
  const { id: referralId, appointment, noShows } = referral;
  if (!appointment) return null;
  const { number, answer, wishedFor } = appointment;
  const close = () => setAsks(null);

  async function breakOff() {
    await answering.run({ referralId, number, answer: "BREAK_OFF" });
    close();
  }

  return (
    <>
      {answer ? (
        <Note tone="info" icon="clock" title={t(`sender.answered.${answer}`)}>
          {wishedFor && t("wish", { moment: moment(new Date(wishedFor)) })}
        </Note>
      ) : (
        // what there is to decide is the headline of the page
        noShows > 1 && <p>{t("sender.missedOften", { count: noShows })}</p>
      )}
      <StepNews steps={[answering]} />
      <div className={styles.buttons} data-print="no">
        {answer !== "ANOTHER_DATE" && (
          <Button
            kind={answer ? "plain" : "primary"}
            onClick={() => setAsks("date")}
          >
            {t("sender.anotherDate")}
          </Button>
        )}
        {answer !== "KEEP_PLACE" && (
          <Button
            busy={answering.isPending}
            onClick={() =>
              void answering.run({ referralId, number, answer: "KEEP_PLACE" })
            }
          >
            {t("sender.keep")}
          </Button>
        )}
        <Button kind="danger" onClick={() => setAsks("breakOff")}>
          {t("sender.breakOff")}
        </Button>
      </div>
      {asks === "date" && <WishDialog referral={referral} onClose={close} />}
      {asks === "breakOff" && (
        <ConfirmDialog
          question={t("sender.breakOffQuestion")}
          verb={t("sender.breakOff")}
          busy={answering.isPending}
          onConfirm={() => void breakOff()}
          onClose={close}
        >
          <p>{t("sender.breakOffText")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
