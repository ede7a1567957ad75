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

/** As far back as the last use is told. */
const MONTH_MS = 30 * 24 * 3_600_000;

/** Who has access for less than that and did not use it never used it. */
function isNew({ since }: AssigneeOnPageFragment, now: Date): boolean {
  return now.getTime() - new Date(since).getTime() < MONTH_MS;
}

interface Props {
  assignees: readonly AssigneeOnPageFragment[];
  roles: readonly Role[];
  onChanged(): void;
}

export function AssigneeList({ assignees, roles, onChanged }: Props) {
  const { t } = useTranslation(["people", "design"]);
  const now = useNow();
  const { day } = useDates(now);
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
                  : t(
                      isNew(assignee, now)
                        ? "assignees.never"
                        : "assignees.unused",
                    )}
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
