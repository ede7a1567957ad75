// Up to four services side by side: places as they are now, and fact by fact what each says of itself.
import { useFragment } from "@apollo/client/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { PlaceButton } from "../app/live/PlaceButton.js";
import { Button } from "../design/Button.js";
import { CapacityWords } from "../design/CapacityWords.js";
import { Dialog } from "../design/Dialog.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import { wouldWait } from "../referring/index.js";
import styles from "./Compare.module.css";
import type { Result } from "./ResultRow.js";
import { factNames, useFacts } from "./ServiceFacts.js";

export const MOST_COMPARED = 4;

const ComparedPlaces = graphql(`
  fragment ComparedPlaces on Service {
    availability
    suspendedUntil
    capacity {
      ...Numbers @unmask
    }
  }
`);

interface Props {
  services: readonly Result[];
  onRemove(service: Result): void;
  onRefer(service: Result): void;
  onClose(): void;
}

export function Compare({ services, onRemove, onRefer, onClose }: Props) {
  const { t } = useTranslation(["search", "design"]);
  const factsOf = useFacts();
  const all = services.map((service) => ({ service, facts: factsOf(service) }));
  const row = (
    name: string,
    cell: (one: (typeof all)[number]) => ReactNode,
  ) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {all.map((one) => (
        <td key={one.service.id}>{cell(one) || "–"}</td>
      ))}
    </tr>
  );
  return (
    <Dialog title={t("compare.title")} width="wide" onClose={onClose}>
      <div
        className={styles.scroll}
        role="group"
        aria-label={t("compare.title")}
        tabIndex={0}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {services.map((service) => (
                <th key={service.id} scope="col">
                  {service.name}
                  <span>{service.partner.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(t("filters.places"), ({ service }) => (
              <Places service={service} />
            ))}
            {factNames
              .filter((name) => all.some(({ facts }) => Boolean(facts[name])))
              .map((name) =>
                row(t(`details.${name}`), ({ facts }) => facts[name]),
              )}
            {row(t("compare.next"), ({ service }) => (
              <div className={styles.next}>
                <Step service={service} onRefer={onRefer} />
                <Button
                  size="small"
                  aria-label={t("compare.removeOne", { service: service.name })}
                  onClick={() => onRemove(service)}
                >
                  {t("compare.remove")}
                </Button>
              </div>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

/** As the log has it by now, not as it was when it was ticked. */
function Places({ service }: { service: Result }) {
  const now = useNow();
  const live = useFragment({
    fragment: ComparedPlaces,
    fragmentName: "ComparedPlaces",
    from: { __typename: "Service", id: service.id },
  });
  const { availability, suspendedUntil, capacity } =
    live.dataState === "complete" ? live.data : service;
  return (
    <CapacityWords
      availability={availability}
      numbers={capacity}
      suspendedUntil={suspendedUntil}
      now={now}
    />
  );
}

interface StepProps {
  service: Result;
  onRefer(service: Result): void;
}

function Step({ service, onRefer }: StepProps) {
  const { t } = useTranslation("search");
  if (!service.viewerCanRefer || service.referralObstacle)
    return <p>{service.referralObstacleText ?? t("row.notYours")}</p>;
  const waits = wouldWait(service, 1);
  return (
    <PlaceButton
      kind={waits ? "plain" : "primary"}
      aria-label={t(waits ? "row.queueFor" : "row.referTo", {
        service: service.name,
      })}
      onClick={() => onRefer(service)}
    >
      {t(waits ? "row.queue" : "row.refer")}
    </PlaceButton>
  );
}
