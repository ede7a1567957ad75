// Which services of the parties an agreement names, and how many of their places are kept for the network.
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Group, TextField } from "../design/Field.js";
import { Loading } from "../design/Loading.js";
import type { Party } from "./AgreementForm.js";
import { AgreementServicesQuery } from "./agreements.documents.js";
import styles from "./Agreements.module.css";

type Chosen = ReadonlyMap<string, number>;

interface Props {
  parties: readonly Party[];
  services: Chosen;
  error: string | undefined;
  onChange(services: Chosen): void;
}

export function ServicesField({ parties, services, error, onChange }: Props) {
  const { t } = useTranslation("agreements");
  const others = parties.filter(({ isHub }) => !isHub);
  return (
    <Group
      label={t("field.services")}
      hint={t(others.length === 0 ? "servicesFirst" : "servicesHint")}
      error={error}
    >
      {others.map((party) => (
        // what is typed elsewhere stays while the services are read
        <Suspense key={party.id} fallback={<Loading />}>
          <ServicesOf party={party} services={services} onChange={onChange} />
        </Suspense>
      ))}
    </Group>
  );
}

interface OfProps {
  party: Party;
  services: Chosen;
  onChange(services: Chosen): void;
}

function ServicesOf({ party, services, onChange }: OfProps) {
  const { t } = useTranslation("agreements");
  const { centre } = useViewer();
  const { data } = usePageQuery(AgreementServicesQuery, {
    centreId: centre.id,
    partnerId: party.id,
  });
  const set = (id: string, places: number | null) => {
    const next = new Map(services);
    if (places === null) next.delete(id);
    else next.set(id, places);
    onChange(next);
  };
  return (data.centre?.services.nodes ?? []).map(({ id, name }) => {
    const places = services.get(id);
    return (
      <div key={id} className={styles.pair}>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={places !== undefined}
            onChange={(event) => set(id, event.target.checked ? 0 : null)}
          />
          {party.shortName}: {name}
        </label>
        {places !== undefined && (
          <TextField
            label={t("placesOf", { name })}
            type="number"
            min={0}
            value={places}
            onChange={(event) => set(id, Number(event.target.value))}
          />
        )}
      </div>
    );
  });
}
