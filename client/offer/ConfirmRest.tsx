// "Potwierdź pozostałe bez zmian": the whole daily duty of a partner in one tap.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { PlaceButton } from "../app/live/PlaceButton.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import styles from "./ConfirmRest.module.css";
import { useDesk } from "./OfferDesk.js";

const ConfirmServices = graphql(`
  mutation ConfirmServices($input: ConfirmServicesInput!) {
    confirmServices(input: $input) {
      __typename
      ... on ServicesConfirmed {
        confirmed {
          ...LiveService @unmask
        }
        moved {
          ...LiveService @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

interface Result {
  confirmed: number;
  at: Date;
  moved: readonly LiveServiceFragment[];
}

interface Props {
  services: readonly LiveServiceFragment[];
  now: Date;
}

export function ConfirmRest({ services, now }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  const { time } = useDates(now);
  const desk = useDesk();
  const [confirm, isPending] = useVerb(ConfirmServices);
  const [result, setResult] = useState<Result | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const mine = services.filter(
    ({ viewerCanSetCapacity, availability }) =>
      viewerCanSetCapacity && availability !== "SUSPENDED",
  );
  if (mine.length === 0) return null;

  async function confirmRest() {
    // a number that was changed just now is confirmed by that change
    const rest = mine.flatMap(({ id, capacity }) => {
      const { line, target } = desk.rowOf(id);
      const isTouched = target !== null || line?.kind === "changed";
      return capacity && !isTouched
        ? [{ serviceId: id, version: capacity.version }]
        : [];
    });
    if (rest.length === 0)
      return setResult({ confirmed: 0, at: new Date(), moved: [] });
    const outcome = await confirm({ input: { services: rest } });
    setFailure(outcome.failure ?? null);
    const answer = outcome.data?.confirmServices;
    if (answer?.__typename === "ServicesConfirmed") {
      const { confirmed, moved } = answer;
      setResult({ confirmed: confirmed.length, at: new Date(), moved });
      setProblem(null);
    } else setProblem(answer?.message ?? null);
  }

  return (
    <div className={styles.confirm}>
      <PlaceButton
        size="large"
        icon="check"
        busy={isPending}
        onClick={() => void confirmRest()}
      >
        {t("confirm.rest")}
      </PlaceButton>
      {result && (
        <Note tone="ok" icon="check" role="status">
          {result.confirmed > 0
            ? t("confirm.done", {
                count: result.confirmed,
                time: time(result.at),
              })
            : t("confirm.nothing")}
        </Note>
      )}
      {result && result.moved.length > 0 && (
        <Note
          tone="warn"
          icon="people"
          role="status"
          title={t("confirm.moved")}
        >
          <ul>
            {result.moved.map(({ id, name, capacity }) => (
              <li key={id}>
                {name}:{" "}
                {capacity &&
                  t(`design:free.${capacity.unit}`, {
                    count: capacity.available,
                  })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {problem && (
        <Note tone="danger" icon="warning" role="alert">
          {problem}
        </Note>
      )}
      <NotSaved failure={failure} onRetry={() => void confirmRest()} />
    </div>
  );
}
