// What a network is for: its purpose, its goals, its hub, how often it meets.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type {
  NetworkChange,
  NetworkMembersFragment,
  NetworkStatus,
} from "../graphql/generated/graphql.js";
import { HubDialog } from "./HubDialog.js";
import { NetworkDialog } from "./NetworkDialog.js";
import styles from "./Partnership.module.css";
import { StateDialog } from "./StateDialog.js";

interface Props {
  network: NetworkMembersFragment;
  onChanged(): void;
}

export function AboutNetwork({ network, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const { day } = useDates(useNow());
  const [open, setOpen] = useState<"network" | "hub" | NetworkChange | null>(
    null,
  );
  const { purpose, goals, hub, cadenceDays, startedOn, viewerCanLead } =
    network;
  const close = () => setOpen(null);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <h2>{t("about.title")}</h2>
        {viewerCanLead && (
          <div className={styles.actions} data-print="no">
            <Button size="small" onClick={() => setOpen("network")}>
              {t("about.change")}
            </Button>
            {network.memberships.some(({ role }) => role === "MEMBER") && (
              <Button size="small" onClick={() => setOpen("hub")}>
                {t("hub.open")}
              </Button>
            )}
          </div>
        )}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t("about.purpose")}</dt>
          <dd>{purpose ?? t("about.none")}</dd>
        </div>
        <div>
          <dt>{t("about.goals")}</dt>
          <dd>
            {goals.length === 0 ? (
              t("about.noGoals")
            ) : (
              <ul className={styles.bullets}>
                {goals.map((goal) => (
                  <li key={goal}>{goal}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("about.hub")}</dt>
          <dd>{hub.name}</dd>
        </div>
        <div>
          <dt>{t("state.title")}</dt>
          <dd>{t(`state.word.${network.status}`)}</dd>
        </div>
        <div>
          <dt>{t("about.cadence")}</dt>
          <dd>
            {cadenceDays === null
              ? t("about.noCadence")
              : t("about.every", { count: cadenceDays })}
          </dd>
        </div>
        {startedOn && (
          <div>
            <dt>{t("about.started")}</dt>
            <dd>{day(new Date(`${startedOn}T12:00:00Z`))}</dd>
          </div>
        )}
      </dl>
      {network.viewerCanSetState && (
        <div className={styles.actions} data-print="no">
          {changesOf(network.status).map((change) => (
            <Button key={change} size="small" onClick={() => setOpen(change)}>
              {t(`state.${change}.open`)}
            </Button>
          ))}
        </div>
      )}
      {open === "network" && (
        <NetworkDialog network={network} onClose={close} onSaved={done} />
      )}
      {open === "hub" && (
        <HubDialog network={network} onClose={close} onSaved={done} />
      )}
      {open && open !== "network" && open !== "hub" && (
        <StateDialog
          network={network}
          change={open}
          onClose={close}
          onSaved={done}
        />
      )}
    </section>
  );
}

function changesOf(status: NetworkStatus): NetworkChange[] {
  return status === "DORMANT" ? ["RESUME", "CLOSE"] : ["REST", "CLOSE"];
}
