// "Pobierz spis": the inventory as it is narrowed, all its pages, as a table for a spreadsheet.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { csvOf, keepFile } from "../design/keep-file.js";
import type { ResourceFilter } from "../graphql/generated/graphql.js";
import type { ShownResource } from "./choices.js";
import { useAllResources } from "./use-resources.js";

export function InventoryFile({ filter }: { filter: ResourceFilter }) {
  const { t } = useTranslation("resources");
  const readAll = useAllResources(filter);
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  const row = (one: ShownResource) => [
    one.partner.shortName,
    t(`kind.${one.kind}`),
    one.name,
    one.quantity,
    one.availableWhen,
    one.description,
    t(one.lendable ? "file.yes" : "file.no"),
    t(`state.${one.state}`),
  ];

  async function keep() {
    setReading(true);
    const found = await readAll();
    setReading(false);
    setFailed(!found);
    if (!found) return;
    const head = [
      "partner",
      "kind",
      "name",
      "quantity",
      "when",
      "description",
      "lendable",
      "state",
    ].map((column) => t(`file.${column}`));
    keepFile([csvOf([head, ...found.map(row)])], `${t("file.fileName")}.csv`);
  }

  return (
    <>
      <Button icon="download" busy={isReading} onClick={() => void keep()}>
        {t("file.download")}
      </Button>
      <NotSaved failure={hasFailed ? "unknown" : null} />
    </>
  );
}
