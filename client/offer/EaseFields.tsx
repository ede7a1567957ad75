// What makes it easier to come, ticked by who offers the service.
import { useTranslation } from "react-i18next";

import { eases, easesOf } from "../design/eases.js";
import { Group } from "../design/Field.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import styles from "./EaseFields.module.css";

export function EaseFields({ service }: { service: LiveServiceFragment }) {
  const { t } = useTranslation(["offer", "design"]);
  const said = easesOf(service);
  return (
    <Group label={t("change.eases")} hint={t("change.easesHint")}>
      <div className={styles.choices}>
        {eases.map((ease) => (
          <label key={ease} className={styles.choice}>
            <input
              type="checkbox"
              name="eases"
              value={ease}
              defaultChecked={said.includes(ease)}
            />
            {t(`design:ease.${ease}`)}
          </label>
        ))}
      </div>
    </Group>
  );
}
