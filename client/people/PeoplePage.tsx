// "Ludzie": who acts for an organisation, who is asked in, and, for the organiser, what stands on paper with it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { SelectField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { Agreements } from "./Agreements.js";
import { AssigneeList } from "./AssigneeList.js";
import { contactRoles } from "./choices.js";
import { Contacts } from "./Contacts.js";
import { InvitationList } from "./InvitationList.js";
import { InviteDialog } from "./InviteDialog.js";
import { OrganisationsQuery, PeopleQuery } from "./people.documents.js";
import styles from "./People.module.css";

interface Invited {
  person?: { name: string; email: string };
}

export function PeoplePage() {
  const { t } = useTranslation("people");
  const viewer = useViewer();
  const { partner: wanted } = useParams();
  const partnerId = wanted ?? viewer.partner.id;
  const { data, refetch } = usePageQuery(
    PeopleQuery,
    { partnerId },
    { from: "network" },
  );
  const [invited, setInvited] = useState<Invited | null>(null);
  const isOrganiser = holdsAny(viewer, ["OUS"]);
  const seesAll = holdsAny(viewer, ["OUS", "DIRECTOR", "IOD", "SYSADMIN"]);
  if (data.node?.__typename !== "Partner") return <NotFoundPage />;
  const partner = data.node;
  const { assignees, invitations, rolesViewerCanGive: roles } = partner;
  const mayInvite = roles.length > 0;
  const readAnew = () => void refetch();
  return (
    <Page
      title={t("titleOf", { organisation: partner.name })}
      intro={t("intro")}
      actions={
        <>
          {isOrganiser && (
            <ButtonLink to="/organizacje/nowa" icon="plus">
              {t("register.open")}
            </ButtonLink>
          )}
          {mayInvite && (
            <Button kind="primary" icon="plus" onClick={() => setInvited({})}>
              {t("invite.open")}
            </Button>
          )}
        </>
      }
    >
      {seesAll && <OrganisationChoice chosen={partner.id} />}
      {isOrganiser && partner.isHub && !mayInvite && (
        <Note>{t("assignees.ofHub")}</Note>
      )}
      <div className={styles.columns}>
        <section>
          <h2>{t("assignees.title")}</h2>
          <AssigneeList
            assignees={assignees}
            roles={roles}
            onChanged={readAnew}
          />
        </section>
        {invitations.length > 0 && (
          <section>
            <h2>{t("invitations.title")}</h2>
            <InvitationList
              invitations={invitations}
              mayChange={mayInvite}
              onChanged={readAnew}
            />
          </section>
        )}
        {partner.contactPersons.length > 0 && (
          <section>
            <h2>{t("contacts.title")}</h2>
            <Contacts
              partner={partner}
              onInvite={mayInvite ? (person) => setInvited({ person }) : null}
            />
          </section>
        )}
        {!partner.isHub && (
          <section>
            <h2>{t("agreement.list")}</h2>
            <Agreements
              partner={partner}
              mayRecord={isOrganiser}
              onRecorded={readAnew}
            />
          </section>
        )}
      </div>
      {invited && (
        <InviteDialog
          partnerId={partner.id}
          roles={roles}
          usual={partner.isHub || !invited.person ? [] : contactRoles}
          {...invited}
          onClose={() => setInvited(null)}
          onInvited={() => {
            setInvited(null);
            readAnew();
          }}
        />
      )}
    </Page>
  );
}

function OrganisationChoice({ chosen }: { chosen: string }) {
  const { t } = useTranslation("people");
  const { centre } = useViewer();
  const navigate = useNavigate();
  const { data } = usePageQuery(
    OrganisationsQuery,
    { centreId: centre.id },
    { from: "network" },
  );
  const partners = data.centre?.partners.nodes ?? [];
  return (
    <div className={styles.choice} data-print="no">
      <SelectField
        label={t("organisation")}
        value={chosen}
        onChange={({ target }) => void navigate(`/ludzie/${target.value}`)}
      >
        {partners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
