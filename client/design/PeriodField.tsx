// The choice of a period: one list of the last years, quarters and months.
import { useTranslation } from "react-i18next";

import type { PeriodKind } from "../graphql/generated/graphql.js";
import { SelectField } from "./Field.js";
import {
  type Period,
  periodOfText,
  recentPeriods,
  type Span,
  textOfPeriod,
  usePeriodWords,
} from "./period.js";

interface Props {
  period: Period;
  /** Today, as a day of the calendar. */
  today: string;
  /** Which there are to choose from; all, where nothing is said. */
  kinds?: readonly PeriodKind[];
  /** Only those that touch this time; any, where nothing is said. */
  time?: Span;
  onChoose(period: Period): void;
}

const allKinds = ["YEAR", "QUARTER", "MONTH"] as const;

export function PeriodField(props: Props) {
  const { period, today, kinds = allKinds, time, onChoose } = props;
  const { t } = useTranslation("design");
  const say = usePeriodWords();
  const recent = recentPeriods(today, time);
  const chosen = textOfPeriod(period);
  const isListed = kinds
    .flatMap((kind) => recent[kind])
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
      {kinds.map((kind) => (
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
