// What one offered and offers no more, with the way back.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Quicker } from "../design/Quicker.js";
import { graphql } from "../graphql/generated/gql.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import styles from "./WithdrawnServices.module.css";

const RestoreService = graphql(`
  mutation RestoreService($input: RestoreServiceInput!) {
    outcome: restoreService(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on ServiceMoved {
        service {
          ...LiveService @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

interface Props {
  services: readonly LiveServiceFragment[];
  mayRestore: boolean;
}

export function WithdrawnServices({ services, mayRestore }: Props) {
  const { t } = useTranslation("offer");
  if (services.length === 0) return null;
  return (
    <details className={styles.withdrawn}>
      <summary>{t("withdrawn.title", { count: services.length })}</summary>
      <p>{t("withdrawn.what")}</p>
      <ul>
        {services.map((service) => (
          <Withdrawn
            key={service.id}
            service={service}
            mayRestore={mayRestore}
          />
        ))}
      </ul>
    </details>
  );
}

interface WithdrawnProps {
  service: LiveServiceFragment;
  mayRestore: boolean;
}

function Withdrawn({ service, mayRestore }: WithdrawnProps) {
  const { t } = useTranslation("offer");
  const { run, isPending, wrong, failure } = useAsk(RestoreService);
  const { id: serviceId, version: ifVersion, name } = service;
  return (
    <li>
      <span>{name}</span>
      {mayRestore && (
        <Button
          size="small"
          busy={isPending}
          aria-label={t("withdrawn.restoreOf", { service: name })}
          onClick={() => void run({ input: { serviceId, ifVersion } })}
        >
          {t("withdrawn.restore")}
        </Button>
      )}
      {wrong && <Quicker>{wrong.message}</Quicker>}
      <NotSaved failure={failure} />
    </li>
  );
}
