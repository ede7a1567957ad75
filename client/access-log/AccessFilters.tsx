// What the log is searched by; nothing is asked before somebody says so.
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { SelectField, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { useWide } from "../design/use-wide.js";
import type {
  AccessAction,
  AccessLogFilter,
  AccessOutcome,
} from "../graphql/generated/graphql.js";
import styles from "./AccessFilters.module.css";

const actions = [
  "VIEW",
  "DELIVER",
  "SEND",
  "CREATE",
  "UPDATE",
  "PRINT",
  "EXPORT",
  "LOGIN",
  "LOGIN_FAILED",
  "PERMISSION_CHANGE",
  "CONFIG_CHANGE",
] as const satisfies readonly AccessAction[];

const outcomes = [
  "DONE",
  "REFUSED",
] as const satisfies readonly AccessOutcome[];

interface Props {
  filter: AccessLogFilter;
  isSearching: boolean;
  /** Pseudonyms are for the data protection officer alone. */
  bySubject: boolean;
  onFilter(filter: AccessLogFilter): void;
}

export function AccessFilters(props: Props) {
  const { filter, isSearching, bySubject, onFilter } = props;
  const { t } = useTranslation("access");
  const isWide = useWide();
  const [cleared, setCleared] = useState(0);
  // as the page was opened, until everything is asked for
  const [opened] = useState(filter);
  const begun = cleared === 0 ? opened : {};
  const [endsFirst, setEndsFirst] = useState(false);

  function search(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => textIn(form, name).trim() || null;
    const [from, to] = [text("from"), text("to")];
    const isTurned = Boolean(from && to && from > to);
    setEndsFirst(isTurned);
    if (isTurned) {
      event.currentTarget.querySelector<HTMLElement>("[name=to]")?.focus();
      return;
    }
    onFilter({
      pseudonym: text("pseudonym"),
      by: text("by"),
      organisation: text("organisation"),
      action: actions.find((one) => one === text("action")) ?? null,
      outcome: outcomes.find((one) => one === text("outcome")) ?? null,
      from,
      to,
    });
  }

  const isNarrowed = Object.values(filter).some(Boolean);
  return (
    <details
      className={styles.search}
      data-print="no"
      open={isWide || undefined}
    >
      <summary>{t("filter.title")}</summary>
      <form
        key={cleared}
        className={styles.filters}
        aria-label={t("filter.title")}
        onSubmit={search}
      >
        <div className={styles.fields}>
          {bySubject && (
            <TextField
              label={t("filter.pseudonym")}
              name="pseudonym"
              maxLength={60}
              autoComplete="off"
            />
          )}
          <TextField
            label={t("filter.by")}
            name="by"
            maxLength={100}
            autoComplete="off"
          />
          <TextField
            label={t("filter.organisation")}
            name="organisation"
            maxLength={200}
            autoComplete="off"
          />
          <SelectField label={t("filter.action")} name="action">
            <option value="">{t("filter.anything")}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {t(`action.${action}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("filter.outcome")}
            name="outcome"
            defaultValue={begun.outcome ?? ""}
          >
            <option value="">{t("filter.anyhow")}</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcome.${outcome}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t("filter.from")}
            name="from"
            type="date"
            defaultValue={begun.from ?? ""}
          />
          <TextField
            label={t("filter.to")}
            name="to"
            type="date"
            error={endsFirst ? t("filter.endsFirst") : undefined}
          />
        </div>
        <div className={styles.actions}>
          <Button type="submit" kind="primary" icon="search" busy={isSearching}>
            {t("filter.search")}
          </Button>
          {isNarrowed && (
            <Button
              kind="quiet"
              onClick={() => {
                setCleared(cleared + 1);
                setEndsFirst(false);
                onFilter({});
              }}
            >
              {t("filter.clear")}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
