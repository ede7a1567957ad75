// What the partner will see of the person: by name at once, and as it stands after "Pokaż", which goes on record.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import {
  FieldNames,
  PreviewReferral,
  type Told,
  ToldPerson,
} from "../bases/index.js";
import { Button } from "../design/Button.js";
import { useShown } from "../design/use-shown.js";
import type { ReferralPriority } from "../graphql/generated/graphql.js";
import type { Travel } from "./use-travel.js";

interface Props {
  travel: Travel;
  serviceId: string;
  priority: ReferralPriority;
  onFaults?(faults: readonly { path: string; message: string }[]): void;
}

export function PersonPreview(props: Props) {
  const { travel, serviceId, priority, onFaults } = props;
  const { t } = useTranslation(["referring", "bases"]);
  // what is answered is nobody's but this card's
  const asked = useAsk(PreviewReferral, false);
  const look = useShown<Told>();
  const { caseId, option, input, sensitive, goal, goesUnasked } = travel;
  const { hide } = look;
  // what was shown is what would be sent, and nothing older
  useEffect(hide, [hide, option, sensitive, goal, goesUnasked]);
  if (!caseId || !option || !travel.goes) return null;

  async function show() {
    if (!caseId) return;
    const outcome = await asked.run({
      input: { ...input, caseId, serviceId, priority },
    });
    if (outcome?.__typename === "InvalidInput") onFaults?.(outcome.fields);
    if (outcome?.__typename !== "ToldPerson") return;
    const { told, at, until } = outcome;
    look.begin(told, Date.parse(until) - Date.parse(at));
  }

  const fields = [
    ...option.fields.filter(
      (field) => field !== "SERVICE_GOAL" || input.goal !== null,
    ),
    ...(input.sensitive ?? []).map(({ field }) => field),
  ];
  return (
    <div>
      {look.shown ? (
        <ToldPerson told={look.shown} minutes={look.minutes} />
      ) : (
        <p>
          {goesUnasked ? t("level.L1_CONTACT") : <FieldNames fields={fields} />}{" "}
          – {t("preview.afterShow")}
        </p>
      )}
      <Button
        size="small"
        icon={look.shown ? undefined : "eye"}
        busy={asked.isPending}
        onClick={() => (look.shown ? hide() : void show())}
      >
        {t(look.shown ? "bases:told.hide" : "preview.show")}
      </Button>
      <p role="status" className="visually-hidden">
        {look.wasHidden && t("bases:told.hidden")}
      </p>
      <ProblemNotice problem={asked.wrong} />
      <NotSaved failure={asked.failure} />
    </div>
  );
}
