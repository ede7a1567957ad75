// The end of a service: what was delivered, as the lists of attendance propose it, and how it ended.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { useStanding } from "../graphql/use-standing.js";
import { DeliveredSoFar } from "./attendance.documents.js";

interface Props {
  referral: LiveReferralFragment;
  asked: Parameters<typeof AskDialog>[0]["asked"];
  onComplete(deliveredUnits: number | null, result: string | null): void;
  onClose(): void;
}

export function CompleteDialog(props: Props) {
  const { referral, asked, onComplete, onClose } = props;
  const { t } = useTranslation("attendance");
  const { data } = useQuery(DeliveredSoFar, {
    variables: { id: referral.id },
    fetchPolicy: "network-only",
  });
  const node = useStanding(data, referral.id)?.node;
  const known = node?.__typename === "Referral" ? node : null;
  const unit = referral.service.capacity?.unit ?? "PLACES";
  return (
    <AskDialog
      title={t("complete.title")}
      verb={t("complete.verb")}
      asked={asked}
      onClose={onClose}
      onSubmit={(form) => {
        const units = textIn(form, "units").trim();
        // what the lists say stays theirs to say, also later
        const isTheirs = units === String(known?.deliveredSoFar ?? "");
        onComplete(
          isTheirs ? null : Number(units),
          textIn(form, "result").trim() || null,
        );
      }}
    >
      {!known && <Loading rows={1} />}
      {known && (
        <TextField
          label={t(`complete.units.${unit}`)}
          hint={t(
            known.deliveredSoFar === null
              ? "complete.unitsHintNone"
              : "complete.unitsHint",
          )}
          name="units"
          type="number"
          min={0}
          max={100_000}
          step={1}
          defaultValue={known.deliveredSoFar ?? ""}
        />
      )}
      <TextArea
        label={t("complete.result")}
        hint={t("complete.resultHint")}
        name="result"
        maxLength={300}
        rows={2}
      />
    </AskDialog>
  );
}
