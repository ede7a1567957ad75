// The referral of the address: known from the inbox, else read by its number.
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
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

export function OpenedReferral({ number, known, now }: Props) {
  if (known) return <ReferralDetail referral={known} now={now} />;
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
