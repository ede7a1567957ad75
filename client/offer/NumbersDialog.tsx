// How many places there are, and who waits at the provider without a referral.
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useLive } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextField } from "../design/Field.js";
import { Quicker } from "../design/Quicker.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { changed } from "./desk.js";
import { useDesk } from "./OfferDesk.js";
import { SetCapacity } from "./send-step.js";

interface Props {
  service: LiveServiceFragment;
  onClose(): void;
}

export function NumbersDialog({ service, onClose }: Props) {
  const { t } = useTranslation(["offer", "design", "shell"]);
  const desk = useDesk();
  const { isOffline } = useLive();
  const formId = useId();
  const [setCapacity, isPending] = useVerb(SetCapacity);
  const [totalError, setTotalError] = useState<string>();
  const [isMoved, setMoved] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // what the person saw when the dialog was opened
  const [before, setBefore] = useState(service.capacity);
  if (!before) return null;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!before || isPending || isOffline) return;
    const form = new FormData(event.currentTarget);
    const total = Number(form.get("total"));
    const waitingOutside = Number(form.get("waitingOutside"));
    const ifVersion = before.version;
    const outcome = await setCapacity({
      input: { serviceId: service.id, total, waitingOutside, ifVersion },
    });
    setFailure(outcome.failure ?? null);
    const answer = outcome.data?.setCapacity;
    setMoved(answer?.__typename === "CapacityMoved");
    setTotalError(undefined);
    if (answer?.__typename === "CapacityInUse") {
      const least = answer.occupied + answer.reserved;
      setTotalError(t("numbers.inUse", { least }));
    } else if (answer?.__typename === "CapacityMoved") {
      // the next press is made in sight of the newer number
      setBefore(answer.service.capacity);
    } else if (answer?.__typename === "InvalidInput") {
      setTotalError(answer.message);
    } else if (answer?.__typename === "Service" && answer.capacity) {
      const by = answer.capacity.total - before.total;
      desk.say(
        service.id,
        by === 0
          ? { kind: "said", what: "queue" }
          : changed(before, answer.capacity, [{ verb: "total", by }]),
      );
      onClose();
    }
  }

  return (
    <Dialog
      title={service.name}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("numbers.cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            busy={isPending || isOffline}
          >
            {isOffline ? t("shell:news.afterReturn") : t("numbers.save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t("numbers.total", {
            unit: t(`design:unit.${before.unit}`),
          })}
          hint={t("numbers.totalHint", {
            least: before.occupied + before.reserved,
          })}
          error={totalError}
          name="total"
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          required
          defaultValue={before.total}
        />
        <TextField
          label={t("numbers.waiting")}
          hint={t("numbers.waitingHint")}
          name="waitingOutside"
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          defaultValue={before.waitingOutside}
        />
      </form>
      {isMoved && <Quicker>{t("numbers.moved")}</Quicker>}
      <NotSaved failure={failure} />
    </Dialog>
  );
}
