// What is read out where a referral stays and its appointment changes.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

const told = [
  "ARRANGED",
  "ARRANGED_UNASKED",
  "MOVED",
  "CAME",
  "DID_NOT_COME",
] as const;

/** null: the last thing that happened is not about the appointment. */
export function useToldOfAppointment(now: Date) {
  const { t } = useTranslation("appointments");
  const { moment } = useDates(now);
  return ({ timeline, appointment, partner }: LiveReferralFragment) => {
    const last = timeline.at(-1)?.appointment;
    const step = told.find((one) => one === last);
    if (!last) return null;
    return step && appointment
      ? t(`said.${step}`, {
          context: appointment.atHome ? "home" : undefined,
          partner: partner.name,
          moment: moment(new Date(appointment.at)),
        })
      : "";
  };
}
