// The attendance of one referral, for both sides: the sum, the alert, each line with what was corrected.
import { skipToken, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOnReferral } from "../app/live/use-live.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Note } from "../design/Note.js";
import { useDay } from "../design/use-day.js";
import type {
  LiveReferralFragment,
  ReferralAttendanceQuery,
} from "../graphql/generated/graphql.js";
import { ReferralAttendance } from "./attendance.documents.js";
import styles from "./Attendance.module.css";

interface Props {
  referral: LiveReferralFragment;
  seenBy: "sender" | "partner";
}

type Kept = Extract<
  NonNullable<ReferralAttendanceQuery["node"]>,
  { __typename: "Referral" }
>;
type Line = Kept["attendance"][number];

const FEW = 6;

export function AttendanceCard({ referral, seenBy }: Props) {
  const { t } = useTranslation("attendance");
  const [showsAll, setShowsAll] = useState(false);
  const hasBegun = referral.startedAt !== null;
  const { data, refetch } = useQuery(
    ReferralAttendance,
    hasBegun
      ? { variables: { id: referral.id }, fetchPolicy: "cache-and-network" }
      : skipToken,
  );
  useOnReferral(({ referral: changed }) => {
    if (hasBegun && changed.id === referral.id) void refetch();
  });
  const kept = data?.node?.__typename === "Referral" ? data.node : null;
  if (!hasBegun || !kept) return null;
  const days = byDay(kept.attendance);
  const isOfUnits = kept.attendance.some(({ quantity }) => quantity !== null);
  return (
    <section
      className={styles.card}
      data-due={referral.isOftenAbsent}
      aria-labelledby="obecnosc"
    >
      <h2 id="obecnosc">{t("card.title")}</h2>
      {referral.isOftenAbsent && (
        <Note tone="warn" icon="warning" title={t("oftenSender")}>
          {t(seenBy === "sender" ? "oftenSenderText" : "oftenPartner")}
        </Note>
      )}
      {kept.deliveredSoFar === null && kept.deliveredUnits === null ? (
        <p>{t(seenBy === "sender" ? "card.none" : "card.nonePartner")}</p>
      ) : (
        <Delivered {...kept} isOfUnits={isOfUnits} />
      )}
      {kept.result && <p>{t("card.result", { result: kept.result })}</p>}
      <ul className={styles.lines}>
        {days.slice(0, showsAll ? undefined : FEW).map((lines) => (
          <DayLine key={lines[0]?.day} lines={lines} />
        ))}
      </ul>
      <div className={styles.buttons} data-print="no">
        {days.length > FEW && !showsAll && (
          <Button size="small" onClick={() => setShowsAll(true)}>
            {t("card.earlier")}
          </Button>
        )}
        {seenBy === "partner" && (
          <ButtonLink to="/obecnosc">{t("open")}</ButtonLink>
        )}
      </div>
    </section>
  );
}

/** One truth: what somebody typed at the end, else what the lists come to. */
function Delivered({
  deliveredSoFar: listed,
  deliveredUnits: said,
  isOfUnits,
}: Pick<Kept, "deliveredSoFar" | "deliveredUnits"> & { isOfUnits: boolean }) {
  const { t } = useTranslation("attendance");
  const ofLists = isOfUnits ? "card.sumUnits" : "card.sumDays";
  if (said === null || said === listed)
    return <p>{t(ofLists, { count: listed ?? 0 })}</p>;
  return (
    <p>
      {t("card.delivered", { count: said })}
      {listed !== null && ` ${t("card.listed", { count: listed })}`}
    </p>
  );
}

/** As it stands, and what stood there before. */
function DayLine({ lines: [now, ...before] }: { lines: readonly Line[] }) {
  const { t } = useTranslation("attendance");
  const day = useDay();
  if (!now) return null;
  const wordsOf = ({ state, quantity }: Line) =>
    state ? t(`state.${state}`) : String(quantity);
  return (
    <li>
      <span>
        {now.day === now.until
          ? day(now.day)
          : t("card.period", { from: day(now.day), to: day(now.until) })}
      </span>
      <span>
        <strong>{wordsOf(now)}</strong>
        {before.length > 0 && (
          <span className={styles.was}>
            {t("card.was", { was: before.map(wordsOf).join(", ") })}
          </span>
        )}
      </span>
    </li>
  );
}

/** Newest day first, and of a day the newest line first, as they come. */
function byDay(lines: readonly Line[]): Line[][] {
  const days = new Map<string, Line[]>();
  for (const line of lines)
    days.set(line.day, [...(days.get(line.day) ?? []), line]);
  return [...days.values()];
}
