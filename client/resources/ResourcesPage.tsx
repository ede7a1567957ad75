// "Zasoby": what all organisations have beside their services, and what they lend each other.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { SelectField, TextField } from "../design/Field.js";
import { resourceKinds } from "./choices.js";
import { InventoryFile } from "./InventoryFile.js";
import { LoanList } from "./LoanList.js";
import { ResourceDialog } from "./ResourceDialog.js";
import { ResourceList } from "./ResourceList.js";
import { LoansQuery, ResourcesQuery } from "./resources.documents.js";
import styles from "./Resources.module.css";
import {
  filterOf,
  shownWords,
  useWantedResources,
} from "./use-wanted-resources.js";

export function ResourcesPage() {
  const { t } = useTranslation("resources");
  const viewer = useViewer();
  const { wanted, shown, want, wantAll } = useWantedResources();
  const [isNew, setNew] = useState(false);
  const client = useApolloClient();
  // later pages are forgotten, so that what was just added stands in its place
  const [round, setRound] = useState(0);
  const readAnew = () => {
    setRound((before) => before + 1);
    void client.refetchQueries({ include: [ResourcesQuery, LoansQuery] });
  };
  const filter = filterOf(wanted, viewer.partner.id);
  const mayAdd = holdsAny(viewer, ["OUS", "PARTNER_EDITOR", "PARTNER_ADMIN"]);
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <>
          {mayAdd && (
            <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
              {t("add")}
            </Button>
          )}
          <InventoryFile filter={filter} />
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <LoanList />
      <form
        className={styles.filters}
        role="search"
        aria-label={t("filter.title")}
        data-print="no"
        onSubmit={(event) => event.preventDefault()}
      >
        <TextField
          label={t("filter.text")}
          type="search"
          maxLength={100}
          value={wanted.text}
          onChange={({ target }) => want("q", target.value)}
        />
        <SelectField
          label={t("filter.kind")}
          value={wanted.kind ?? ""}
          onChange={({ target }) => want("rodzaj", target.value)}
        >
          <option value="">{t("filter.anyKind")}</option>
          {resourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("filter.shown")}
          value={shown}
          onChange={({ target }) => want("pokaz", target.value)}
        >
          {shownWords.map((word) => (
            <option key={word} value={word}>
              {t(`filter.shownWord.${word || "all"}`)}
            </option>
          ))}
        </SelectField>
      </form>
      <ResourceList
        key={`${JSON.stringify(filter)}${String(round)}`}
        filter={filter}
        onAll={wantAll}
        onAsked={readAnew}
      />
      {isNew && (
        <ResourceDialog
          resource={null}
          partnerId={viewer.partner.id}
          onClose={() => setNew(false)}
          onSaved={() => {
            setNew(false);
            readAnew();
          }}
        />
      )}
    </Page>
  );
}
