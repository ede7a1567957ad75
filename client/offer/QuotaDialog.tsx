// How many places one centre is promised, set without acting there first.
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextField } from "../design/Field.js";
import { Quicker } from "../design/Quicker.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import type { Quota } from "./quotas.documents.js";
import { SetQuota } from "./quotas.documents.js";

interface Props {
  quota: Quota;
  onClose(): void;
  onSaved(quota: Quota): void;
}

export function QuotaDialog({ quota, onClose, onSaved }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  const formId = useId();
  const [setQuota, isPending] = useVerb(SetQuota);
  const [totalError, setTotalError] = useState<string>();
  const [isMoved, setMoved] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // what the person saw when the dialog was opened
  const [{ capacity, ...before }, setBefore] = useState(quota);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    const outcome = await setQuota({
      input: {
        membershipId: before.membership.id,
        serviceId: before.serviceId,
        total: Number(form.get("total")),
        ifVersion: capacity.version,
      },
    });
    setFailure(outcome.failure ?? null);
    const answer = outcome.data?.setQuota;
    setMoved(answer?.__typename === "QuotaMoved");
    setTotalError(undefined);
    if (answer?.__typename === "Quota") onSaved(answer);
    // the next press is made in sight of the newer number
    else if (answer?.__typename === "QuotaMoved") setBefore(answer.quota);
    else if (answer) setTotalError(answer.message);
  }

  return (
    <Dialog
      title={before.serviceName}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("numbers.cancel")}</Button>
          <Button kind="primary" type="submit" form={formId} busy={isPending}>
            {t("numbers.save")}
          </Button>
        </>
      }
    >
      <p>{t("quotas.for", { centre: before.membership.centreName })}</p>
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t("numbers.total", {
            unit: t(`design:unit.${capacity.unit}`),
          })}
          hint={t("numbers.totalHint", {
            least: capacity.occupied + capacity.reserved,
          })}
          error={totalError}
          name="total"
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          required
          defaultValue={capacity.total}
        />
      </form>
      {isMoved && <Quicker>{t("numbers.moved")}</Quicker>}
      <NotSaved failure={failure} />
    </Dialog>
  );
}
