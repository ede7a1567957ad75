// What the last change of a row was, and the way back; it stays until the next change.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Note } from "../design/Note.js";
import type {
  LiveServiceFragment,
  NumbersFragment,
} from "../graphql/generated/graphql.js";
import { type Change, changed, type Row } from "./desk.js";
import { useDesk } from "./OfferDesk.js";

interface Props {
  service: LiveServiceFragment;
  numbers: NumbersFragment;
  row: Row;
  onUndo(): void;
}

export function ChangeLine({ service, numbers, row, onUndo }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  const desk = useDesk();
  const { line, isQueued, target } = row;
  const free = (count: number) => t(`design:free.${numbers.unit}`, { count });

  if (isQueued && target !== null)
    return (
      <Note
        icon="clock"
        role="status"
        title={t("line.queued")}
        actions={
          <Button size="small" onClick={() => desk.discard(service.id)}>
            {t("line.discard")}
          </Button>
        }
      >
        {t("line.queuedFrom", { was: numbers.available, is: target })}
      </Note>
    );
  switch (line?.kind) {
    case undefined:
      return null;
    case "changed":
      return (
        <Note
          tone="ok"
          icon="check"
          title={t("line.changed", {
            was: line.change.was,
            is: free(line.change.is),
            count: line.change.is,
          })}
          actions={
            <Button size="small" icon="undo" onClick={onUndo}>
              {t("line.undo")}
            </Button>
          }
        >
          <Meaning change={line.change} {...{ service, numbers }} />
          {line.change.is > line.change.was && waitsReferred(numbers) && (
            <p>{t("line.soonOffered")}</p>
          )}
        </Note>
      );
    case "undone":
      return (
        <Note tone="ok" icon="check" role="status">
          {t("line.undone", { is: free(line.is), count: line.is })}
        </Note>
      );
    case "moved":
      return (
        <Note tone="warn" icon="people" role="status">
          {t("line.moved", { is: free(line.is), count: line.is })}
        </Note>
      );
    case "refused":
      return (
        <Note tone="warn" icon="warning" role="alert">
          {line.message}
        </Note>
      );
    case "notSaved":
      return (
        <Note
          tone="danger"
          icon="warning"
          role="alert"
          title={t("line.notSaved")}
          actions={
            <Button
              size="small"
              onClick={() => desk.want(service.id, numbers, line.target)}
            >
              {t("line.retry")}
            </Button>
          }
        />
      );
    case "said":
      return (
        <Note tone="ok" icon="check" role="status">
          {t(`line.${line.what}`)}
        </Note>
      );
  }
}

/** Whom Splot offers what is free by itself. */
function waitsReferred({
  available,
  waiting,
  waitingOutside,
  owedToQueue,
}: NumbersFragment): boolean {
  return available > 0 && owedToQueue > 0 && waiting > waitingOutside;
}

interface MeaningProps {
  change: Change;
  service: LiveServiceFragment;
  numbers: NumbersFragment;
}

/** Says which of the two it was, people or places, and offers the other. */
function Meaning({ change, service, numbers }: MeaningProps) {
  const { t } = useTranslation(["offer", "design"]);
  const desk = useDesk();
  const [step] = change.steps;
  if (!step) return null;
  const { other } = change;
  const kind =
    step.verb === "total" ? "total" : step.change > 0 ? "came" : "left";
  return (
    <>
      {t(`line.${kind}`, {
        count: Math.abs(step.verb === "total" ? step.by : step.change),
        total: t(`design:amount.${numbers.unit}`, { count: change.total }),
      })}{" "}
      {other && (
        <Button
          kind="quiet"
          size="small"
          onClick={() =>
            void desk.change(
              service.id,
              other,
              { ...numbers, version: change.version },
              (after) => ({
                ...changed({ ...after, available: change.was }, after, [
                  { verb: "total", by: after.total - change.total },
                ]),
              }),
            )
          }
        >
          {t(kind === "came" ? "line.fewerPlaces" : "line.morePlaces")}
        </Button>
      )}
    </>
  );
}
