// The form of a new referral; its defaults are right for most, so the third click sends it.
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { PlaceButton } from "../app/live/PlaceButton.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import type {
  ReferableServiceFragment,
  ReferralPriority,
} from "../graphql/generated/graphql.js";
import { useCases } from "./case-in-mind.js";
import { CaseField } from "./CaseField.js";
import { HoldPromise } from "./HoldPromise.js";
import { identifyingIn } from "./identifying.js";
import { LeavesNote } from "./LeavesNote.js";
import { LevelChoice } from "./LevelChoice.js";
import { NoPlaceLeft } from "./NoPlaceLeft.js";
import styles from "./ReferForm.module.css";
import { Refusal } from "./Refusal.js";
import { UrgencyChoice } from "./UrgencyChoice.js";
import { useTravel } from "./use-travel.js";
import { type SentReferral, useSendReferral } from "./useSendReferral.js";
import { WhatPartnerSees } from "./WhatPartnerSees.js";
import { wouldWait } from "./would-wait.js";

/** As it stood in a referral before. */
export interface Prefill {
  caseId: string | null;
  ownReference: string | null;
  units: number;
  priority: ReferralPriority;
}

interface Props {
  service: ReferableServiceFragment;
  followsId?: string | undefined;
  prefill?: Prefill | undefined;
  suggestionId?: string | undefined;
  onOther(service: ReferableServiceFragment): void;
  onSent(referral: SentReferral): void;
  onClose(): void;
}

const longestReference = 40;

type Faults = readonly { path: string; message: string }[];

export function ReferForm(props: Props) {
  const { service, followsId, prefill, onOther, onSent, onClose } = props;
  const { t } = useTranslation("referring");
  const formId = useId();
  const [opened] = useState(service);
  const { inMind } = useCases();
  const { send, isSending, answer, failure } = useSendReferral(
    props.suggestionId,
  );

  const [units, setUnits] = useState(String(prefill?.units ?? 1));
  const [priority, setPriority] = useState<ReferralPriority>(
    prefill?.priority ?? "STANDARD",
  );
  const [reference, setReference] = useState(prefill?.ownReference ?? "");
  const [caseId, setCaseId] = useState(prefill?.caseId ?? inMind?.id ?? null);
  const [joinsQueue, setJoinsQueue] = useState(wouldWait(service, 1));
  const [isApplication, setApplication] = useState(false);
  /** What stood in the form when it was last asked to go. */
  const [asked, setAsked] = useState<string | null>(null);
  /** What a look at the preview found wrong, as long as the goal stands as it was. */
  const [seen, setSeen] = useState<{ goal: string; fields: Faults }>();

  const amount = Number(units);
  const isAmount = Number.isInteger(amount) && amount >= 1;
  const waits = wouldWait(service, isAmount ? amount : 1);
  const personal = identifyingIn(reference);
  const travel = useTravel(service.id, caseId, priority);
  const entered = JSON.stringify([units, reference, caseId, travel.input]);
  // what was put right meanwhile is judged anew, and marked as wrong no longer
  const told = answer && "fields" in answer ? answer.fields : undefined;
  const isStale = told !== undefined && asked !== entered;
  const fields = isStale ? undefined : told;
  const previewed = seen?.goal === travel.goal ? seen.fields : undefined;
  const faultAt = (path: string) =>
    [...(fields ?? previewed ?? [])]
      .filter((field) => field.path.endsWith(path))
      .map(({ message }) => message)
      .join(" ") || undefined;
  const unitsFault =
    asked !== null && !isAmount ? t("units.invalid") : faultAt("units");
  const referenceFault = personal
    ? t(`reference.${personal}`)
    : faultAt("ownReference");

  const sendButton = useRef<HTMLButtonElement>(null);
  const unitsInput = useRef<HTMLInputElement>(null);
  const referenceInput = useRef<HTMLInputElement>(null);
  useEffect(() => sendButton.current?.focus(), []);
  useEffect(() => {
    if (answer?.__typename === "Referral") onSent(answer);
  }, [answer, onSent]);

  // what is wrong may stand out of sight
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!answer && !previewed) return;
    const field = form.current?.querySelector<HTMLElement>("[aria-invalid]");
    if (field) return field.focus();
    form.current
      ?.querySelector("[role=alert]")
      ?.scrollIntoView({ block: "nearest" });
  }, [answer, told, previewed]);
  const isAsked = asked === entered;
  useEffect(() => {
    if (isAsked)
      form.current
        ?.querySelector<HTMLElement>("[aria-invalid], [data-next]")
        ?.focus();
  }, [isAsked]);

  function submit(waitIfFull = joinsQueue) {
    setAsked(entered);
    if (!isAmount) return unitsInput.current?.focus();
    if (personal) return referenceInput.current?.focus();
    if (travel.personal || travel.lacksBasis)
      return form.current
        ?.querySelector<HTMLElement>("[aria-invalid], [data-next]")
        ?.focus();
    void send({
      serviceId: service.id,
      units: amount,
      kind: isApplication ? "APPLICATION_TRANSFER" : "SERVICE_REFERRAL",
      priority,
      ...travel.input,
      waitIfFull,
      ownReference: reference.trim() || null,
      caseId,
      followsId: followsId ?? null,
    });
  }

  const isQueueing = waits && joinsQueue;
  const obstacle = service.referralObstacleText;
  return (
    <Dialog
      width="wide"
      title={service.name}
      onClose={onClose}
      foot={
        answer?.__typename === "NoFreePlace" ? undefined : (
          <>
            <p className={styles.footNote}>{t("form.mayWithdraw")}</p>
            <Button onClick={onClose}>{t("form.cancel")}</Button>
            {!obstacle && (
              <PlaceButton
                ref={sendButton}
                type="submit"
                form={formId}
                kind="primary"
                icon="send"
                busy={isSending}
              >
                {t(isQueueing ? "form.queue" : "form.send")}
              </PlaceButton>
            )}
          </>
        )
      }
    >
      <p className={styles.for}>
        {t("form.to", { partner: service.partner.name })}
        {inMind && caseId === inMind.id && (
          <> · {t("form.for", { pseudonym: inMind.pseudonym })}</>
        )}
      </p>
      <div className={styles.columns}>
        <form
          ref={form}
          id={formId}
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          autoComplete="off"
          noValidate
        >
          {obstacle && (
            <Note tone="warn" icon="warning" role="alert">
              {obstacle}
            </Note>
          )}
          {!obstacle && service.partner.leavesOn && (
            <LeavesNote on={service.partner.leavesOn} />
          )}
          {!obstacle && answer?.__typename !== "NoFreePlace" && (
            <HoldPromise
              service={service}
              units={isAmount ? amount : 1}
              waits={waits}
            />
          )}
          {!obstacle && waits && answer?.__typename !== "NoFreePlace" && (
            <label className={styles.queue}>
              <input
                type="checkbox"
                checked={joinsQueue}
                onChange={(event) => setJoinsQueue(event.target.checked)}
              />
              {t("form.joinQueue")}
            </label>
          )}
          {service.capacity && service.capacity.unit !== "PLACES" && (
            <div className={styles.units}>
              <TextField
                ref={unitsInput}
                label={t(`units.${service.capacity.unit}`)}
                inputMode="numeric"
                value={units}
                error={unitsFault}
                onChange={(event) => setUnits(event.target.value.trim())}
              />
            </div>
          )}
          {service.partner.takesApplications && (
            <label className={styles.queue}>
              <input
                type="checkbox"
                checked={isApplication}
                onChange={(event) => setApplication(event.target.checked)}
              />
              {t("form.application")}
            </label>
          )}
          <UrgencyChoice
            service={service}
            chosen={priority}
            onChoose={setPriority}
          />
          <CaseField chosen={caseId} onChoose={setCaseId} />
          {!obstacle && (
            <LevelChoice {...{ travel, service, isAsked, faultAt }} />
          )}
          <TextField
            ref={referenceInput}
            label={t("reference.label")}
            hint={t("reference.hint")}
            maxLength={longestReference}
            value={reference}
            error={referenceFault}
            onChange={(event) => setReference(event.target.value)}
          />
          {(service.entryMode === "STATUTORY_REFERRAL" ||
            service.entryMode === "ADMIN_DECISION") && (
            <Note tone="info" icon="warning">
              {t(`document.${service.entryMode}`)}
            </Note>
          )}
          <NotSaved failure={failure} onRetry={() => submit()} />
          {answer && !isStale && <Refusal answer={answer} />}
          {answer?.__typename === "NoFreePlace" && (
            <NoPlaceLeft
              answer={answer}
              service={service}
              wasFree={!wouldWait(opened, amount)}
              onOther={onOther}
              isSending={isSending}
              onQueue={() => {
                setJoinsQueue(true);
                submit(true);
              }}
              onClose={onClose}
            />
          )}
        </form>
        <WhatPartnerSees
          service={service}
          units={amount}
          priority={priority}
          travel={travel}
          onFaults={(found) => setSeen({ goal: travel.goal, fields: found })}
        />
      </div>
    </Dialog>
  );
}
