// At the top of an organisation's page, and of its own offer: what it still has to answer before it is in.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { slugOf } from "../app/slug.js";
import { Button } from "../design/Button.js";
import { Note } from "../design/Note.js";
import type { StandingQuery as Standing } from "../graphql/generated/graphql.js";
import { AcceptDialog } from "./AcceptDialog.js";
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
  const { status, memberships } = data.node;
  return memberships
    .filter(({ role }) => role === "INVITED")
    .map((membership) => (
      <InvitedNote
        key={membership.id}
        membership={membership}
        isStranger={status === "INVITED"}
        onChanged={() => void refetch()}
      />
    ));
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
  const accepted = useSaved(AcceptMembership, onChanged);
  const { id, partner, network, viewerCanAccept } = membership;
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
          viewerCanAccept && (
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
          )
        }
      >
        {isStranger &&
          `${t(isOwn ? "standing.invitedMeansOwn" : "standing.invitedMeans")} `}
        {isOwn && !viewerCanAccept && `${t("standing.invitedWho")} `}
        <Link to={`/siec/${slugOf(network.name)}/kto-co-robi`}>
          {t("standing.procedure")}
        </Link>
      </Note>
      <ProblemNotice problem={accepted.wrong} />
      <NotSaved failure={accepted.failure} />
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
