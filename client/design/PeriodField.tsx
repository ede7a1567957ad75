// The choice of a period: one list of the last years, quarters and months.
import { useTranslation } from "react-i18next";

import { SelectField } from "./Field.js";
import {
  type Period,
  periodOfText,
  recentPeriods,
  textOfPeriod,
  usePeriodWords,
} from "./period.js";

interface Props {
  period: Period;
  /** Today, as a day of the calendar. */
  today: string;
  onChoose(period: Period): void;
}

export function PeriodField({ period, today, onChoose }: Props) {
  const { t } = useTranslation("design");
  const say = usePeriodWords();
  const recent = recentPeriods(today);
  const chosen = textOfPeriod(period);
  const isListed = Object.values(recent)
    .flat()
    .some((one) => textOfPeriod(one) === chosen);
  return (
    <SelectField
      label={t("period.label")}
      value={chosen}
      onChange={({ target }) => {
        const wanted = periodOfText(target.value);
        if (wanted) onChoose(wanted);
      }}
    >
      {!isListed && <option value={chosen}>{say(period)}</option>}
      {(["YEAR", "QUARTER", "MONTH"] as const).map((kind) => (
        <optgroup key={kind} label={t(`period.kind.${kind}`)}>
          {recent[kind].map((one) => (
            <option key={one.on} value={textOfPeriod(one)}>
              {say(one)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
