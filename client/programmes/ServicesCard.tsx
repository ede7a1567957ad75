// Services under a programme: its list of personal data caps what travels to them.
import { skipToken, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { SelectField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import type { Programme } from "./elements.js";
import {
  OwnServicesQuery,
  PlanChoicesQuery,
  SetServiceProgramme,
} from "./programmes.documents.js";
import styles from "./Programmes.module.css";
import { ResolutionFields, resolutionIn } from "./ResolutionFields.js";

interface Props {
  programme: Programme;
  onChanged(): void;
}

export function ServicesCard({ programme, onChanged }: Props) {
  const { t } = useTranslation("programmes");
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const { services, viewerCanChange, status } = programme;
  const mayPut =
    status !== "DRAFT" &&
    (viewerCanChange || holdsAny(viewer, ["PARTNER_EDITOR", "PARTNER_ADMIN"]));

  return (
    <section className={styles.card} aria-labelledby="uslugi">
      <div className={styles.head}>
        <h2 id="uslugi">{t("services.title")}</h2>
        {mayPut && (
          <div data-print="no">
            <Button size="small" icon="plus" onClick={() => setOpen(true)}>
              {t("services.add")}
            </Button>
          </div>
        )}
      </div>
      <p className={styles.muted}>{t(`data.most.${programme.highestLevel}`)}</p>
      {services.length === 0 ? (
        <p>{t(status === "DRAFT" ? "services.draft" : "services.none")}</p>
      ) : (
        <ul className={styles.list}>
          {services.map(({ id, name, partner }) => (
            <li key={id} className={styles.item}>
              <span className={styles.grow}>
                {name} <span className={styles.muted}>{partner.shortName}</span>
              </span>
              {viewerCanChange && (
                <span data-print="no">
                  <Button
                    size="small"
                    aria-label={t("services.takeOutOf", { name })}
                    onClick={() => setLeaving({ id, name })}
                  >
                    {t("services.takeOut")}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {leaving && (
        <TakeOutService
          programme={programme}
          service={leaving}
          onClose={() => setLeaving(null)}
          onTakenOut={() => {
            setLeaving(null);
            onChanged();
          }}
        />
      )}
      {isOpen && (
        <AddService
          programme={programme}
          onClose={() => setOpen(false)}
          onAdded={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface Leaving {
  id: string;
  name: string;
}

interface TakeOutProps {
  programme: Programme;
  service: Leaving;
  onClose(): void;
  onTakenOut(): void;
}

function TakeOutService(props: TakeOutProps) {
  const { programme, service, onClose, onTakenOut } = props;
  const { t } = useTranslation("programmes");
  const asked = useAsk(SetServiceProgramme);
  return (
    <AskDialog
      title={t("services.takeOutAsk", { name: service.name })}
      verb={t("services.takeOut")}
      asked={asked}
      isDanger
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            serviceId: service.id,
            programmeId: null,
            ifProgrammeId: programme.id,
            resolution: resolutionIn(form),
          },
        });
        if (outcome?.__typename === "Service") onTakenOut();
      }}
    >
      <p>{t("services.takeOutMeans")}</p>
      <ResolutionFields asked={asked} />
    </AskDialog>
  );
}

interface AddProps {
  programme: Programme;
  onClose(): void;
  onAdded(): void;
}

function AddService({ programme, onClose, onAdded }: AddProps) {
  const { t } = useTranslation("programmes");
  const { centre, partner } = useViewer();
  const asked = useAsk(SetServiceProgramme);
  const isOrganiser = programme.viewerCanChange;
  const all = useQuery(
    PlanChoicesQuery,
    isOrganiser ? { variables: { centreId: centre.id } } : skipToken,
  );
  const own = useQuery(
    OwnServicesQuery,
    isOrganiser ? skipToken : { variables: { partnerId: partner.id } },
  );
  const ownServices =
    own.data?.node?.__typename === "Partner" ? own.data.node.services : null;
  const services: readonly { id: string; name: string }[] | null | undefined =
    isOrganiser ? all.data?.centre?.services.nodes : ownServices;
  const under = new Set(programme.services.map(({ id }) => id));
  return (
    <AskDialog
      title={t("services.add")}
      verb={t("services.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            serviceId: textIn(form, "serviceId"),
            programmeId: programme.id,
            ifProgrammeId: null,
          },
        });
        if (outcome?.__typename === "Service") onAdded();
      }}
    >
      <p>{t("services.means")}</p>
      {services ? (
        <SelectField label={t("services.which")} name="serviceId" required>
          <option value="">{t("choose")}</option>
          {services
            .filter(({ id }) => !under.has(id))
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
