// What a date is made of: day, hour, place, what to bring, and whom to ask for among the organisation's contact persons.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { timeInputOf, useDates } from "../design/dates.js";
import { isDayOff, isNight } from "../design/days-off.js";
import { SelectField, TextField } from "../design/Field.js";
import { phoneInGroups } from "../design/phone.js";
import { useNow } from "../design/use-now.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { OTHER } from "./appointment-in.js";
import { NextDates, WhomToAskFor } from "./appointments.documents.js";
import styles from "./Appointments.module.css";
import { comesHome } from "./comes-home.js";

interface Props {
  referral: LiveReferralFragment;
  errorAt(path: string): string | undefined;
  /** The rest is asked once there is a day. */
  onDay?(isChosen: boolean): void;
}

export function DateFields({ referral, errorAt, onDay }: Props) {
  const { t } = useTranslation("appointments");
  const { appointment } = referral;
  const wished = appointment?.wishedFor
    ? timeInputOf(new Date(appointment.wishedFor))
    : null;
  const [day, setDay] = useState(wished?.day ?? "");
  const [time, setTime] = useState(wished?.time ?? "");
  const isOptional = onDay !== undefined;
  const isChosen = day !== "" || time !== "";
  const isUnusual = isDayOff(day) || isNight(time);

  function choose(chosenDay: string, chosenTime: string) {
    setDay(chosenDay);
    setTime(chosenTime);
    onDay?.(chosenDay !== "" || chosenTime !== "");
  }

  return (
    <>
      <SuggestedDates service={referral.service} onChoose={choose} />
      <div className={styles.moment}>
        <TextField
          label={t("form.day")}
          name="day"
          type="date"
          value={day}
          onChange={({ target }) => choose(target.value, time)}
          required={!isOptional || isChosen}
          error={errorAt("appointment.at")}
        />
        <TextField
          label={t("form.time")}
          name="time"
          type="time"
          value={time}
          onChange={({ target }) => choose(day, target.value)}
          required={!isOptional || isChosen}
        />
      </div>
      <p className={styles.small} role="status">
        {isUnusual && t(isNight(time) ? "form.night" : "form.dayOff")}
      </p>
      {(!isOptional || isChosen) && (
        <WhereAndWhom referral={referral} errorAt={errorAt} />
      )}
    </>
  );
}

const MOST_SUGGESTED = 3;

interface SuggestedProps {
  service: LiveReferralFragment["service"];
  onChoose(day: string, time: string): void;
}

/** Up to three of the days on which the service takes place next. */
function SuggestedDates({ service, onChoose }: SuggestedProps) {
  const { t } = useTranslation("appointments");
  const now = useNow();
  const { moment } = useDates(now);
  const { data } = useQuery(NextDates, {
    variables: { serviceId: service.id },
    fetchPolicy: "network-only",
  });
  const next = data?.node?.__typename === "Service" ? data.node.nextDates : [];
  // the coordinator still has to tell the person
  const today = timeInputOf(now).day;
  const dates = next
    .filter((at) => timeInputOf(new Date(at)).day > today)
    .slice(0, MOST_SUGGESTED);
  if (dates.length === 0) return null;
  return (
    <fieldset className={styles.suggested}>
      <legend className={styles.small}>{t("form.suggested")}</legend>
      {dates.map((at) => (
        <Button
          key={at}
          size="small"
          onClick={() => {
            const { day, time } = timeInputOf(new Date(at));
            onChoose(day, time);
          }}
        >
          {moment(new Date(at))}
        </Button>
      ))}
    </fieldset>
  );
}

function WhereAndWhom({ referral, errorAt }: Props) {
  const { t } = useTranslation("appointments");
  const { appointment, partner, service } = referral;
  const { data } = useQuery(WhomToAskFor, {
    variables: { partnerId: partner.id },
  });
  const organisation = data?.node?.__typename === "Partner" ? data.node : null;
  const people = (organisation?.contactPersons ?? []).map(
    ({ name, workPhone }) =>
      workPhone ? `${name}, tel. ${phoneInGroups(workPhone)}` : name,
  );
  const before = appointment?.askFor ?? "";
  const [asked, setAsked] = useState(before);
  const [atHome, setAtHome] = useState(
    appointment?.atHome ?? comesHome(service),
  );
  const choices = [...new Set([...people, ...(before ? [before] : [])])];
  return (
    <>
      <label className={styles.tick}>
        <input
          type="checkbox"
          name="atHome"
          checked={atHome}
          onChange={({ target }) => setAtHome(target.checked)}
        />
        {t("form.atHome")}
      </label>
      {atHome ? (
        <p className={styles.small}>{t("form.atHomeHint")}</p>
      ) : (
        <TextField
          label={t("where")}
          hint={t("form.hint")}
          name="place"
          defaultValue={
            appointment?.place ?? service.place ?? organisation?.address ?? ""
          }
          key={organisation?.address}
          maxLength={160}
          required
          error={errorAt("appointment.place")}
        />
      )}
      <TextField
        label={t(atHome ? "prepare" : "bring")}
        name="bring"
        defaultValue={appointment?.bring ?? ""}
        maxLength={200}
        error={errorAt("appointment.bring")}
      />
      <SelectField
        label={t("askFor")}
        name="asked"
        value={asked}
        error={errorAt("appointment.askFor")}
        onChange={({ target }) => setAsked(target.value)}
      >
        <option value="">{t("form.choose")}</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
        <option value={OTHER}>{t("form.other")}</option>
      </SelectField>
      {asked === OTHER && (
        <TextField
          label={t("form.otherName")}
          name="askFor"
          maxLength={120}
          required
        />
      )}
    </>
  );
}
