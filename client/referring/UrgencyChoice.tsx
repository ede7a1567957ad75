// How urgent it is, with the time in which the partner must answer.
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type {
  ReferableServiceFragment,
  ReferralPriority,
} from "../graphql/generated/graphql.js";
import { useAnswerMoments } from "./answer-moments.js";
import { AnswerTime } from "./AnswerTime.js";
import styles from "./UrgencyChoice.module.css";

interface Props {
  service: Pick<ReferableServiceFragment, "id" | "responseTimes">;
  chosen: ReferralPriority;
  onChoose(priority: ReferralPriority): void;
}

const priorities = ["EMERGENCY", "URGENT", "STANDARD"] as const;

export function UrgencyChoice({ service, chosen, onChoose }: Props) {
  const { t } = useTranslation(["referring", "design"]);
  const name = useId();
  const { until } = useDates(useNow());
  const dueAt = useAnswerMoments(service.id);
  return (
    <fieldset>
      <legend className={styles.legend}>{t("urgency.ask")}</legend>
      <div className={styles.cards}>
        {priorities.map((priority) => {
          const time = service.responseTimes.find(
            (one) => one.priority === priority,
          );
          const due = dueAt(priority);
          return (
            <label key={priority} className={styles.card}>
              <input
                type="radio"
                name={name}
                checked={priority === chosen}
                onChange={() => onChoose(priority)}
              />
              <span>
                <strong>{t(`design:priority.${priority}`)}</strong>
                {time && (
                  <small>
                    {t("urgency.answer")} <AnswerTime time={time} />
                    {due && <>, {t("urgency.by", { until: until(due) })}</>}
                  </small>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
