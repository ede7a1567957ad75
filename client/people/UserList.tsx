// Who acts for an organisation: in which duties, how it stands, when last seen.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type { Role, UserOnPageFragment } from "../graphql/generated/graphql.js";
import { DutiesDialog } from "./DutiesDialog.js";
import styles from "./People.module.css";

interface Props {
  users: readonly UserOnPageFragment[];
  roles: readonly Role[];
  onChanged(): void;
}

export function UserList({ users, roles, onChanged }: Props) {
  const { t } = useTranslation(["people", "design"]);
  const { day } = useDates(useNow());
  const [changed, setChanged] = useState<UserOnPageFragment | null>(null);
  if (users.length === 0) return <p>{t("users.none")}</p>;
  return (
    <>
      <ul className={styles.list}>
        {users.map((user) => (
          <li key={user.id} className={styles.row}>
            <div className={styles.who}>
              <strong>{user.name}</strong>
              <p className={styles.muted}>{user.email}</p>
              <p>
                {user.roles.map((role) => t(`design:role.${role}`)).join(", ")}
              </p>
              <p className={styles.muted}>
                {user.lastUsedOn
                  ? t("users.used", {
                      day: day(new Date(`${user.lastUsedOn}T12:00:00Z`)),
                    })
                  : t("users.unused")}
              </p>
            </div>
            {user.state === "LOCKED" && (
              <Tag tone="warn" icon="lock">
                {t("users.locked")}
              </Tag>
            )}
            {user.viewerCanChange && (
              <Button
                size="small"
                aria-label={t("change.openOf", { name: user.name })}
                onClick={() => setChanged(user)}
              >
                {t("change.open")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {changed && (
        <DutiesDialog
          user={changed}
          roles={roles}
          onClose={() => setChanged(null)}
          onChanged={() => {
            setChanged(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}
