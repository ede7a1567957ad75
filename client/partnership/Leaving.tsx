// An organisation that leaves, or may: saying so, why, what is still to be handed over, and its verbs.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type { MembershipOnPageFragment } from "../graphql/generated/graphql.js";
import { AnnounceLeavingDialog } from "./AnnounceLeavingDialog.js";
import { FormDialog } from "./FormDialog.js";
import { CompleteLeaving, TakeBackLeaving } from "./leaving.documents.js";
import styles from "./Partnership.module.css";
import { useSaved } from "./use-saved.js";

interface Props {
  member: MembershipOnPageFragment;
  onChanged(): void;
}

export function LeavingTag({ on }: { on: string }) {
  const { t } = useTranslation("partnership");
  const { day } = useDates(useNow());
  return (
    <Tag tone="warn" icon="warning">
      {t("leaving.tag", { day: day(new Date(`${on}T12:00:00Z`)) })}
    </Tag>
  );
}

export function AnnounceLeaving({ member, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-label={t("leaving.openOf", { name: member.partner.name })}
        onClick={() => setOpen(true)}
      >
        {t("leaving.open")}
      </Button>
      {isOpen && (
        <AnnounceLeavingDialog
          membership={member}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

export function Leaving({ member, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const [isCompleting, setCompleting] = useState(false);
  const back = useSaved(TakeBackLeaving, onChanged);
  const { id, version, leaveReason, viewerCanLeave } = member;
  const { name } = member.partner;
  return (
    <div className={styles.leaving}>
      {leaveReason && <p>{t("leaving.why", { reason: leaveReason })}</p>}
      <Owed handOver={member.handOver} />
      <ProblemNotice problem={back.wrong} />
      <NotSaved failure={back.failure} />
      {viewerCanLeave && (
        <div className={styles.actions} data-print="no">
          <Button
            size="small"
            aria-label={t("leaving.completeOf", { name })}
            onClick={() => setCompleting(true)}
          >
            {t("leaving.complete")}
          </Button>
          <Button
            size="small"
            aria-label={t("leaving.backOf", { name })}
            onClick={() =>
              void back.save({
                input: { membershipId: id, ifVersion: version },
              })
            }
          >
            {t("leaving.back")}
          </Button>
        </div>
      )}
      {isCompleting && (
        <CompleteDialog
          member={member}
          onClose={() => setCompleting(false)}
          onSaved={() => {
            setCompleting(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

function Owed({ handOver }: Pick<Props["member"], "handOver">) {
  const { t } = useTranslation("partnership");
  const viewer = useViewer();
  if (!handOver) return null;
  const { unplanned, owedBy } = handOver;
  const names = owedBy.join(", ");
  if (unplanned === 0) return <p>{t("leaving.allPlanned")}</p>;
  return (
    <p className={styles.nobody}>
      {unplanned === null
        ? t("leaving.few", { names })
        : t("leaving.unplanned", { count: unplanned, names })}{" "}
      {holdsAny(viewer, ["OUS"]) && (
        <Link to="/skierowania-bez-koordynatora" data-print="no">
          {t("leaving.leftBehind")}
        </Link>
      )}
    </p>
  );
}

function CompleteDialog(props: {
  member: MembershipOnPageFragment;
  onClose(): void;
  onSaved(): void;
}) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(CompleteLeaving, props.onSaved);
  const { id, version, partner } = props.member;
  return (
    <FormDialog
      title={t("leaving.completeTitle", { name: partner.name })}
      verb={t("leaving.complete")}
      saved={saved}
      onClose={props.onClose}
      onSubmit={() =>
        void saved.save({ input: { membershipId: id, ifVersion: version } })
      }
    >
      <p>{t("leaving.completeMeans")}</p>
      {saved.wrong && (
        <p>
          <Link to="/umowy">{t("leaving.agreements")}</Link>
        </p>
      )}
    </FormDialog>
  );
}
