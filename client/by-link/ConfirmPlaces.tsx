// The free places of an organisation on one page: one tap where nothing has changed, one more for each that has.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Freshness } from "../design/Freshness.js";
import { useNow } from "../design/use-now.js";
import type { OpenedFragment } from "../graphql/generated/graphql.js";
import { CapacityStepper } from "../offer/index.js";
import { ConfirmByLink } from "./by-link.documents.js";
import styles from "./ConfirmPlaces.module.css";
import { LinkFrame } from "./LinkFrame.js";
import { useSaid } from "./use-said.js";

interface Props {
  token: string;
  link: OpenedFragment;
  onAnswered(link: OpenedFragment): void;
}

export function ConfirmPlaces({ token, link, onAnswered }: Props) {
  const { t } = useTranslation(["link", "design"]);
  const now = useNow();
  const [corrected, setCorrected] = useState<ReadonlyMap<string, number>>(
    new Map(),
  );
  const { say, isPending, problem, failure } = useSaid(
    ConfirmByLink,
    ({ confirmByLink }) => confirmByLink,
    onAnswered,
  );
  const freeOf = (service: OpenedFragment["services"][number]) =>
    corrected.get(service.serviceId) ?? service.available;
  const changes = link.services.filter(
    (service) => freeOf(service) !== service.available,
  ).length;

  const send = () =>
    say({
      token,
      services: link.services.map((service) => ({
        serviceId: service.serviceId,
        version: service.version,
        ...(freeOf(service) === service.available
          ? {}
          : { available: freeOf(service) }),
      })),
    });

  return (
    <LinkFrame title={t("confirm.title")} link={link}>
      <p>{t("confirm.intro")}</p>
      <ul className={styles.list}>
        {link.services.map((service) => (
          <li key={service.serviceId} className={styles.row}>
            <div className={styles.name}>
              <h2>{service.name}</h2>
              <p>
                {t(`design:free.${service.unit}`, { count: freeOf(service) })}
                {freeOf(service) !== service.available && (
                  <span className={styles.was}>
                    {" "}
                    {t("confirm.was", { was: service.available })}
                  </span>
                )}
              </p>
              <Freshness
                confirmedAt={service.confirmedAt ?? null}
                staleAfterDays={null}
                own
                now={now}
              />
            </div>
            <CapacityStepper
              service={service.name}
              free={freeOf(service)}
              onWant={(free) =>
                setCorrected(
                  new Map(corrected).set(service.serviceId, Math.max(0, free)),
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <ProblemNotice problem={problem} />
        <NotSaved failure={failure} onRetry={() => void send()} />
        <Button
          kind="primary"
          size="large"
          wide
          icon="check"
          busy={isPending}
          onClick={() => void send()}
        >
          {changes > 0
            ? t("confirm.sendChanges", { count: changes })
            : t("confirm.send")}
        </Button>
      </div>
    </LinkFrame>
  );
}
