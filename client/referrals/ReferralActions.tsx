// What can be done with a referral now: exactly what the graph allows, the commonest first.
import { type RefObject, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { PlaceButton } from "../app/live/PlaceButton.js";
import { useLive } from "../app/live/use-live.js";
import { areKeysOn, isSingleKey } from "../app/shell/keys.js";
import { AcceptDate } from "../appointments/index.js";
import { Button } from "../design/Button.js";
import { AskSheet, SuspendDialog } from "../exchange/index.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { CompleteSheet } from "./CompleteSheet.js";
import { DeclineSheet } from "./DeclineSheet.js";
import { DiscontinueDialog } from "./DiscontinueDialog.js";
import { EarlyDialog } from "./EarlyDialog.js";
import { OfferSheet } from "./OfferSheet.js";
import styles from "./ReferralActions.module.css";
import { StartDialog } from "./StartDialog.js";
import type { Answering } from "./use-answer.js";
import { WaitlistSheet } from "./WaitlistSheet.js";

interface Props {
  referral: LiveReferralFragment;
  answering: Answering;
  now: Date;
  /** Single keys work only while the focus is within. */
  within: RefObject<HTMLElement | null>;
}

type Sheet =
  | "decline"
  | "early"
  | "start"
  | "complete"
  | "discontinue"
  | "waitlist"
  | "offer"
  | "ask"
  | "suspend";

export function ReferralActions(props: Props) {
  const { referral, answering, now, within } = props;
  const { t } = useTranslation("referrals");
  const { isOffline, isChecking } = useLive();
  const [sheet, setSheet] = useState<Sheet>();
  const { pending, outcome } = answering;
  const acceptForm = useId();
  const [isDated, setDated] = useState(false);
  const close = () => setSheet(undefined);
  /** What came of the last answer is told no longer. */
  const exchange = (asked: "ask" | "suspend") => {
    answering.forget();
    setSheet(asked);
  };
  const begin = () =>
    referral.statutoryDocumentRequired
      ? setSheet("start")
      : void answering.start(null);
  // who is awaited later today or on another day would be awaited no longer
  const isEarly = isAwaited(referral, now);
  const start = () => (isEarly ? setSheet("early") : begin());

  const offer = () =>
    referral.service.firstWaitingReferral?.id === referral.id
      ? void answering.offer(null)
      : setSheet("offer");

  const keys: Record<string, false | (() => void)> = {
    p: referral.viewerCanAccept && (() => submitForm(acceptForm)),
    k: referral.viewerCanWaitlist && (() => setSheet("waitlist")),
    z: referral.viewerCanAskAbout && (() => exchange("ask")),
    b: referral.viewerCanDecline && (() => setSheet("decline")),
  };
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!isSingleKey(event) || isOffline || isChecking || sheet) return;
      const { target } = event;
      if (!(target instanceof Element) || !within.current?.contains(target))
        return;
      const act = keys[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });

  const hotkey = (key: string) => (areKeysOn() ? key : undefined);
  // before the date the start is not what comes next
  const isDateFirst =
    referral.viewerCanArrangeAppointment && !referral.appointment;
  const beginning = referral.viewerCanStart && (
    <Button
      kind={
        // first the date and whether the person came
        referral.viewerCanArrangeAppointment ? "plain" : "primary"
      }
      className={styles.first}
      busy={pending === "start" || isOffline}
      onClick={start}
    >
      {t("action.start")}
    </Button>
  );
  return (
    <>
      {referral.viewerCanAccept && (
        <AcceptDate
          referral={referral}
          formId={acceptForm}
          wrong={outcome?.kind === "problem" && outcome.fields ? outcome : null}
          onDay={setDated}
          onAccept={(date) => void answering.accept(date)}
        />
      )}
      <div className={styles.all} data-print="no">
        <div className={styles.bar}>
          {referral.viewerCanAccept && (
            <PlaceButton
              kind="primary"
              icon="check"
              className={styles.first}
              hotkey={hotkey("P")}
              busy={pending === "accept"}
              type="submit"
              form={acceptForm}
            >
              {t(isDated ? "action.acceptDated" : "action.accept")}
            </PlaceButton>
          )}
          {referral.viewerCanOfferPlace && (
            <PlaceButton
              kind="primary"
              className={styles.first}
              busy={pending === "offer"}
              onClick={offer}
            >
              {t("action.offer")}
            </PlaceButton>
          )}
          {!isDateFirst && beginning}
          {referral.viewerCanComplete && (
            <Button
              kind="primary"
              className={styles.first}
              busy={pending === "complete" || isOffline}
              onClick={() => setSheet("complete")}
            >
              {t("action.complete")}
            </Button>
          )}
        </div>
        <div className={styles.actions}>
          {isDateFirst && beginning}
          {referral.viewerCanAskAbout && (
            <Button
              hotkey={hotkey("Z")}
              busy={isOffline}
              onClick={() => exchange("ask")}
            >
              {t("action.ask")}
            </Button>
          )}
          {referral.viewerCanSuspend && (
            <Button busy={isOffline} onClick={() => exchange("suspend")}>
              {t("action.suspend")}
            </Button>
          )}
          {referral.viewerCanWaitlist && (
            <Button
              hotkey={hotkey("K")}
              busy={isOffline}
              onClick={() => setSheet("waitlist")}
            >
              {t("action.waitlist")}
            </Button>
          )}
          {referral.viewerCanDecline && (
            <Button
              hotkey={hotkey("B")}
              busy={isOffline}
              onClick={() => setSheet("decline")}
            >
              {t("action.decline")}
            </Button>
          )}
          {referral.viewerCanDiscontinue && (
            <Button busy={isOffline} onClick={() => setSheet("discontinue")}>
              {t(
                referral.status === "ACCEPTED"
                  ? "action.giveBack"
                  : "action.breakOff",
              )}
            </Button>
          )}
        </div>
      </div>
      {sheet === "decline" && (
        <DeclineSheet
          {...{ referral, answering }}
          onAsk={referral.viewerCanAskAbout ? () => exchange("ask") : undefined}
          onClose={close}
        />
      )}
      {sheet === "ask" && (
        <AskSheet
          referralId={referral.id}
          isEmergency={referral.priority === "EMERGENCY"}
          onClose={close}
        />
      )}
      {sheet === "suspend" && (
        <SuspendDialog referralId={referral.id} onClose={close} />
      )}
      {sheet === "waitlist" && (
        <WaitlistSheet {...{ answering }} onClose={close} />
      )}
      {sheet === "offer" && <OfferSheet {...{ answering }} onClose={close} />}
      {sheet === "early" && referral.appointment && (
        <EarlyDialog
          at={referral.appointment.at}
          now={now}
          onStart={() => {
            close();
            begin();
          }}
          onClose={close}
        />
      )}
      {sheet === "start" && <StartDialog {...{ answering }} onClose={close} />}
      {sheet === "complete" && (
        <CompleteSheet {...{ referral, answering }} onClose={close} />
      )}
      {sheet === "discontinue" && (
        <DiscontinueDialog {...{ referral, answering }} onClose={close} />
      )}
    </>
  );
}

function isAwaited({ appointment }: LiveReferralFragment, now: Date): boolean {
  return appointment?.state === "PLANNED" && new Date(appointment.at) > now;
}

function submitForm(id: string): void {
  const form = document.getElementById(id);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
