// A joint action: what is done, and the part of each organisation of the network; or it is over.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { SelectField, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type {
  JointActionOnPageFragment,
  NetworkMembersFragment,
} from "../graphql/generated/graphql.js";
import { actionParts, chosenIn } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import {
  ChangeJointAction,
  EndJointAction,
  PlanJointAction,
} from "./network.documents.js";
import styles from "./Partnership.module.css";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkMembersFragment;
  /** Null: a new one. */
  action: JointActionOnPageFragment | null;
  onClose(): void;
  onSaved(): void;
}

export function ActionDialog({ network, action, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const planned = useSaved(PlanJointAction, onSaved);
  const changed = useSaved(ChangeJointAction, onSaved);
  const ended = useSaved(EndJointAction, onSaved);
  const [isEnding, setEnding] = useState(false);
  const saved = action ? changed : planned;
  const partners = network.memberships.map(({ partner }) => partner);

  function submit(form: FormData) {
    const title = textIn(form, "title").trim();
    const parts = partners.flatMap(({ id }) => {
      const part = chosenIn(form, id, actionParts);
      return part ? [{ partnerId: id, part }] : [];
    });
    if (action)
      void changed.save({
        input: {
          jointActionId: action.id,
          ifVersion: action.version,
          title,
          parts,
        },
      });
    else
      void planned.save({
        input: {
          requestKey: planned.requestKey,
          networkId: network.id,
          title,
          parts,
        },
      });
  }

  if (action && isEnding)
    return (
      <ConfirmDialog
        question={t("action.endQuestion", { title: action.title })}
        verb={t("action.end")}
        busy={ended.isPending}
        onClose={() => setEnding(false)}
        onConfirm={() =>
          void ended.save({
            input: { jointActionId: action.id, ifVersion: action.version },
          })
        }
      >
        <p>{t("action.endMeans")}</p>
      </ConfirmDialog>
    );
  return (
    <FormDialog
      title={action ? action.title : t("action.open")}
      verb={t("action.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t("action.title")}
        name="title"
        required
        maxLength={160}
        defaultValue={action?.title}
        error={saved.errorAt("title")}
      />
      <fieldset className={styles.parts}>
        <legend>{t("matrix.title")}</legend>
        <p className={styles.muted}>{t("action.oneResponsible")}</p>
        {partners.map(({ id, name }) => (
          <SelectField
            key={id}
            label={name}
            name={id}
            defaultValue={
              action?.parts.find(({ partner }) => partner.id === id)?.part ?? ""
            }
          >
            <option value="">{t("part.none")}</option>
            {actionParts.map((part) => (
              <option key={part} value={part}>
                {t(`part.${part}`)}
              </option>
            ))}
          </SelectField>
        ))}
      </fieldset>
      {action && (
        <div>
          <Button kind="quiet" onClick={() => setEnding(true)}>
            {t("action.end")}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
