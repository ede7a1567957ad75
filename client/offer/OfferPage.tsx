// The partner's own offer: places kept true in two taps.
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { Button, ButtonLink } from "../design/Button.js";
import { StripLegend } from "../design/CapacityStrip.js";
import { Empty } from "../design/Empty.js";
import { useNow } from "../design/use-now.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import { StandingNotes } from "../partnership/index.js";
import { AwaitsCard } from "../start/index.js";
import { ChangeDialog } from "./ChangeDialog.js";
import { ConfirmRest } from "./ConfirmRest.js";
import { NumbersDialog } from "./NumbersDialog.js";
import { OfferPageQuery } from "./offer-page-query.js";
import { useDesk } from "./OfferDesk.js";
import styles from "./OfferPage.module.css";
import { PauseDialog } from "./PauseDialog.js";
import { PublishDialog } from "./PublishDialog.js";
import { ServiceRow } from "./ServiceRow.js";
import { keepsSupportingOnly } from "./supporting.js";
import { WithdrawDialog } from "./WithdrawDialog.js";
import { WithdrawnServices } from "./WithdrawnServices.js";

export function OfferPage() {
  const { t } = useTranslation("offer");
  const viewer = useViewer();
  const { partner, centre, memberships } = viewer;
  const isOfCommunity = keepsSupportingOnly(viewer);
  const { data } = usePageQuery(OfferPageQuery, { partnerId: partner.id });
  const desk = useDesk();
  const now = useNow();
  const [numbersOf, setNumbersOf] = useState<string | null>(null);
  const [describedId, setDescribedId] = useState<string | null>(null);
  const [pausedId, setPausedId] = useState<string | null>(null);
  const [withdrawnId, setWithdrawnId] = useState<string | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const whose = partner.isHub ? "page.titleOfHub" : "page.title";
  const title = t(isOfCommunity ? "page.titleOfCommunity" : whose);
  useTabTitle(title);
  useEffect(() => () => desk.leave(), [desk]);

  const known = data.node?.__typename === "Partner" ? data.node : null;
  // of whichever list it was read: a live change may have brought it into the other
  const all = [
    ...(known?.services ?? []),
    ...(known?.withdrawnServices ?? []),
  ].filter(({ supporting }) => !isOfCommunity || supporting);
  const isWithdrawn = ({ status }: LiveServiceFragment) =>
    status === "WITHDRAWN";
  const services = useFixedOrder(all.filter((one) => !isWithdrawn(one)));
  const dialogOf = services.find(({ id }) => id === numbersOf);
  const described = services.find(({ id }) => id === describedId);
  const pausing = services.find(({ id }) => id === pausedId);
  const leaving = services.find(({ id }) => id === withdrawnId);
  const rest = services.length - firstOnPhone;
  const actsElsewhere = memberships.some(
    ({ centreName }) => centreName !== centre.name,
  );
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <p>{partner.name}</p>
          <h1>{title}</h1>
          {services.length > 0 && (
            <p>{t("page.question", { count: services.length })}</p>
          )}
          {actsElsewhere && <p>{t("quotas.for", { centre: centre.name })}</p>}
        </div>
        <ConfirmRest services={services} now={now} />
      </div>
      {known?.status === "INVITED" && (
        <div className={styles.asked}>
          <StandingNotes partnerId={partner.id} />
        </div>
      )}
      <div className={styles.awaits}>
        <AwaitsCard isBrief />
      </div>
      {services.length > 0 ? (
        <>
          <div className={styles.legend}>
            <StripLegend />
          </div>
          <div className={styles.columns} aria-hidden="true">
            {columns.map((key) => (
              <span key={key}>{t(`columns.${key}`)}</span>
            ))}
          </div>
          <ul className={styles.list} data-all={showsAll || undefined}>
            {services.map((service) => (
              <ServiceRow
                key={service.id}
                service={service}
                now={now}
                onMore={({ id }) => setNumbersOf(id)}
                onDescribe={({ id }) => setDescribedId(id)}
                onPause={({ id }) => setPausedId(id)}
              />
            ))}
          </ul>
          {rest > 0 && !showsAll && (
            <div className={styles.rest}>
              <Button wide onClick={() => setShowsAll(true)}>
                {t("page.showRest", { count: rest })}
              </Button>
            </div>
          )}
        </>
      ) : (
        <Empty title={t(isOfCommunity ? "empty.supporting" : "empty.title")}>
          {t(isOfCommunity ? "empty.supportingText" : "empty.text")}
        </Empty>
      )}
      <p className={styles.add}>
        {known?.viewerCanPublishService && (
          <Button icon="plus" onClick={() => setPublishing(true)}>
            {t(
              isOfCommunity
                ? "publish.supporting.open"
                : "publish.ordinary.open",
            )}
          </Button>
        )}
        <ButtonLink to="/zasoby" icon="key">
          {t("page.resources")}
        </ButtonLink>
        {actsElsewhere && (
          <ButtonLink to="/oferta/centra" icon="network">
            {t("quotas.open")}
          </ButtonLink>
        )}
      </p>
      <WithdrawnServices
        services={all.filter(isWithdrawn)}
        mayRestore={known?.viewerCanPublishService ?? false}
      />
      {dialogOf && (
        <NumbersDialog service={dialogOf} onClose={() => setNumbersOf(null)} />
      )}
      {described && (
        <ChangeDialog
          service={described}
          onClose={() => setDescribedId(null)}
        />
      )}
      {pausing && (
        <PauseDialog
          service={pausing}
          onWithdraw={() => {
            setPausedId(null);
            setWithdrawnId(pausing.id);
          }}
          onClose={() => setPausedId(null)}
        />
      )}
      {leaving && (
        <WithdrawDialog
          service={leaving}
          onClose={() => setWithdrawnId(null)}
        />
      )}
      {isPublishing && <PublishDialog onClose={() => setPublishing(false)} />}
    </div>
  );
}

const columns = ["service", "strip", "free", "waiting", "confirmed"] as const;

const firstOnPhone = 6;

/** Oldest confirmation first, as it was when the page was opened: nothing jumps under the finger. */
function useFixedOrder(services: readonly LiveServiceFragment[]) {
  const [order] = useState(
    () =>
      new Map(
        services
          .toSorted((one, other) => age(one).localeCompare(age(other)))
          .map(({ id }, place) => [id, place]),
      ),
  );
  return useMemo(
    () =>
      services.toSorted(
        (one, other) => (order.get(one.id) ?? -1) - (order.get(other.id) ?? -1),
      ),
    [services, order],
  );
}

/** The suspended are not to be confirmed and stand last. */
function age({ availability, capacity }: LiveServiceFragment): string {
  return availability === "SUSPENDED" ? "9" : (capacity?.confirmedAt ?? "");
}
