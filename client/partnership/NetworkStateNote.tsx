// A network that rests or is closed says so on each of its pages: since when, why, and what that means.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import type { NetworkStatus } from "../graphql/generated/graphql.js";

interface Props {
  network: {
    status: NetworkStatus;
    stateSince: string | null;
    stateReason: string | null;
  };
}

export function NetworkStateNote({ network }: Props) {
  const { t } = useTranslation("partnership");
  const { day } = useDates(useNow());
  const { status, stateSince, stateReason } = network;
  if (!stateSince || (status !== "DORMANT" && status !== "CLOSED")) return null;
  const isClosed = status === "CLOSED";
  return (
    <Note
      tone={isClosed ? "plain" : "warn"}
      icon={isClosed ? "lock" : "clock"}
      title={t(`state.since.${status}`, {
        day: day(new Date(`${stateSince}T12:00:00Z`)),
      })}
    >
      <p>{t("state.why", { reason: stateReason })}</p>
      <p>{t(`state.means.${status}`)}</p>
    </Note>
  );
}
