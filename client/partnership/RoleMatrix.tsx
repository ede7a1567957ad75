// "Kto co robi": a line for each joint action, a column for each part; where nobody answers for it, that stands in red.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import type {
  JointActionOnPageFragment,
  NetworkMembersFragment,
} from "../graphql/generated/graphql.js";
import { ActionDialog } from "./ActionDialog.js";
import { actionParts } from "./choices.js";
import styles from "./Partnership.module.css";
import { RuleMark } from "./RuleMark.js";

interface Props {
  network: NetworkMembersFragment;
  onChanged(): void;
}

export function RoleMatrix({ network, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const [open, setOpen] = useState<JointActionOnPageFragment | "new" | null>(
    null,
  );
  const { jointActions: actions, viewerCanLead } = network;
  return (
    <section className={styles.card} aria-labelledby="kto-co-robi">
      <div className={styles.head}>
        <h2 id="kto-co-robi">{t("matrix.title")}</h2>
        {viewerCanLead && (
          <Button
            size="small"
            icon="plus"
            data-print="no"
            onClick={() => setOpen("new")}
          >
            {t("action.open")}
          </Button>
        )}
      </div>
      <RuleMark rule="CLEAR_ROLES" network={network.name} />
      {actions.length === 0 ? (
        <p>{t("matrix.none")}</p>
      ) : (
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("matrix.action")}</th>
              {actionParts.map((part) => (
                <th key={part} scope="col">
                  {t(`part.${part}`)}
                </th>
              ))}
              {viewerCanLead && (
                <th scope="col" data-print="no">
                  {t("matrix.change")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <ActionRow
                key={action.id}
                action={action}
                onChange={viewerCanLead ? () => setOpen(action) : null}
              />
            ))}
          </tbody>
        </table>
      )}
      {open && (
        <ActionDialog
          network={network}
          action={open === "new" ? null : open}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface RowProps {
  action: JointActionOnPageFragment;
  onChange: (() => void) | null;
}

function ActionRow({ action, onChange }: RowProps) {
  const { t } = useTranslation("partnership");
  const withPart = (wanted: (typeof actionParts)[number]) =>
    action.parts
      .filter(({ part }) => part === wanted)
      .map(({ partner }) => partner.shortName)
      .join(", ");
  return (
    <tr>
      <th scope="row">{action.title}</th>
      {actionParts.map((part) => (
        <td key={part}>
          <span className={styles.label}>{t(`part.${part}`)}: </span>
          {part === "RESPONSIBLE" && !withPart(part) ? (
            <span className={styles.nobody}>{t("matrix.nobody")}</span>
          ) : (
            withPart(part) || "–"
          )}
        </td>
      ))}
      {onChange && (
        <td data-print="no">
          <Button
            size="small"
            aria-label={t("action.changeOf", { title: action.title })}
            onClick={onChange}
          >
            {t("action.change")}
          </Button>
        </td>
      )}
    </tr>
  );
}
