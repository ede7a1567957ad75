// "Kto co robi" as it is written: a line for each task, the party and its part.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Group, SelectField, TextField } from "../design/Field.js";
import type { TaskPart } from "../graphql/generated/graphql.js";
import type { Party } from "./AgreementForm.js";
import styles from "./Agreements.module.css";
import { parts } from "./choices.js";

export interface TaskLine {
  key: string;
  task: string;
  part: TaskPart;
  partnerId: string;
}

interface Props {
  parties: readonly Party[];
  tasks: readonly TaskLine[];
  error: string | undefined;
  onChange(tasks: readonly TaskLine[]): void;
}

export function TasksField({ parties, tasks, error, onChange }: Props) {
  const { t } = useTranslation("agreements");
  const change = (key: string, said: Partial<TaskLine>) =>
    onChange(
      tasks.map((line) => (line.key === key ? { ...line, ...said } : line)),
    );
  const add = () =>
    onChange([
      ...tasks,
      {
        key: crypto.randomUUID(),
        task: "",
        part: "RESPONSIBLE",
        partnerId: parties[0]?.id ?? "",
      },
    ]);
  return (
    <Group label={t("tasks.title")} isLabelHidden error={error}>
      {tasks.map(({ key, task, part, partnerId }, n) => (
        <div key={key} className={styles.taskLine}>
          <TextField
            label={t("tasks.task", { n: n + 1 })}
            value={task}
            required
            maxLength={300}
            onChange={(event) => change(key, { task: event.target.value })}
          />
          <SelectField
            label={t("tasks.who", { n: n + 1 })}
            value={partnerId}
            onChange={(event) => change(key, { partnerId: event.target.value })}
          >
            {parties.map(({ id, shortName }) => (
              <option key={id} value={id}>
                {shortName}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("tasks.part", { n: n + 1 })}
            value={part}
            onChange={(event) =>
              change(key, {
                part:
                  parts.find((one) => one === event.target.value) ??
                  "RESPONSIBLE",
              })
            }
          >
            {parts.map((one) => (
              <option key={one} value={one}>
                {t(`part.${one}`)}
              </option>
            ))}
          </SelectField>
          <Button
            kind="quiet"
            aria-label={t("tasks.removeOf", { n: n + 1 })}
            onClick={() => onChange(tasks.filter((line) => line.key !== key))}
          >
            {t("tasks.remove")}
          </Button>
        </div>
      ))}
      {parties.length > 0 && (
        <div>
          <Button icon="plus" onClick={add}>
            {t("tasks.add")}
          </Button>
        </div>
      )}
    </Group>
  );
}
