// The hub sets a number in the partner's place: only with a reason, and it confirms nothing.
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { PlaceButton } from "../app/live/PlaceButton.js";
import { Button } from "../design/Button.js";
import { CapacityStrip } from "../design/CapacityStrip.js";
import { Dialog } from "../design/Dialog.js";
import { TextArea, TextField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { Quicker } from "../design/Quicker.js";
import type { ServiceRow_ServiceFragment as Service } from "../graphql/generated/graphql.js";
import styles from "./OnBehalfDialog.module.css";
import { type Refusal, useSetOnBehalf } from "./useSetOnBehalf.js";

interface Props {
  service: Service;
  onSaved(): void;
  onClose(): void;
}

export function OnBehalfDialog({ service, onSaved, onClose }: Props) {
  const { t } = useTranslation(["board", "design"]);
  const formId = useId();
  const { partner, capacity } = service;
  const [save, { pending, refusal, failure }] = useSetOnBehalf();
  const totalError = useTotalError(refusal);
  const [isReasonMissing, setReasonMissing] = useState(false);
  // what the person saw when the dialog was opened
  const [before] = useState(capacity);
  if (!capacity || !before) return null;
  const isOwn = partner.isHub;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || !capacity || !before) return;
    const form = new FormData(event.currentTarget);
    const typed = form.get("reason");
    const reason = typeof typed === "string" ? typed.trim() : "";
    const lacksReason = !isOwn && reason === "";
    setReasonMissing(lacksReason);
    if (lacksReason) {
      document.getElementById(`${formId}-reason`)?.focus();
      return;
    }
    const isSaved = await save({
      serviceId: service.id,
      total: Number(form.get("total")),
      waitingOutside: Number(form.get("waitingOutside")),
      // after a conflict the person has seen the newer number
      ifVersion: (refusal?.isMoved ? capacity : before).version,
      ...(reason && { reason }),
    });
    if (isSaved) onSaved();
  }

  return (
    <Dialog
      title={t(isOwn ? "onBehalf.ownTitle" : "onBehalf.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("onBehalf.leave")}</Button>
          <PlaceButton
            kind="primary"
            type="submit"
            form={formId}
            busy={pending}
          >
            {t("onBehalf.save")}
          </PlaceButton>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <p>
          <strong>{service.name}</strong>, {partner.shortName}
        </p>
        {!isOwn && (
          <Note tone="info">
            {t("onBehalf.note", { partner: partner.shortName })}
          </Note>
        )}
        {refusal?.isMoved && <Quicker>{t("onBehalf.moved")}</Quicker>}
        <NotSaved failure={failure} />
        <CapacityStrip numbers={capacity} />
        <TextField
          label={t("onBehalf.total", {
            unit: t(`design:unit.${capacity.unit}`),
          })}
          hint={t("onBehalf.totalHint", {
            occupied: capacity.occupied,
            reserved: capacity.reserved,
            available: capacity.available,
          })}
          error={totalError}
          name="total"
          type="number"
          inputMode="numeric"
          min={0}
          required
          defaultValue={before.total}
        />
        <TextField
          label={t("onBehalf.waiting")}
          hint={t("onBehalf.waitingHint")}
          error={errorAt(refusal, "waitingOutside")}
          name="waitingOutside"
          type="number"
          inputMode="numeric"
          min={0}
          defaultValue={before.waitingOutside}
        />
        <TextArea
          id={`${formId}-reason`}
          label={t(isOwn ? "onBehalf.ownReason" : "onBehalf.reason")}
          hint={t("onBehalf.reasonHint")}
          error={
            isReasonMissing
              ? t("onBehalf.reasonMissing")
              : errorAt(refusal, "reason")
          }
          name="reason"
          maxLength={200}
          required={!isOwn}
        />
      </form>
    </Dialog>
  );
}

function errorAt(refusal: Refusal | null, path: string): string | undefined {
  return refusal?.fields?.find((field) => field.path.endsWith(path))?.message;
}

/** The fault of the total, or of the whole where no field of ours is named. */
function useTotalError(refusal: Refusal | null): string | undefined {
  const { t } = useTranslation("board");
  if (refusal?.least !== undefined)
    return t("onBehalf.inUse", { least: refusal.least });
  const isElsewhere =
    errorAt(refusal, "reason") ?? errorAt(refusal, "waitingOutside");
  return (
    errorAt(refusal, "total") ?? (isElsewhere ? undefined : refusal?.message)
  );
}
