// "Dziennik dostępu": who saw or changed what about whom; searched, printed and taken along by the data protection officer.
import { useState, useTransition } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import type { AccessLogFilter } from "../graphql/generated/graphql.js";
import { AccessFilters } from "./AccessFilters.js";
import { AccessList } from "./AccessList.js";
import { ChainNote } from "./ChainNote.js";
import { ExportButton } from "./ExportButton.js";

export function AccessLogPage() {
  const { t } = useTranslation("access");
  const viewer = useViewer();
  // kept here and not in the address: an address is copied and stored, a name or pseudonym is not
  const [address, setAddress] = useSearchParams();
  const [filter, setFilter] = useState<AccessLogFilter>(filterIn(address));
  const [isSearching, search] = useTransition();
  const isOfficer = holdsAny(viewer, ["IOD"]);
  const find = (wanted: AccessLogFilter) =>
    search(() => {
      setFilter(wanted);
      setAddress({}, { replace: true });
    });
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <>
          {holdsAny(viewer, ["IOD", "DIRECTOR"]) && (
            <ButtonLink to="/ochrona-danych" icon="lock">
              {t("protection")}
            </ButtonLink>
          )}
          {isOfficer && <ExportButton filter={filter} />}
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <ChainNote />
      <AccessFilters
        filter={filter}
        isSearching={isSearching}
        bySubject={isOfficer}
        onFilter={find}
      />
      <AccessList
        key={JSON.stringify(filter)}
        filter={filter}
        onFilter={find}
      />
    </Page>
  );
}

/** What a line of the first page leads to. */
function filterIn(address: URLSearchParams): AccessLogFilter {
  const from = dayIn(address.get("od"));
  if (address.get("wynik") === "bez-dostepu")
    return { outcome: "REFUSED", from };
  return address.get("co") === "w-zagrozeniu"
    ? { change: "PersonSentInEmergency", from }
    : {};
}

function dayIn(text: string | null): string | null {
  return text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : null;
}
