// Which duties somebody gets: a box for each that the viewer may give, with what it means.
import { useTranslation } from "react-i18next";

import { Group } from "../design/Field.js";
import type { Role } from "../graphql/generated/graphql.js";
import styles from "./People.module.css";

interface Props {
  roles: readonly Role[];
  chosen: readonly Role[];
  onChange(chosen: Role[]): void;
  error?: string | undefined;
}

export function RoleChoice({ roles, chosen, onChange, error }: Props) {
  const { t } = useTranslation(["people", "design"]);
  return (
    <Group label={t("duties")} error={error} isRequired>
      {roles.map((role) => (
        <label key={role} className={styles.role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...chosen, role]
                  : chosen.filter((one) => one !== role),
              )
            }
          />
          <span>
            <strong>{t(`design:role.${role}`)}</strong>
            <br />
            <span className={styles.muted}>{t(`means.${role}`)}</span>
          </span>
        </label>
      ))}
    </Group>
  );
}
