// Who acts for an organisation: in which duties, how it stands, when last seen.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type {
  AssigneeOnPageFragment,
  Role,
} from "../graphql/generated/graphql.js";
import { DutiesDialog } from "./DutiesDialog.js";
import styles from "./People.module.css";

interface Props {
  assignees: readonly AssigneeOnPageFragment[];
  roles: readonly Role[];
  onChanged(): void;
}

export function AssigneeList({ assignees, roles, onChanged }: Props) {
  const { t } = useTranslation(["people", "design"]);
  const { day } = useDates(useNow());
  const [changed, setChanged] = useState<AssigneeOnPageFragment | null>(null);
  if (assignees.length === 0) return <p>{t("assignees.none")}</p>;
  return (
    <>
      <ul className={styles.list}>
        {assignees.map((assignee) => (
          <li key={assignee.id} className={styles.row}>
            <div className={styles.who}>
              <strong>{assignee.name}</strong>
              <p className={styles.muted}>{assignee.email}</p>
              <p>
                {assignee.roles
                  .map((role) => t(`design:role.${role}`))
                  .join(", ")}
              </p>
              <p className={styles.muted}>
                {assignee.lastUsedOn
                  ? t("assignees.used", {
                      day: day(new Date(`${assignee.lastUsedOn}T12:00:00Z`)),
                    })
                  : t("assignees.unused")}
              </p>
            </div>
            {assignee.state === "LOCKED" && (
              <Tag tone="warn" icon="lock">
                {t("assignees.locked")}
              </Tag>
            )}
            {assignee.viewerCanChange && (
              <Button
                size="small"
                aria-label={t("change.openOf", { name: assignee.name })}
                onClick={() => setChanged(assignee)}
              >
                {t("change.open")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {changed && (
        <DutiesDialog
          assignee={changed}
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
