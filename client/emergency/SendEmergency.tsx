// One press sends an emergency: as a number, or with a first name and a contact where life or health is in danger, and on to what stands in.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { PlaceButton } from "../app/live/PlaceButton.js";
import { referralPath } from "../app/shell/referral-path.js";
import { Button } from "../design/Button.js";
import { Note } from "../design/Note.js";
import {
  InDanger,
  OrderedServices,
  PersonPreview,
  Refusal,
  useSendReferral,
  useTravel,
} from "../referring/index.js";
import styles from "./Emergency.module.css";
import type { OpenToEmergency } from "./EmergencyRow.js";
import type { Candidate } from "./stands-in.js";

interface Props {
  service: OpenToEmergency;
  /** Where it goes by itself if nobody answers. */
  standIns: readonly Candidate[];
  /** Where it may go if she says so. */
  others: readonly Candidate[];
  caseId: string | null;
  reference: string | null;
  /** Told where it is seen, wherever the row has gone meanwhile. */
  onSent(number: string, service: string): void;
}

const mostFallbacks = 5;

export function SendEmergency(props: Props) {
  const { service, standIns, others, caseId, reference, onSent } = props;
  const { t } = useTranslation(["emergency", "design"]);
  const { send, isSending, answer, failure } = useSendReferral();
  const [changed, setChanged] = useState<readonly Chosen[] | null>(null);
  const [isTicked, setTicked] = useState(false);
  const travel = useTravel(service.id, caseId, "EMERGENCY");
  const sentNumber = answer?.__typename === "Referral" ? answer.number : null;
  const { name } = service;
  useEffect(() => {
    if (sentNumber) onSent(sentNumber, name);
  }, [sentNumber, name, onSent]);
  const fallbacks = changed ?? standIns.slice(0, mostFallbacks);
  const unit = service.capacity?.unit ?? "PLACES";
  const sent = answer?.__typename === "Referral" ? answer : null;
  const contact = travel.options.find(({ level }) => level === "L1_CONTACT");
  const mayTell =
    contact !== undefined &&
    (contact.obstacleText === null || contact.isBasisMissing);

  // what a basis would let travel goes only where she ticks it
  const tells = isTicked && travel.goes;

  function tell(tick: boolean) {
    setTicked(tick);
    travel.setLevel(tick ? "L1_CONTACT" : "L0_TOKEN");
    travel.setInDanger(tick);
    travel.setReason("SAFETY");
  }

  function submit() {
    void send({
      serviceId: service.id,
      units: 1,
      priority: "EMERGENCY",
      ...(tells ? travel.input : { disclosureLevel: "L0_TOKEN" }),
      waitIfFull: false,
      ownReference: reference,
      caseId,
      followsId: null,
      fallbackServiceIds: fallbacks.map(({ id }) => id),
    });
  }

  if (sent)
    return (
      <div className={styles.send}>
        <Note tone="ok" icon="check" role="status" title={t("sent.title")}>
          <Link to={referralPath(sent.number)}>{sent.number}</Link>
        </Note>
      </div>
    );
  return (
    <form
      className={styles.send}
      data-print="no"
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {mayTell && (
        <>
          <InDanger
            checked={isTicked}
            hasBasis={contact.obstacleText === null}
            onChange={tell}
          />
          {isTicked && (
            <PersonPreview
              travel={travel}
              serviceId={service.id}
              priority="EMERGENCY"
            />
          )}
        </>
      )}
      <PlaceButton
        type="submit"
        kind="primary"
        icon="send"
        wide
        busy={isSending}
        aria-label={t("send.to", { service: service.name })}
      >
        {t("send.now")}
      </PlaceButton>
      <p className={styles.muted}>
        {unit !== "PLACES" && (
          <>
            {t("send.begins", {
              amount: t(`design:amount.${unit}`, { count: 1 }),
            })}{" "}
          </>
        )}
        {t(tells ? "send.tells" : "send.number")}
      </p>
      <Fallbacks
        {...{ fallbacks, others }}
        hasStandIn={standIns.length > 0}
        onChange={setChanged}
      />
      {answer && <Refusal answer={answer} />}
      {answer?.__typename === "NoFreePlace" && <p>{answer.message}</p>}
      <NotSaved failure={failure} onRetry={submit} />
    </form>
  );
}

type Chosen = Pick<Candidate, "id" | "name"> & {
  partner: { shortName: string };
};

const calledAs = ({ name, partner }: Chosen) => `${name}, ${partner.shortName}`;

interface FallbacksProps {
  fallbacks: readonly Chosen[];
  others: readonly Candidate[];
  hasStandIn: boolean;
  onChange(chosen: readonly Chosen[]): void;
}

function Fallbacks(props: FallbacksProps) {
  const { fallbacks, others, hasStandIn, onChange } = props;
  const { t } = useTranslation("emergency");
  const left = others.filter(
    ({ id }) => !fallbacks.some((one) => one.id === id),
  );
  return (
    <details className={styles.fallbacks}>
      <summary>
        {fallbacks.length > 0
          ? t("fallbacks.some", { count: fallbacks.length })
          : t("fallbacks.none")}
      </summary>
      {fallbacks.length === 0 && (
        <p className={styles.muted}>
          {t(hasStandIn ? "fallbacks.taken" : "fallbacks.nothingAlike")}
        </p>
      )}
      <OrderedServices services={fallbacks} onChange={onChange} />
      {left.length > 0 && fallbacks.length < mostFallbacks && (
        <ul className={styles.add}>
          {left.map((service) => (
            <li key={service.id}>
              <Button
                wide
                size="small"
                icon="plus"
                aria-label={t("fallbacks.add", { service: calledAs(service) })}
                onClick={() => onChange([...fallbacks, service])}
              >
                {calledAs(service)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
