// At the top of an organisation's page, and of its own offer: whether it is not in yet, or leaves.
import { startTransition, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { slugOf } from "../app/slug.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import type { StandingQuery as Standing } from "../graphql/generated/graphql.js";
import { AcceptDialog } from "./AcceptDialog.js";
import { BackDialog } from "./BackDialog.js";
import { DeclineDialog } from "./DeclineDialog.js";
import { AcceptMembership, StandingQuery } from "./network.documents.js";
import { useSaved } from "./use-saved.js";

type Membership = Extract<
  Standing["node"],
  { __typename: "Partner" }
>["memberships"][number];

export function StandingNotes({ partnerId }: { partnerId: string }) {
  const { data, refetch } = usePageQuery(
    StandingQuery,
    { partnerId },
    { from: "network", of: ["NETWORK"] },
  );
  if (data.node?.__typename !== "Partner") return null;
  const partner = data.node;
  const { status, memberships, leavesOn } = partner;
  if (status === "FORMER" && memberships.length === 0)
    return <LeftNote partner={partner} onChanged={() => void refetch()} />;
  return memberships.map((membership) =>
    membership.role === "INVITED" ? (
      <InvitedNote
        key={membership.id}
        membership={membership}
        isStranger={status === "INVITED"}
        onChanged={() => void refetch()}
      />
    ) : (
      <LeavingNote
        key={membership.id}
        membership={membership}
        isForGood={leavesOn !== null}
      />
    ),
  );
}

interface LeftProps {
  partner: { id: string; shortName: string };
  onChanged(): void;
}

function LeftNote({ partner, onChanged }: LeftProps) {
  const { t } = useTranslation("partnership");
  const viewer = useViewer();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Note
        icon="network"
        title={t("standing.left")}
        actions={
          holdsAny(viewer, ["OUS"]) && (
            // the page stays while the question is prepared
            <Button onClick={() => startTransition(() => setAsking(true))}>
              {t("standing.back")}
            </Button>
          )
        }
      >
        {t("standing.leftMeans")}
      </Note>
      {isAsking && (
        <BackDialog
          partner={partner}
          onClose={() => setAsking(false)}
          onSaved={() => {
            setAsking(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface LeavingProps {
  membership: Membership;
  /** In no network from then on. */
  isForGood: boolean;
}

function LeavingNote({ membership, isForGood }: LeavingProps) {
  const { t } = useTranslation("partnership");
  const viewer = useViewer();
  const { date } = useDates(useNow());
  const { partner, network, leavingOn } = membership;
  if (!network || !leavingOn) return null;
  const isOwn = partner.id === viewer.partner.id;
  const means = isOwn ? "standing.leavesMeansOwn" : "standing.leavesMeans";
  return (
    <Note
      tone="danger"
      icon="warning"
      title={t(isOwn ? "standing.leavesOwn" : "standing.leaves", {
        network: network.name,
        day: date(new Date(`${leavingOn}T12:00:00Z`)),
      })}
    >
      {t(isForGood ? means : "standing.leavesElsewhere")}{" "}
      {holdsAny(viewer, ["KIPUS"]) && (
        <Link to="/skierowania">{t("standing.toReferrals")}</Link>
      )}
      {(isOwn || holdsAny(viewer, ["OUS"])) && (
        <Link to={`/siec/${slugOf(network.name)}/kto-co-robi`}>
          {t("standing.handOver")}
        </Link>
      )}
    </Note>
  );
}

interface Props {
  membership: Membership;
  /** In no network yet: nobody can be referred to it. */
  isStranger: boolean;
  onChanged(): void;
}

function InvitedNote({ membership, isStranger, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const viewer = useViewer();
  const [isNoting, setNoting] = useState(false);
  const [isDeclining, setDeclining] = useState(false);
  const accepted = useSaved(AcceptMembership, onChanged);
  const { id, partner, network, viewerCanAccept, viewerCanDecline } =
    membership;
  if (!network) return null;
  const isOwn = partner.id === viewer.partner.id;
  return (
    <>
      <Note
        tone="wait"
        icon="network"
        title={t(isOwn ? "standing.invitedOwn" : "standing.invited", {
          network: network.name,
        })}
        actions={
          <>
            {viewerCanAccept && (
              <Button
                kind="primary"
                busy={accepted.isPending}
                onClick={() =>
                  isOwn
                    ? void accepted.save({ input: { membershipId: id } })
                    : setNoting(true)
                }
              >
                {t(isOwn ? "accept.open" : "accept.behalf")}
              </Button>
            )}
            {viewerCanDecline && (
              <Button onClick={() => setDeclining(true)}>
                {t(isOwn ? "decline.open" : "decline.back")}
              </Button>
            )}
          </>
        }
      >
        {isStranger &&
          `${t(isOwn ? "standing.invitedMeansOwn" : "standing.invitedMeans")} `}
        {isOwn && !viewerCanDecline && `${t("standing.invitedWho")} `}
        <Link to={`/siec/${slugOf(network.name)}/kto-co-robi`}>
          {t("standing.procedure")}
        </Link>
      </Note>
      <ProblemNotice problem={accepted.wrong} />
      <NotSaved failure={accepted.failure} />
      {isDeclining && (
        <DeclineDialog
          membership={membership}
          onClose={() => setDeclining(false)}
          onSaved={() => {
            setDeclining(false);
            onChanged();
          }}
        />
      )}
      {isNoting && (
        <AcceptDialog
          membership={membership}
          onClose={() => setNoting(false)}
          onSaved={() => {
            setNoting(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}
