// One service that is open to emergencies: call it, or send a referral with its fallbacks in one press.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { PlaceButton } from "../app/live/PlaceButton.js";
import { referralPath } from "../app/shell/referral-path.js";
import { CapacityWords } from "../design/CapacityWords.js";
import { useDates } from "../design/dates.js";
import { TextField } from "../design/Field.js";
import { Icon } from "../design/Icon.js";
import { Note } from "../design/Note.js";
import { phoneInGroups } from "../design/phone.js";
import type {
  EmergencyQuery,
  ReferableServiceFragment,
} from "../graphql/generated/graphql.js";
import {
  AnswerTime,
  OrderedServices,
  Refusal,
  useAnswerMoments,
  useSendReferral,
} from "../referring/index.js";
import styles from "./Emergency.module.css";

export type OpenToEmergency = NonNullable<
  EmergencyQuery["centre"]
>["services"]["nodes"][number];

interface Props {
  service: OpenToEmergency;
  /** Somebody can be sent there now. */
  isFree: boolean;
  /** Where it may go if nobody answers, the best first. */
  next: readonly ReferableServiceFragment[];
  caseId: string | null;
  reference: string | null;
  now: Date;
}

const mostFallbacks = 5;

export function EmergencyRow(props: Props) {
  const { service, isFree, now } = props;
  const { t } = useTranslation(["emergency", "design"]);
  const { until } = useDates(now);
  const { name, partner } = service;
  const time = service.responseTimes.find(
    ({ priority }) => priority === "EMERGENCY",
  );
  const due = useAnswerMoments(service.id)("EMERGENCY");
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <p>{partner.name}</p>
        <p className={styles.places} data-free={isFree}>
          <CapacityWords
            availability={service.availability}
            numbers={service.capacity}
            suspendedUntil={service.suspendedUntil}
            now={now}
          />
        </p>
        {time && (
          <p className={styles.muted}>
            {t("answers")} <AnswerTime time={time} />
            {due && <>, {until(due)}</>}
          </p>
        )}
        {service.referralObstacleText && <p>{service.referralObstacleText}</p>}
      </div>
      <Calling people={partner.contactPersons} />
      {isFree && <Sending {...props} />}
    </li>
  );
}

type Person = OpenToEmergency["partner"]["contactPersons"][number];

function Calling({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation("emergency");
  const reachable = people.filter(({ workPhone }) => workPhone !== null);
  const here = reachable.filter(({ awayNow }) => !awayNow);
  const [called] = [
    ...here.filter(({ primary }) => primary),
    ...here,
    ...reachable,
  ];
  if (!called?.workPhone)
    return <p className={styles.call}>{t("call.nobody")}</p>;
  return (
    <div className={styles.call}>
      <a
        className={styles.phone}
        href={`tel:${called.workPhone.replace(/[^\d+]/g, "")}`}
      >
        <Icon name="phone" />
        <span>
          {t("call.now")} <strong>{phoneInGroups(called.workPhone)}</strong>
        </span>
      </a>
      <p className={styles.muted}>
        {called.name}
        {called.availability && <> · {called.availability}</>}
      </p>
    </div>
  );
}

function Sending({ service, next, caseId, reference }: Props) {
  const { t } = useTranslation(["emergency", "referring"]);
  const { send, isSending, answer, failure } = useSendReferral();
  const [units, setUnits] = useState("1");
  const [changed, setChanged] = useState<readonly Chosen[] | null>(null);
  const fallbacks = changed ?? next.slice(0, mostFallbacks);
  const unit = service.capacity?.unit ?? "PLACES";
  const amount = Number(units);
  const isAmount = Number.isInteger(amount) && amount >= 1;
  const sent = answer?.__typename === "Referral" ? answer : null;

  function submit() {
    if (!isAmount) return;
    void send({
      serviceId: service.id,
      units: amount,
      priority: "EMERGENCY",
      disclosureLevel: "L0_TOKEN",
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
      {unit !== "PLACES" && (
        <TextField
          label={t(`referring:units.${unit}`)}
          inputMode="numeric"
          value={units}
          error={isAmount ? undefined : t("referring:units.invalid")}
          onChange={(event) => setUnits(event.target.value.trim())}
        />
      )}
      <details className={styles.fallbacks}>
        <summary>
          {fallbacks.length > 0
            ? t("fallbacks.some", { count: fallbacks.length })
            : t("fallbacks.none")}
        </summary>
        <OrderedServices services={fallbacks} onChange={setChanged} />
      </details>
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
      {answer && <Refusal answer={answer} />}
      {answer?.__typename === "NoFreePlace" && <p>{answer.message}</p>}
      <NotSaved failure={failure} onRetry={submit} />
    </form>
  );
}

type Chosen = Pick<ReferableServiceFragment, "id" | "name"> & {
  partner: { shortName: string };
};
