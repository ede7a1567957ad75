// When a service takes place, said line by line by who offers it: days, which week of the month, hours; and its season.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Group, SelectField, TextField } from "../design/Field.js";
import { monthIn, months, weekdayIn, weekdays } from "../design/weekdays.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import styles from "./HoursFields.module.css";

/** Of one service. */
const MOST_LINES = 14;
const WEEKS = [1, 2, 3, 4, -1] as const;

interface Props {
  service: LiveServiceFragment;
  errorAt(name: string): string | undefined;
}

export function HoursFields({ service, errorAt }: Props) {
  const { t, i18n } = useTranslation("offer");
  const [lines, setLines] = useState(() =>
    service.hours.map((said, at) => ({ key: String(at), said })),
  );
  const [next, setNext] = useState(lines.length);

  function add() {
    setLines([...lines, { key: String(next), said: WORKING_HOURS }]);
    setNext(next + 1);
  }

  return (
    <>
      <Group
        label={t("hours.title")}
        hint={t("hours.hint")}
        error={errorAt("hours")}
      >
        {lines.map(({ key, said }, at) => (
          <Line
            key={key}
            name={key}
            said={said}
            label={t("hours.line", { count: at + 1 })}
            error={errorAt(`hours.${String(at)}`)}
            onRemove={() => setLines(lines.filter((one) => one.key !== key))}
          />
        ))}
        <div>
          <Button
            size="small"
            disabled={lines.length >= MOST_LINES}
            onClick={add}
          >
            {t("hours.add")}
          </Button>
        </div>
      </Group>
      {lines.length > 0 && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            name="holidays"
            defaultChecked={!service.restsOnHolidays}
          />
          {t("hours.holidays")}
        </label>
      )}
      <div className={styles.pair}>
        {(["seasonFrom", "seasonTo"] as const).map((name) => (
          <SelectField
            key={name}
            label={t(`hours.${name}`)}
            name={name}
            defaultValue={service[name] ?? ""}
            error={errorAt(name)}
          >
            <option value="">{t("hours.allYear")}</option>
            {months.map((month) => (
              <option key={month} value={month}>
                {monthIn(i18n.language, month)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </>
  );
}

type Hours = LiveServiceFragment["hours"][number];

/** What most are open: a beginning to change. */
const WORKING_HOURS: Omit<Hours, "__typename"> = {
  days: [],
  weekOfMonth: null,
  opensAt: "08:00",
  closesAt: "16:00",
};

interface LineProps {
  name: string;
  said: Omit<Hours, "__typename">;
  label: string;
  error: string | undefined;
  onRemove(): void;
}

function Line({ name, said, label, error, onRemove }: LineProps) {
  const { t, i18n } = useTranslation("offer");
  return (
    <Group label={label} isLabelHidden error={error}>
      <input type="hidden" name="line" value={name} />
      <div className={styles.days}>
        {weekdays.map((day) => (
          <label key={day} className={styles.choice}>
            <input
              type="checkbox"
              name={`days-${name}`}
              value={day}
              defaultChecked={said.days.includes(day)}
              aria-label={weekdayIn(i18n.language, day, "long")}
            />
            <span aria-hidden="true">
              {weekdayIn(i18n.language, day, "short")}
            </span>
          </label>
        ))}
      </div>
      <div className={styles.pair}>
        <TextField
          label={t("hours.from")}
          name={`opensAt-${name}`}
          type="time"
          required
          defaultValue={said.opensAt}
        />
        <TextField
          label={t("hours.to")}
          name={`closesAt-${name}`}
          type="time"
          required
          defaultValue={said.closesAt}
        />
      </div>
      <div className={styles.pair}>
        <SelectField
          label={t("hours.which")}
          name={`week-${name}`}
          defaultValue={said.weekOfMonth ?? ""}
        >
          <option value="">{t("hours.eachWeek")}</option>
          {WEEKS.map((week) => (
            <option key={week} value={week}>
              {t(`hours.week.${week}`)}
            </option>
          ))}
        </SelectField>
        <Button size="small" onClick={onRemove}>
          {t("hours.remove")}
        </Button>
      </div>
    </Group>
  );
}
