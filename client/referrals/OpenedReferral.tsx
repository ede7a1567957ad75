// The referral of the address: known from the inbox, else read by its number.
import { useFragment } from "@apollo/client/react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { LiveReferralParts } from "../app/live/live.documents.js";
import { useViewer } from "../app/session/viewer.js";
import { ButtonLink } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { Loading } from "../design/Loading.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { ReferralDetail } from "./ReferralDetail.js";
import { ReferralByNumber } from "./referrals.documents.js";

interface Props {
  number: string;
  known: LiveReferralFragment | undefined;
  now: Date;
}

/** The detail that stands there stays, with what it has just said, when its referral leaves the inbox. */
export function OpenedReferral({ number, known, now }: Props) {
  const [id, setId] = useState(known?.id);
  if (known && known.id !== id) setId(known.id);
  const kept = useFragment({
    fragment: LiveReferralParts,
    fragmentName: "LiveReferral",
    from: id === undefined ? null : { __typename: "Referral", id },
  });
  const referral =
    known ?? (kept.dataState === "complete" ? kept.data : undefined);
  if (referral) return <ReferralDetail referral={referral} now={now} />;
  return (
    <Suspense fallback={<Loading rows={2} />}>
      <ReadReferral number={number} now={now} />
    </Suspense>
  );
}

function ReadReferral({ number, now }: Omit<Props, "known">) {
  const { t } = useTranslation(["referrals", "shell"]);
  const { centre } = useViewer();
  const { data } = usePageQuery(ReferralByNumber, {
    centreId: centre.id,
    number,
  });
  const [referral] = data.centre?.referrals.nodes ?? [];
  if (referral) return <ReferralDetail referral={referral} now={now} />;
  return (
    <Empty
      title={t("notFound.title")}
      action={<ButtonLink to="/skierowania">{t("detail.back")}</ButtonLink>}
    >
      {t("notFound.text")}
    </Empty>
  );
}
