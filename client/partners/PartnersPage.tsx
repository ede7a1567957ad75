// "Partnerzy": the organisations of the centre, each with its agreement, its contact person and who stands in for her.
import { useTranslation } from "react-i18next";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { PartnerFilters } from "./PartnerFilters.js";
import { PartnerList } from "./PartnerList.js";
import { filterOf, useWantedPartners } from "./use-wanted-partners.js";

export function PartnersPage() {
  const { t } = useTranslation("partners");
  const mayRegister = holdsAny(useViewer(), ["OUS"]);
  const { wanted, want, wantEverything } = useWantedPartners();
  const filter = filterOf(wanted);
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <>
          {mayRegister && (
            <ButtonLink to="/organizacje/nowa" kind="primary" icon="plus">
              {t("register.open")}
            </ButtonLink>
          )}
          <ButtonLink to="/zasoby" icon="key">
            {t("resources")}
          </ButtonLink>
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <PartnerFilters wanted={wanted} want={want} />
      <PartnerList
        key={JSON.stringify(filter)}
        filter={filter}
        onEverybody={wantEverything}
      />
    </Page>
  );
}
