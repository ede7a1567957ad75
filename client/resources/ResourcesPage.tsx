// "Zasoby": what all organisations have beside their services, and what they lend each other.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ListFilters } from "../app/forms/ListFilters.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { ChoiceField, TextField } from "../design/Field.js";
import { resourceKinds } from "./choices.js";
import { InventoryFile } from "./InventoryFile.js";
import { LoanList } from "./LoanList.js";
import { ResourceDialog } from "./ResourceDialog.js";
import { ResourceList } from "./ResourceList.js";
import { LoansQuery, ResourcesQuery } from "./resources.documents.js";
import {
  filterOf,
  shownWords,
  useWantedResources,
} from "./use-wanted-resources.js";

export function ResourcesPage() {
  const { t } = useTranslation("resources");
  const viewer = useViewer();
  const { wanted, want, wantEverything } = useWantedResources();
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
      <ListFilters label={t("filter.title")}>
        <TextField
          label={t("filter.text")}
          type="search"
          maxLength={100}
          value={wanted.text}
          onChange={({ target }) => want("q", target.value)}
        />
        <ChoiceField
          label={t("filter.kind")}
          none={t("filter.anyKind")}
          choices={resourceKinds}
          wordsOf={(kind) => t(`kind.${kind}`)}
          chosen={wanted.kind}
          onChoose={(kind) => want("rodzaj", kind)}
        />
        <ChoiceField
          label={t("filter.shown")}
          none={t("filter.shownWord.all")}
          choices={shownWords}
          wordsOf={(word) => t(`filter.shownWord.${word}`)}
          chosen={wanted.shown}
          onChoose={(word) => want("pokaz", word)}
        />
      </ListFilters>
      <ResourceList
        key={`${JSON.stringify(filter)}${String(round)}`}
        filter={filter}
        mayAdd={mayAdd}
        onAll={wantEverything}
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
