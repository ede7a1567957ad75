// What came of writing a list, where it did not work.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Quicker } from "../design/Quicker.js";
import type { Recording } from "./use-record.js";

export function RecordNews({ recording }: { recording: Recording }) {
  const { t } = useTranslation("attendance");
  if (recording.wasQuicker)
    return (
      <Quicker>
        <p>{t("quicker")}</p>
      </Quicker>
    );
  return (
    <>
      <ProblemNotice problem={recording.wrong} />
      <NotSaved failure={recording.failure} />
    </>
  );
}
