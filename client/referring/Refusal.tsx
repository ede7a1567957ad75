// Why a referral did not go out, in the words of the graph, with the way on where there is one.
import { useTranslation } from "react-i18next";

import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { ButtonLink } from "../design/Button.js";
import type { SendAnswer } from "./useSendReferral.js";

/** Faults that are told at their own field. */
const atField = [
  "units",
  "ownReference",
  "levelReason",
  "goal",
  "sensitive",
  "value",
  "reason",
];

export function Refusal({ answer }: { answer: SendAnswer }) {
  const { t } = useTranslation("referring");
  switch (answer.__typename) {
    case "Referral":
    case "NoFreePlace":
      return null;
    case "SensitiveWords":
    case "InvalidInput": {
      const others = answer.fields.filter(
        ({ path }) => !atField.some((field) => path.endsWith(field)),
      );
      if (others.length === 0 && answer.fields.length > 0) return null;
      const words = others.map(({ message }) => message).join(" ");
      return <ProblemNotice problem={{ message: words || answer.message }} />;
    }
    case "RequestKeyReused":
      return (
        <ProblemNotice
          problem={{ message: t("refusal.alreadySent") }}
          actions={
            <ButtonLink size="small" to="/skierowania">
              {t("refusal.seeSent")}
            </ButtonLink>
          }
        />
      );
    default:
      return <ProblemNotice problem={answer} />;
  }
}
