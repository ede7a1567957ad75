// A free place while others wait is theirs first; the first of them can be offered it from here.
import { useFragment } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { PlaceButton } from "../app/live/PlaceButton.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { Quicker } from "../design/Quicker.js";
import { graphql } from "../graphql/generated/gql.js";
import type {
  LiveServiceFragment,
  NumbersFragment,
} from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

const OfferFirst = graphql(`
  mutation OfferFirst($input: OfferPlaceInput!) {
    offerPlace(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

const Offered = graphql(`
  fragment Offered on Referral {
    id
    status
    offeredUntil
  }
`);

interface Props {
  service: LiveServiceFragment;
  numbers: NumbersFragment;
  now: Date;
}

export function QueueNote({ service, numbers, now }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  const { until } = useDates(now);
  const [offer, isPending] = useVerb(OfferFirst);
  const [offeredId, setOffered] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // as the log tells it on: it is confirmed, declined or let pass meanwhile
  const { data: offered } = useFragment({
    fragment: Offered,
    from: { __typename: "Referral", id: offeredId ?? "" },
  });
  const isAwaited = offeredId !== null && offered.status === "OFFERED";
  const { available, waiting, owedToQueue, keptBy, unit } = numbers;
  const theirOwn = Math.min(available, owedToQueue);
  const first = service.firstWaitingReferral;

  async function offerFirst(referralId: string) {
    const { data, failure: failed } = await offer({ input: { referralId } });
    setFailure(failed ?? null);
    const answer = data?.offerPlace;
    if (!answer) return;
    const isDone = answer.__typename === "Referral";
    setProblem(isDone ? null : "message" in answer ? answer.message : null);
    if (isDone) setOffered(answer.id);
  }

  const news = (
    <>
      {isAwaited && offered.offeredUntil && (
        <Note tone="ok" icon="check" role="status">
          {t("queue.offered", { until: until(new Date(offered.offeredUntil)) })}
        </Note>
      )}
      {problem && <Quicker>{problem}</Quicker>}
      <NotSaved failure={failure} />
    </>
  );
  if (available === 0 || waiting === 0) return news;
  const who =
    unit === "PLACES"
      ? t("queue.people", { count: waiting })
      : t("queue.amount", {
          amount: t(`design:amount.${unit}`, { count: waiting }),
        });
  function toOffer() {
    return unit === "PLACES"
      ? t("queue.toOffer", { count: theirOwn })
      : t("queue.toOfferAmount", {
          amount: t(`design:amount.${unit}`, { count: theirOwn }),
        });
  }
  function theirs() {
    if (unit !== "PLACES") return "queue.theQueues";
    return waiting === 1 ? "queue.theirsAlone" : "queue.theirs";
  }
  return (
    <>
      {news}
      <Note
        tone="wait"
        title={[theirOwn > 0 && toOffer(), who].filter(Boolean).join(" ")}
      >
        {theirOwn === 0
          ? t("queue.kept", { agreement: keptBy })
          : t(theirs(), { count: theirOwn })}
        {!first && theirOwn > 0 && ` ${t("queue.byHand")}`}
      </Note>
      {first?.viewerCanOfferPlace && (
        <PlaceButton
          kind="primary"
          wide
          busy={isPending}
          onClick={() => void offerFirst(first.id)}
        >
          {t("queue.offer")}
        </PlaceButton>
      )}
    </>
  );
}
