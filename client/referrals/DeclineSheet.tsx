// "Brak możliwości przyjęcia": an answer about the possibility, with its reason; never about the person.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PlaceButton } from "../app/live/PlaceButton.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { Note } from "../design/Note.js";
import type {
  DeclineReason,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { closePlaces } from "./close-places.js";
import { RadioCards } from "./RadioCards.js";
import styles from "./Sheets.module.css";
import type { Answering } from "./use-answer.js";

const plain = [
  "NO_CAPACITY",
  "OUT_OF_SCOPE",
  "NOT_ELIGIBLE",
  "OUT_OF_AREA",
] as const satisfies readonly DeclineReason[];
const others = [
  "RESIDENT_REFUSED",
  "SAFETY",
  "MISSING_INFORMATION",
  "OTHER",
] as const satisfies readonly DeclineReason[];

interface Props {
  referral: LiveReferralFragment;
  answering: Answering;
  /** Asks the coordinator first; absent where nothing can be asked now. */
  onAsk?: (() => void) | undefined;
  onClose(): void;
}

export function DeclineSheet(props: Props) {
  const { referral, answering, onAsk, onClose } = props;
  const { t } = useTranslation(["referrals", "design"]);
  const client = useApolloClient();
  const [choice, setChoice] = useState<(typeof plain)[number] | "MORE">();
  const [more, setMore] = useState<(typeof others)[number]>();
  const [closesService, setClosesService] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const reason = choice === "MORE" ? more : choice;

  const { capacity, viewerCanSetCapacity } = referral.service;
  // what this answer gives back would look free although there is no room
  const held = referral.holdsPlace ? referral.units : 0;
  const free = capacity?.available ?? 0;
  const contradicts = choice === "NO_CAPACITY" && free + held > 0;
  const asksToClose = contradicts && viewerCanSetCapacity;
  const amount = (count: number) =>
    capacity && t(`design:amount.${capacity.unit}`, { count });

  async function send() {
    setMissing(!reason);
    if (!reason) return;
    const outcome = await answering.decline(reason);
    onClose();
    if (outcome?.kind === "done" && asksToClose && closesService)
      await closePlaces(client, outcome.referral.service);
  }

  return (
    <Dialog
      title={t("decline.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("sheet.cancel")}</Button>
          <PlaceButton
            kind="primary"
            busy={answering.pending === "decline"}
            onClick={() => void send()}
          >
            {t("decline.send")}
          </PlaceButton>
        </>
      }
    >
      <p className={styles.intro}>{t("decline.intro")}</p>
      {isMissing && !reason && (
        <Note tone="danger" icon="warning" role="alert">
          {t("sheet.chooseReason")}
        </Note>
      )}
      <RadioCards
        legend={t("sheet.reason")}
        name="reason"
        value={choice}
        onChange={(value) => setChoice(value)}
        options={[
          ...plain.map((value) => ({
            value,
            label: t(`design:declineReason.${value}`),
          })),
          { value: "MORE" as const, label: t("decline.other") },
        ]}
      />
      {choice === "MORE" && (
        <RadioCards
          legend={t("decline.other")}
          name="more"
          value={more}
          onChange={(value) => setMore(value)}
          options={others.map((value) => ({
            value,
            label: t(`design:declineReason.${value}`),
          }))}
        />
      )}
      {asksToClose && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={closesService}
            onChange={({ target }) => setClosesService(target.checked)}
          />
          <span>
            {t("decline.closeService")}{" "}
            {t(held > 0 ? "decline.freeAndHeld" : "decline.free", {
              free: amount(free),
              held: amount(held),
            })}
          </span>
        </label>
      )}
      {contradicts && !viewerCanSetCapacity && (
        <Note tone="warn" icon="warning">
          {t("decline.tellWhoOffers", { free: amount(free + held) })}
        </Note>
      )}
      {onAsk && (
        <p className={styles.askFirst}>
          {t("decline.lacking")}{" "}
          <Button kind="quiet" onClick={onAsk}>
            {t("decline.askFirst")}
          </Button>
        </p>
      )}
    </Dialog>
  );
}
