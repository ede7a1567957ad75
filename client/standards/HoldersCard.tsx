// The services that hold a standard; the organiser adds them and checks each.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { SelectField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import { CheckDialog } from "./CheckDialog.js";
import type { Standard } from "./standard-view.js";
import {
  ServicesToHoldQuery,
  SetServiceStandard,
} from "./standards.documents.js";
import styles from "./Standards.module.css";

interface Props {
  standard: Standard;
  onChanged(): void;
}

export function HoldersCard({ standard, onChanged }: Props) {
  const { t } = useTranslation("standards");
  const [isOpen, setOpen] = useState(false);
  const [checked, setChecked] = useState<string | null>(null);
  const { services, viewerCanWrite } = standard;
  const done = () => {
    setOpen(false);
    setChecked(null);
    onChanged();
  };
  return (
    <section className={styles.card} aria-labelledby="uslugi">
      <div className={styles.head}>
        <h2 id="uslugi">{t("holders.title")}</h2>
        {viewerCanWrite && (
          <div data-print="no">
            <Button size="small" icon="plus" onClick={() => setOpen(true)}>
              {t("holders.add")}
            </Button>
          </div>
        )}
      </div>
      {services.length === 0 ? (
        <p>{t("holders.none")}</p>
      ) : (
        <ul className={styles.list}>
          {services.map(({ id, name, partner }) => (
            <li key={id} className={styles.item}>
              <span className={styles.grow}>
                {name}
                <span className={styles.muted}>{partner.shortName}</span>
              </span>
              {viewerCanWrite && (
                <span data-print="no">
                  <Button
                    size="small"
                    aria-label={t("check.openOf", { name })}
                    onClick={() => setChecked(id)}
                  >
                    {t("check.open")}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <AddHolder
          standard={standard}
          onClose={() => setOpen(false)}
          onAdded={done}
        />
      )}
      {checked && (
        <CheckDialog
          standard={standard}
          serviceId={checked}
          onClose={() => setChecked(null)}
          onChecked={done}
        />
      )}
    </section>
  );
}

interface AddProps {
  standard: Standard;
  onClose(): void;
  onAdded(): void;
}

function AddHolder({ standard, onClose, onAdded }: AddProps) {
  const { t } = useTranslation("standards");
  const { centre } = useViewer();
  const asked = useAsk(SetServiceStandard);
  const { data } = useQuery(ServicesToHoldQuery, {
    variables: { centreId: centre.id },
  });
  const services = data?.centre?.services.nodes;
  const holding = new Set(standard.services.map(({ id }) => id));
  return (
    <AskDialog
      title={t("holders.add")}
      verb={t("save")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            serviceId: textIn(form, "serviceId"),
            standardId: standard.id,
          },
        });
        if (outcome?.__typename === "Service") onAdded();
      }}
    >
      {services ? (
        <SelectField label={t("holders.which")} name="serviceId" required>
          <option value="">{t("choose")}</option>
          {services
            .filter(({ id }) => !holding.has(id))
            .map(({ id, name }) => (
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
