// Whom a service is for, said by who offers it: groups, ages, and who may come in plain words.
import { useTranslation } from "react-i18next";

import { Group, TextArea, TextField } from "../design/Field.js";
import { targetGroups } from "../design/target-groups.js";
import { TickList } from "../design/TickList.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import styles from "./HoursFields.module.css";

interface Props {
  service: LiveServiceFragment;
  errorAt(name: string): string | undefined;
}

export function ForWhomFields({ service, errorAt }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  return (
    <>
      <Group label={t("forWhom.groups")} hint={t("forWhom.groupsHint")}>
        <TickList
          name="targetGroups"
          choices={targetGroups}
          wordsOf={(group) => t(`design:targetGroup.${group}`)}
          ticked={service.targetGroups}
        />
      </Group>
      <div className={styles.pair}>
        {(["ageFrom", "ageTo"] as const).map((name) => (
          <TextField
            key={name}
            label={t(`forWhom.${name}`)}
            name={name}
            type="number"
            inputMode="numeric"
            min={0}
            max={120}
            step={1}
            defaultValue={service[name] ?? ""}
            error={errorAt(name)}
          />
        ))}
      </div>
      <TextArea
        label={t("forWhom.eligibility")}
        hint={t("forWhom.eligibilityHint")}
        name="eligibility"
        maxLength={500}
        defaultValue={service.eligibility ?? ""}
        error={errorAt("eligibility")}
      />
    </>
  );
}
