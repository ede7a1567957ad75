// Which services of the parties an agreement names, and how many of their places are kept for the network.
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Group, TextField } from "../design/Field.js";
import { FilteredChoices } from "../design/FilteredChoices.js";
import { Loading } from "../design/Loading.js";
import type { Party } from "./AgreementForm.js";
import { AgreementServicesQuery } from "./agreements.documents.js";

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
      isLabelHidden
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
  return (
    <FilteredChoices
      label={party.shortName}
      choices={data.centre?.services.nodes ?? []}
      isChosen={(id) => services.has(id)}
      onChoose={(id, isChosen) => set(id, isChosen ? 0 : null)}
      further={({ id, name }) => (
        <TextField
          label={t("placesOf", { name })}
          type="number"
          min={0}
          value={services.get(id) ?? 0}
          onChange={(event) => set(id, Number(event.target.value))}
        />
      )}
    />
  );
}
