// What the link of a mail opens: the places to confirm, the referral to answer, or a kind word where it does nothing more.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";

import { CouldNotRead } from "../app/errors/CouldNotRead.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { Loading } from "../design/Loading.js";
import type { OpenedFragment } from "../graphql/generated/graphql.js";
import { AnswerReferral } from "./AnswerReferral.js";
import { LinkPageQuery } from "./by-link.documents.js";
import { ConfirmPlaces } from "./ConfirmPlaces.js";
import { LinkClosed } from "./LinkClosed.js";
import { LinkFrame } from "./LinkFrame.js";

export function LinkPage() {
  const { token = "" } = useParams();
  const { t } = useTranslation("link");
  useTabTitle(t("tab"));
  const { data, error, refetch } = useQuery(LinkPageQuery, {
    variables: { token },
    // what a link shows is read anew each time, and kept nowhere
    fetchPolicy: "no-cache",
  });
  /** As the latest answer left it. */
  const [left, setLeft] = useState<OpenedFragment | null>(null);

  if (error)
    return (
      <main>
        <CouldNotRead error={error} onRetry={() => void refetch()} />
      </main>
    );
  if (!data)
    return (
      <main>
        <Loading />
      </main>
    );
  const link = left ?? data.actionLink;
  if (!link)
    return (
      <LinkFrame title={t("unknown.title")}>
        <p>{t("unknown.text")}</p>
      </LinkFrame>
    );
  if (link.state !== "OPEN" || (link.referral && !link.referral.answerable))
    return <LinkClosed token={token} link={link} />;
  return link.kind === "CONFIRM_PLACES" ? (
    <ConfirmPlaces token={token} link={link} onAnswered={setLeft} />
  ) : (
    <AnswerReferral token={token} link={link} onAnswered={setLeft} />
  );
}
