// After the end of a referral: the same service again, or another of its area that takes somebody now.
import { skipToken, useApolloClient, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PlaceButton } from "../app/live/PlaceButton.js";
import { useViewer } from "../app/session/viewer.js";
import { ButtonLink } from "../design/Button.js";
import { CapacityWords } from "../design/CapacityWords.js";
import { graphql } from "../graphql/generated/gql.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import { searchOf } from "../search/index.js";
import { Course, type SentCourse } from "./course-query.js";
import { NextPlaces } from "./fallbacks/NextPlaces.js";
import { useFallbacks } from "./fallbacks/use-fallbacks.js";
import styles from "./OtherServices.module.css";
import { ReferDialog } from "./ReferDialog.js";

const OfSameArea = graphql(`
  query ServicesOfSameArea($centreId: ID!, $area: ServiceArea!) {
    centre(id: $centreId) {
      id
      services(filter: { areas: [$area], availableNow: true }, first: 4) {
        nodes {
          ...ReferableService @unmask
        }
      }
    }
  }
`);

interface Props {
  referral: SentCourse;
  now: Date;
}

export function OtherServices({ referral, now }: Props) {
  const { t } = useTranslation("referring");
  const { centre } = useViewer();
  const client = useApolloClient();
  const { service } = referral;
  const [chosen, setChosen] = useState<ReferableServiceFragment | null>(null);
  const { listed, hasFailed } = useFallbacks(referral.id);
  // nobody took it: somebody still needs a place
  const isLooking =
    referral.status === "DECLINED" || referral.status === "EXPIRED";
  const { data, error } = useQuery(
    OfSameArea,
    isLooking
      ? skipToken
      : {
          variables: { centreId: centre.id, area: service.area },
          fetchPolicy: "network-only",
          nextFetchPolicy: "cache-first",
        },
  );
  const others = data?.centre?.services.nodes.filter(
    ({ id, viewerCanRefer }) => id !== service.id && viewerCanRefer,
  );
  const current = listed?.fallbackPlan?.current;
  // the list of fallbacks went on; what comes next is on the page of the one that is waited for
  if (isLooking && current && current.id !== referral.id) return null;
  return (
    <section className={styles.others}>
      <h2>{t("others.title")}</h2>
      {isLooking && <NextPlaces {...{ referral, listed, hasFailed, now }} />}
      {error && <p role="status">{t("others.failed")}</p>}
      {!isLooking && !error && !others && (
        <p aria-busy="true">{t("others.reading")}</p>
      )}
      {others?.length === 0 && <p>{t("others.none")}</p>}
      {others && others.length > 0 && (
        <ul>
          {others.slice(0, 3).map((other) => (
            <li key={other.id}>
              <span className={styles.what}>
                <strong>{other.name}</strong>
                <span>
                  {other.partner.shortName} ·{" "}
                  <CapacityWords
                    availability={other.availability}
                    numbers={other.capacity}
                    suspendedUntil={other.suspendedUntil}
                    now={now}
                  />
                </span>
              </span>
              <PlaceButton
                size="small"
                aria-label={t("others.referTo", { service: other.name })}
                onClick={() => setChosen(other)}
              >
                {t("others.refer")}
              </PlaceButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.ways} data-print="no">
        <ButtonLink to={searchOf(service.area)} icon="search">
          {t("others.all")}
        </ButtonLink>
        {service.viewerCanRefer && !service.referralObstacle && (
          <PlaceButton
            icon="refresh"
            aria-label={t("others.againTo", { service: service.name })}
            onClick={() => setChosen(service)}
          >
            {t("others.again")}
          </PlaceButton>
        )}
        {service.referralObstacleText && <p>{service.referralObstacleText}</p>}
      </div>
      {chosen && (
        <ReferDialog
          service={chosen}
          followsId={referral.id}
          prefill={{
            caseId: referral.case?.id ?? null,
            ownReference: referral.ownReference,
            // of another service the amount means something else
            units: chosen.id === service.id ? referral.units : 1,
            priority: referral.priority,
          }}
          onClose={() => {
            setChosen(null);
            // what follows it is told there
            void client.refetchQueries({ include: [Course] });
          }}
        />
      )}
    </section>
  );
}
