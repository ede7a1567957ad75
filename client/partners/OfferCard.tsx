// What a partner offers: each service with its places, who waits, and how old the number is.
import { useTranslation } from "react-i18next";

import { CapacityStrip } from "../design/CapacityStrip.js";
import { CapacityWords, freeOf } from "../design/CapacityWords.js";
import { Card } from "../design/Card.js";
import { Freshness } from "../design/Freshness.js";
import { useNow } from "../design/use-now.js";
import type {
  PartnerOnPageFragment,
  ServiceOnCardFragment,
} from "../graphql/generated/graphql.js";
import styles from "./OfferCard.module.css";

export function OfferCard({ partner }: { partner: PartnerOnPageFragment }) {
  const { t } = useTranslation("partners");
  const now = useNow();
  const { services } = partner;
  // who may not see numbers is not told that nobody waits
  const hasNumbers = services.some(({ capacity }) => capacity);
  return (
    <Card title={t("offer.title")} aside={<PlacesInAll services={services} />}>
      {services.length === 0 ? (
        <p>{t("offer.none")}</p>
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{t("offer.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("offer.service")}</th>
              <th scope="col">{t("offer.places")}</th>
              {hasNumbers && (
                <>
                  <th scope="col">{t("offer.waiting")}</th>
                  <th scope="col">{t("offer.confirmed")}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <OfferRow
                key={service.id}
                service={service}
                hasNumbers={hasNumbers}
                now={now}
              />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

interface RowProps {
  service: ServiceOnCardFragment;
  hasNumbers: boolean;
  now: Date;
}

function OfferRow({ service, hasNumbers, now }: RowProps) {
  const { t } = useTranslation("partners");
  const { name, capacity, staleAfterDays } = service;
  return (
    <tr>
      <td>{name}</td>
      <td>
        <span className={styles.places}>
          <CapacityWords
            // how old the number is stands in a column of its own
            availability={
              service.availability === "STALE" && capacity
                ? "AVAILABLE"
                : service.availability
            }
            numbers={capacity}
            suspendedUntil={service.suspendedUntil}
            now={now}
          />
          {capacity && <CapacityStrip numbers={capacity} />}
        </span>
      </td>
      {hasNumbers && (
        <>
          <td className={capacity?.waiting ? undefined : styles.nobody}>
            <span className={styles.label}>{t("offer.waiting")}: </span>
            {capacity?.waiting ? capacity.waiting : t("offer.nobody")}
          </td>
          <td>
            {capacity && staleAfterDays !== null && (
              <Freshness
                {...capacity}
                staleAfterDays={staleAfterDays}
                now={now}
              />
            )}
          </td>
        </>
      )}
    </tr>
  );
}

/** Places only: hours and tickets cannot be added to them. Free is what the rows say, so nothing of what rests or was never confirmed. */
function PlacesInAll({
  services,
}: {
  services: readonly ServiceOnCardFragment[];
}) {
  const { t } = useTranslation("partners");
  const places = services.flatMap(({ availability, capacity }) =>
    capacity?.unit === "PLACES"
      ? [
          {
            total: capacity.total,
            free:
              availability === "SUSPENDED" || capacity.confirmedAt === null
                ? 0
                : freeOf(capacity),
          },
        ]
      : [],
  );
  if (places.length === 0) return null;
  const sum = (numbers: readonly number[]) =>
    numbers.reduce((all, one) => all + one, 0);
  return t("offer.sum", {
    free: sum(places.map(({ free }) => free)),
    total: sum(places.map(({ total }) => total)),
  });
}
