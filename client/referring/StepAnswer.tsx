// What came of a step that did not work: somebody was quicker, a reason, or no answer.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Quicker } from "../design/Quicker.js";
import type { Step } from "./useReferralVerb.js";

interface Props {
  step: Pick<Step<never>, "moved" | "problem" | "failure">;
}

export function StepAnswer({ step }: Props) {
  const { t } = useTranslation(["referring", "design"]);
  const { moved, problem, failure } = step;
  if (moved)
    return (
      <Quicker>
        <p>
          {t("moved", { state: t(`design:status.sender.${moved.status}`) })}
        </p>
      </Quicker>
    );
  return (
    <>
      <ProblemNotice problem={problem} />
      <NotSaved failure={failure} />
    </>
  );
}
