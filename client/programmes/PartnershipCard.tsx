// The programme's own partnership: each programme has one, and no partnership serves two.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useViewer } from "../app/session/viewer.js";
import { slugOf } from "../app/slug.js";
import { Button } from "../design/Button.js";
import { SelectField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import { Note } from "../design/Note.js";
import type { Programme } from "./elements.js";
import { LinkPartnership, PartnershipsQuery } from "./programmes.documents.js";
import styles from "./Programmes.module.css";

export function PartnershipCard({ programme }: { programme: Programme }) {
  const { t } = useTranslation("programmes");
  const [isOpen, setOpen] = useState(false);
  const { partnership, viewerCanChange } = programme;
  return (
    <section className={styles.card} aria-labelledby="partnerstwo">
      <div className={styles.head}>
        <h2 id="partnerstwo">{t("partnership.title")}</h2>
        {viewerCanChange && (
          <div data-print="no">
            <Button size="small" onClick={() => setOpen(true)}>
              {t(partnership ? "partnership.change" : "partnership.choose")}
            </Button>
          </div>
        )}
      </div>
      {partnership ? (
        <p>
          <Link to={`/siec/${slugOf(partnership.name)}`}>
            {partnership.name}
          </Link>
        </p>
      ) : (
        <Note tone="warn" icon="warning">
          {t("partnership.none")}
        </Note>
      )}
      {isOpen && (
        <ChoosePartnership
          programme={programme}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

interface ChooseProps {
  programme: Programme;
  onClose(): void;
}

function ChoosePartnership({ programme, onClose }: ChooseProps) {
  const { t } = useTranslation("programmes");
  const { centre } = useViewer();
  const asked = useAsk(LinkPartnership);
  const { data } = useQuery(PartnershipsQuery, {
    variables: { centreId: centre.id },
    fetchPolicy: "cache-and-network",
  });
  const networks = data?.centre?.networks.filter(
    ({ kind, status }) =>
      kind === "PROGRAMME_PARTNERSHIP" && status !== "CLOSED",
  );
  return (
    <AskDialog
      title={t("partnership.title")}
      verb={t("save")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            programmeId: programme.id,
            ifVersion: programme.version,
            networkId: textIn(form, "networkId"),
          },
        });
        if (outcome?.__typename === "Programme") onClose();
      }}
    >
      {networks ? (
        <SelectField
          label={t("partnership.which")}
          hint={t("partnership.hint")}
          name="networkId"
          required
          defaultValue={programme.partnership?.id ?? ""}
          error={asked.errorAt("networkId")}
        >
          <option value="">{t("choose")}</option>
          {networks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <Loading rows={1} />
      )}
    </AskDialog>
  );
}
