// One's own service rests until a day: what that means for who waits is said before.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { graphql } from "../graphql/generated/gql.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";

const PauseService = graphql(`
  mutation PauseService($input: PauseServiceInput!) {
    outcome: pauseService(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on ServiceMoved {
        service {
          ...LiveService @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

interface Props {
  service: LiveServiceFragment;
  onWithdraw(): void;
  onClose(): void;
}

export function PauseDialog({ service, onWithdraw, onClose }: Props) {
  const { t } = useTranslation("offer");
  const asked = useAsk(PauseService);
  const [seen, setSeen] = useState(service);

  async function submit(form: FormData) {
    const until = textIn(form, "until") || null;
    const outcome = await asked.run({
      input: { serviceId: seen.id, ifVersion: seen.version, until },
    });
    if (outcome?.__typename === "Service") onClose();
    else if (outcome?.__typename === "ServiceMoved") setSeen(outcome.service);
  }

  return (
    <AskDialog
      title={t("pause.title", { service: service.name })}
      verb={t("pause.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("pause.what")}</p>
      <TextField
        type="date"
        label={t("pause.until")}
        hint={t("pause.untilHint")}
        name="until"
        defaultValue={seen.suspendedUntil ?? ""}
        error={asked.errorAt("until")}
      />
      <p>
        {t("pause.orWithdraw")}{" "}
        <Button kind="quiet" size="small" onClick={onWithdraw}>
          {t("pause.withdraw")}
        </Button>
      </p>
    </AskDialog>
  );
}
