// The page of one partner: what is wrong first, then what it does and offers, and beside it whom to turn to.
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";

import {
  AgreementWarnings,
  PartnerAgreementsCard,
} from "../agreements/index.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, networkRoles, useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { CooperationCard } from "../contribution/index.js";
import { Button, ButtonLink } from "../design/Button.js";
import { SettlementsCard } from "../fulfilment/index.js";
import {
  MeetingLink,
  ObstaclesCard,
  StandingNotes,
  WhoDoesWhat,
} from "../partnership/index.js";
import { ResourcesCard } from "../resources/index.js";
import { OpenActions, PartnerStandards } from "../standards/index.js";
import { ContactsCard } from "./ContactsCard.js";
import { ContactWarning } from "./ContactWarning.js";
import { OfferCard } from "./OfferCard.js";
import { PartnerHead } from "./PartnerHead.js";
import styles from "./PartnerPage.module.css";
import { PartnerQuery } from "./partners.documents.js";
import { PartnerWarnings } from "./PartnerWarnings.js";
import { RegisterCard } from "./RegisterCard.js";

export function PartnerPage() {
  const { t } = useTranslation("partners");
  const viewer = useViewer();
  const { id = "" } = useParams();
  const { data, refetch } = usePageQuery(
    PartnerQuery,
    { id },
    { from: "network", of: ["PARTNER", "NETWORK"] },
  );
  if (data.node?.__typename !== "Partner") return <NotFoundPage />;
  const partner = data.node;
  const readAnew = () => void refetch();
  const seesPeople =
    holdsAny(viewer, ["OUS", "DIRECTOR", "IOD", "SYSADMIN"]) ||
    (holdsAny(viewer, ["PARTNER_ADMIN"]) && viewer.partner.id === partner.id);
  const isOrganisers =
    holdsAny(viewer, ["OUS"]) && !partner.isHub && partner.status !== "FORMER";
  const seesAccounts =
    holdsAny(viewer, ["OUS", "DIRECTOR", "AUTHORITY"]) ||
    (holdsAny(viewer, ["PARTNER_ADMIN"]) && viewer.partner.id === partner.id);
  const isOfNetwork = holdsAny(viewer, networkRoles);
  const seesCooperation =
    holdsAny(viewer, ["OUS", "DIRECTOR"]) ||
    (holdsAny(viewer, ["PARTNER_REFERRALS", "PARTNER_ADMIN"]) &&
      viewer.partner.id === partner.id);
  const seesObstacles =
    holdsAny(viewer, ["OUS"]) || viewer.partner.id === partner.id;
  return (
    <Page
      title={partner.name}
      intro={<PartnerHead partner={partner} />}
      actions={
        <>
          {seesPeople && (
            <ButtonLink to={`/ludzie/${partner.id}`} icon="people">
              {t("page.people")}
            </ButtonLink>
          )}
          {isOrganisers && (
            <>
              <MeetingLink partnerId={partner.id} />
              <ButtonLink
                to={`/umowy/nowa?partner=${partner.id}`}
                icon="document"
                kind="primary"
              >
                {t("page.agreement")}
              </ButtonLink>
            </>
          )}
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
      above={
        <p className={styles.crumb} data-print="no">
          <Link to="/partnerzy">{t("page.crumb")}</Link>
          {` / ${partner.shortName}`}
        </p>
      }
    >
      <StandingNotes partnerId={partner.id} />
      <AgreementWarnings partnerId={partner.id} />
      <ContactWarning alert={partner.contactAlert} />
      <PartnerWarnings partner={partner} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {isOfNetwork && <OpenActions partnerId={partner.id} />}
          <PartnerAgreementsCard partnerId={partner.id} />
          <WhoDoesWhat partnerId={partner.id} />
          <OfferCard partner={partner} />
          <RegisterCard partner={partner} onChanged={readAnew} />
          {isOfNetwork && (
            <>
              <ResourcesCard partnerId={partner.id} />
              <PartnerStandards partnerId={partner.id} />
            </>
          )}
        </div>
        <div className={styles.aside}>
          <ContactsCard partner={partner} onChanged={readAnew} />
          {seesObstacles && <ObstaclesCard partnerId={partner.id} />}
          {seesAccounts && <SettlementsCard partnerId={partner.id} />}
          {seesCooperation && <CooperationCard partnerId={partner.id} />}
        </div>
      </div>
    </Page>
  );
}
