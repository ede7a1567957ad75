// Who is in a network and as what; the organiser asks others in, an invited organisation says yes.
import { startTransition, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import { useNow } from "../design/use-now.js";
import type {
  MembershipOnPageFragment,
  NetworkMembersFragment,
} from "../graphql/generated/graphql.js";
import { AcceptDialog } from "./AcceptDialog.js";
import { DeclineDialog } from "./DeclineDialog.js";
import { InviteDialog } from "./InviteDialog.js";
import { AnnounceLeaving, Leaving, LeavingTag } from "./Leaving.js";
import { MembershipDialog } from "./MembershipDialog.js";
import { AcceptMembership } from "./network.documents.js";
import styles from "./Partnership.module.css";
import { RuleMark } from "./RuleMark.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkMembersFragment;
  onChanged(): void;
}

const order = ["HUB", "MEMBER", "OBSERVER", "INVITED"];

export function MemberList({ network, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const [isInviting, setInviting] = useState(false);
  const [changed, setChanged] = useState<MembershipOnPageFragment | null>(null);
  const [noted, setNoted] = useState<MembershipOnPageFragment | null>(null);
  const [declined, setDeclined] = useState<MembershipOnPageFragment | null>(
    null,
  );
  const viewer = useViewer();
  const accepted = useSaved(AcceptMembership, onChanged);
  const members = network.memberships.toSorted(
    (a, b) =>
      order.indexOf(a.role) - order.indexOf(b.role) ||
      a.partner.name.localeCompare(b.partner.name, "pl"),
  );
  const done = () => {
    setInviting(false);
    setChanged(null);
    setNoted(null);
    setDeclined(null);
    onChanged();
  };
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <h2>{t("members.title", { count: members.length })}</h2>
        {network.viewerCanLead && (
          <Button
            size="small"
            icon="plus"
            data-print="no"
            // the page stays while the form reads what it needs
            onClick={() => startTransition(() => setInviting(true))}
          >
            {t("invite.open")}
          </Button>
        )}
      </div>
      <RuleMark rule="EQUALITY" network={network.name} />
      <ProblemNotice problem={accepted.wrong} />
      <NotSaved failure={accepted.failure} />
      <ul>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            mayChange={network.viewerCanLead}
            isOwn={member.partner.id === viewer.partner.id}
            onAccept={() =>
              member.partner.id === viewer.partner.id
                ? void accepted.save({ input: { membershipId: member.id } })
                : setNoted(member)
            }
            onDecline={() => setDeclined(member)}
            onChange={() => setChanged(member)}
            onLeft={onChanged}
          />
        ))}
      </ul>
      {isInviting && (
        <InviteDialog
          network={network}
          onClose={() => setInviting(false)}
          onSaved={done}
        />
      )}
      {noted && (
        <AcceptDialog
          membership={noted}
          onClose={() => setNoted(null)}
          onSaved={done}
        />
      )}
      {declined && (
        <DeclineDialog
          membership={declined}
          onClose={() => setDeclined(null)}
          onSaved={done}
        />
      )}
      {changed && (
        <MembershipDialog
          membership={changed}
          onClose={() => setChanged(null)}
          onSaved={done}
        />
      )}
    </section>
  );
}

interface RowProps {
  member: MembershipOnPageFragment;
  mayChange: boolean;
  isOwn: boolean;
  onAccept(): void;
  onDecline(): void;
  onChange(): void;
  onLeft(): void;
}

function MemberRow(props: RowProps) {
  const { member, mayChange, isOwn } = props;
  const { onAccept, onDecline, onChange, onLeft } = props;
  const { t } = useTranslation("partnership");
  const { date } = useDates(useNow());
  const { partner, role, stakeholderType, roleDescription, joinedOn } = member;
  const dayOf = (day: string) => date(new Date(`${day}T12:00:00Z`));
  const on = dayOf(joinedOn);
  const isHere = !member.leftOn;
  return (
    <li className={styles.member}>
      <TypeMark type={stakeholderType} wordHidden />
      <div className={styles.who}>
        <strong>{partner.name}</strong>
        <p>{roleDescription ?? t("members.noRole")}</p>
        <p className={styles.muted}>
          {role === "INVITED"
            ? t("members.invitedOn", { day: on })
            : member.leftOn
              ? t("members.fromTo", {
                  from: on,
                  to: dayOf(member.leftOn),
                })
              : t("members.since", { day: on })}
          {member.declaredOn &&
            `, ${t("members.declaredOn", { day: dayOf(member.declaredOn) })}`}
        </p>
        {member.onBehalfReason && (
          <p className={styles.muted}>
            {t("accept.told", { reason: member.onBehalfReason })}
          </p>
        )}
      </div>
      <div className={styles.side}>
        {role !== "MEMBER" && (
          <Tag tone={role === "HUB" ? "outline" : "wait"}>
            {t(`role.${role}`)}
          </Tag>
        )}
        {member.leavingOn && isHere && <LeavingTag on={member.leavingOn} />}
        <div className={styles.actions} data-print="no">
          {member.viewerCanAccept && (
            <Button
              size="small"
              aria-label={t(isOwn ? "accept.of" : "accept.behalfOf", {
                name: partner.name,
              })}
              onClick={onAccept}
            >
              {t(isOwn ? "accept.open" : "accept.behalf")}
            </Button>
          )}
          {member.viewerCanDecline && (
            <Button
              size="small"
              aria-label={t(isOwn ? "decline.of" : "decline.backOf", {
                name: partner.name,
              })}
              onClick={onDecline}
            >
              {t(isOwn ? "decline.open" : "decline.back")}
            </Button>
          )}
          {mayChange && (
            <Button
              size="small"
              aria-label={t("membership.openOf", { name: partner.name })}
              onClick={onChange}
            >
              {t("membership.open")}
            </Button>
          )}
          {isHere && member.viewerCanLeave && !member.leavingOn && (
            <AnnounceLeaving member={member} onChanged={onLeft} />
          )}
        </div>
      </div>
      {isHere && member.leavingOn && (
        <Leaving member={member} onChanged={onLeft} />
      )}
    </li>
  );
}
