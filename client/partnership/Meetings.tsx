// The meetings of a network: what is planned, what was held and who was there; whether the next one is overdue.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type {
  MeetingOnPageFragment,
  NetworkStepsFragment,
} from "../graphql/generated/graphql.js";
import { CancelDialog } from "./CancelDialog.js";
import { HoldDialog } from "./HoldDialog.js";
import { MeetingDialog } from "./MeetingDialog.js";
import { Minutes } from "./Minutes.js";
import styles from "./Partnership.module.css";
import { RuleMark } from "./RuleMark.js";
import { isBehind, useRhythmWords } from "./use-rhythm-words.js";

interface Props {
  network: NetworkStepsFragment;
  onChanged(): void;
}

type Open =
  | { what: "plan" }
  | { what: "hold" | "cancel"; meeting: MeetingOnPageFragment };

export function Meetings({ network, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const words = useRhythmWords();
  const [params, setParams] = useSearchParams();
  // from the page of an organisation one comes to plan a meeting with it
  const withWhom = params.get("spotkanie");
  const [open, setOpen] = useState<Open | null>(
    withWhom && network.viewerCanLead ? { what: "plan" } : null,
  );
  const { meetings, meetingRhythm: rhythm, viewerCanLead } = network;
  // what was held is written up also where nothing new is planned
  const mayKeep = holdsAny(useViewer(), ["OUS"]);
  const close = () => {
    setOpen(null);
    if (withWhom) setParams({}, { replace: true });
  };
  const done = () => {
    close();
    onChanged();
  };
  return (
    <section className={styles.card} id="spotkania">
      <div className={styles.head}>
        <h2>{t("meeting.list")}</h2>
        {viewerCanLead && (
          <Button
            size="small"
            icon="plus"
            data-print="no"
            onClick={() => setOpen({ what: "plan" })}
          >
            {t("meeting.open")}
          </Button>
        )}
      </div>
      <RuleMark rule="CYCLIC_MEETINGS" network={network.name} />
      {rhythm && (
        <Note
          tone={isBehind(rhythm) ? "danger" : "plain"}
          icon={isBehind(rhythm) ? "warning" : "clock"}
        >
          {words(rhythm)}
        </Note>
      )}
      {meetings.length === 0 && <p>{t("meeting.none")}</p>}
      <ul>
        {meetings.map((meeting) => (
          <MeetingRow
            key={meeting.id}
            meeting={meeting}
            mayKeep={mayKeep}
            onAct={(what) => setOpen({ what, meeting })}
            onChanged={onChanged}
          />
        ))}
      </ul>
      {open?.what === "plan" && (
        <MeetingDialog
          network={network}
          withWhom={withWhom}
          onClose={close}
          onSaved={done}
        />
      )}
      {open?.what === "hold" && (
        <HoldDialog
          network={network}
          meeting={open.meeting}
          onClose={close}
          onSaved={done}
        />
      )}
      {open?.what === "cancel" && (
        <CancelDialog meeting={open.meeting} onClose={close} onSaved={done} />
      )}
    </section>
  );
}

const tones = { PLANNED: "info", HELD: "ok", CANCELLED: "plain" } as const;

interface RowProps {
  meeting: MeetingOnPageFragment;
  mayKeep: boolean;
  onAct(what: "hold" | "cancel"): void;
  onChanged(): void;
}

function MeetingRow({ meeting, mayKeep, onAct, onChanged }: RowProps) {
  const { t } = useTranslation("partnership");
  const now = useNow();
  const { moment } = useDates(now);
  const { title, kind, status, agenda, attendance, place } = meeting;
  const startsAt = new Date(meeting.startsAt);
  const present = attendance.filter((one) => one.present);
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <strong>{title}</strong>
        <p className={styles.muted}>
          {t(`meetingKind.${kind}`)}
          {", "}
          {moment(startsAt)}
          {place && `, ${place}`}
        </p>
        {agenda.length > 0 && (
          <ul className={styles.bullets}>
            {agenda.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
        {attendance.length > 0 && (
          <p className={styles.muted}>
            {t("meeting.present", {
              present: present.length,
              invited: attendance.length,
            })}
          </p>
        )}
        {meeting.cancelReason && (
          <p className={styles.muted}>{meeting.cancelReason}</p>
        )}
      </div>
      <Tag tone={tones[status]}>{t(`meetingStatus.${status}`)}</Tag>
      {mayKeep && status === "PLANNED" && (
        <div className={styles.actions} data-print="no">
          {startsAt <= now && (
            <Button
              size="small"
              aria-label={t("hold.of", { title })}
              onClick={() => onAct("hold")}
            >
              {t("hold.open")}
            </Button>
          )}
          <Button
            size="small"
            kind="quiet"
            aria-label={t("cancelMeeting.of", { title })}
            onClick={() => onAct("cancel")}
          >
            {t("cancelMeeting.open")}
          </Button>
        </div>
      )}
      {status === "HELD" && (
        <Minutes meeting={meeting} mayKeep={mayKeep} onChanged={onChanged} />
      )}
    </li>
  );
}
