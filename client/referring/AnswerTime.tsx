// How soon a partner answers, by the agreement in force: "w 4 godziny", "w 5 dni roboczych".
import { useTranslation } from "react-i18next";

import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";

interface Props {
  time: ReferableServiceFragment["responseTimes"][number];
}

export function AnswerTime({ time }: Props) {
  const { t } = useTranslation("referring");
  return <>{t(`answerTime.${time.unit}`, { count: time.amount })}</>;
}
