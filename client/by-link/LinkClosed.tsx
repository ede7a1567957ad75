// A link that does nothing more: what was answered by it and when, or the way to another one.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { StatusTag } from "../design/StatusTag.js";
import { useNow } from "../design/use-now.js";
import type { OpenedFragment } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { RenewLink } from "./by-link.documents.js";
import { LinkFrame } from "./LinkFrame.js";

interface Props {
  token: string;
  link: OpenedFragment;
}

export function LinkClosed({ token, link }: Props) {
  const { t } = useTranslation("link");
  const now = useNow();
  const { moment } = useDates(now);
  if (link.state === "USED")
    return (
      <LinkFrame title={t("used.title")} link={link}>
        <Note tone="ok" icon="check" role="status">
          {t(`used.${link.answer ?? "CONFIRMED"}`, {
            number: link.referral?.number,
            moment: link.usedAt ? moment(new Date(link.usedAt)) : "",
          })}
        </Note>
        <p>{t("used.close")}</p>
      </LinkFrame>
    );
  if (link.referral && !link.referral.answerable)
    return (
      <LinkFrame
        title={t("answered.title", { number: link.referral.number })}
        link={link}
      >
        <p>{t("answered.text")}</p>
        <p>
          <StatusTag status={link.referral.status} seenBy="partner" now={now} />
        </p>
      </LinkFrame>
    );
  return (
    <LinkFrame title={t("expired.title")} link={link}>
      <Renewal token={token} />
    </LinkFrame>
  );
}

function Renewal({ token }: { token: string }) {
  const { t } = useTranslation("link");
  const [renew, isPending] = useVerb(RenewLink);
  const [isSent, setSent] = useState(false);
  const [problem, setProblem] = useState<{ message: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function ask() {
    const { data, failure: failed } = await renew({ input: { token } });
    setFailure(failed ?? null);
    const outcome = data?.renewLink;
    setSent(outcome?.__typename === "LinkRenewed");
    setProblem(
      outcome?.__typename === "LinkDead" ? { message: outcome.message } : null,
    );
  }

  if (isSent)
    return (
      <Note tone="ok" icon="check" role="status">
        {t("expired.sent")}
      </Note>
    );
  return (
    <>
      <p>{t("expired.text")}</p>
      <ProblemNotice problem={problem} />
      <NotSaved failure={failure} />
      <Button
        kind="primary"
        size="large"
        wide
        busy={isPending}
        onClick={() => void ask()}
      >
        {t("expired.renew")}
      </Button>
    </>
  );
}
