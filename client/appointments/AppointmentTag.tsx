// In a list: who is awaited when, or what somebody has to do first; where an accepted referral has nothing else to say.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { Tag, type Tone } from "../design/Tag.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

interface Props {
  referral: Pick<LiveReferralFragment, "status" | "appointment">;
  seenBy: "sender" | "partner";
  now: Date;
}

export function AppointmentTag({ referral, seenBy, now }: Props) {
  const { t } = useTranslation("appointments");
  const { moment } = useDates(now);
  const { status, appointment } = referral;
  if (status !== "ACCEPTED") return null;
  const isPartners = seenBy === "partner";
  const context = appointment?.atHome ? "home" : undefined;
  const [tone, words] = ((): [Tone, string] => {
    switch (appointment?.state) {
      case "PLANNED":
        if (appointment.askedAt && isPartners) return ["warn", t("tag.asked")];
        return new Date(appointment.at) < now
          ? [isPartners ? "warn" : "plain", t("tag.past", { context })]
          : [
              "ok",
              t("tag.at", {
                context,
                moment: moment(new Date(appointment.at)),
              }),
            ];
      case "CAME":
        return ["ok", t("tag.came", { context })];
      case "DID_NOT_COME":
        if (!appointment.answer)
          return isPartners
            ? ["plain", t("tag.missed", { context })]
            : ["warn", t("tag.decide", { context })];
        return isPartners ? ["warn", t("tag.none")] : ["plain", t("tag.waits")];
      case "CANCELLED":
      case undefined:
        return isPartners ? ["warn", t("tag.none")] : ["plain", t("tag.waits")];
    }
  })();
  return <Tag tone={tone}>{words}</Tag>;
}
