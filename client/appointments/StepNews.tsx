// What came of a step that did not work, beside the date that it was about.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Quicker } from "../design/Quicker.js";
import type { Step } from "./use-appointment.js";

interface Props {
  steps: readonly Pick<Step<never>, "wasQuicker" | "wrong" | "failure">[];
}

export function StepNews({ steps }: Props) {
  const { t } = useTranslation("appointments");
  const told = steps.find(
    ({ wasQuicker, wrong, failure }) => wasQuicker || wrong || failure,
  );
  if (!told) return null;
  if (told.wasQuicker)
    return (
      <Quicker>
        <p>{t("quicker")}</p>
      </Quicker>
    );
  return (
    <>
      <ProblemNotice problem={told.wrong} />
      <NotSaved failure={told.failure} />
    </>
  );
}
