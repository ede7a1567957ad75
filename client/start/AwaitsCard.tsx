// "Co teraz czeka": what a viewer is to sign, confirm, approve or answer, counted, each a way to where it is done.
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Card } from "../design/Card.js";
import { speakerRoles } from "./awaiting-agreements.js";
import { AwaitsQuery } from "./awaits.documents.js";
import styles from "./AwaitsCard.module.css";
import { useLeftBehindWaiting } from "./use-left-behind-waiting.js";
import { useOwedNotes } from "./use-owed-notes.js";
import { useSentWaiting } from "./use-sent-waiting.js";
import { useWatchedWaiting } from "./use-watched-waiting.js";
import {
  awaitsOf,
  kindsOfWaiting,
  listOf,
  topicsOfWaiting,
  type Waiting,
  waitingOf,
} from "./waiting.js";

interface Props {
  /** In a line, above the work of the day; where nothing waits, nothing is said. */
  isBrief?: boolean;
}

/** The page does not wait for it. */
export function AwaitsCard(props: Props) {
  return (
    <Suspense fallback={null}>
      <Awaits {...props} />
    </Suspense>
  );
}

function Awaits({ isBrief = false }: Props) {
  const { t } = useTranslation("start");
  const viewer = useViewer();
  const { data } = usePageQuery(
    AwaitsQuery,
    awaitsOf(viewer),
    // for whoever speaks for a party it is kept true from every page
    holdsAny(viewer, speakerRoles)
      ? {}
      : { from: "network", of: topicsOfWaiting },
  );
  const owed = useOwedNotes();
  const ofReferrals = useSentWaiting();
  const leftBehind = useLeftBehindWaiting();
  const watched = useWatchedWaiting();
  const ofCentre = data.centre ? waitingOf(data.centre, viewer) : [];
  const waiting = [
    ...owed,
    ...ofReferrals,
    ...leftBehind,
    ...watched,
    ...ofCentre,
  ];
  const kinds = kindsOfWaiting.flatMap((kind) => {
    const ofKind = waiting.filter((one) => one.kind === kind);
    return ofKind.length > 0 ? [{ kind, ofKind }] : [];
  });
  if (isBrief) return <Brief kinds={kinds} />;
  return (
    <Card title={t("awaits.title")}>
      {waiting.length === 0 && <p>{t("awaits.nothing")}</p>}
      <ul className={styles.kinds}>
        {kinds.map(({ kind, ofKind }) => {
          const words = t(`awaits.${kind}`, { count: ofKind.length });
          const [first] = ofKind;
          const areNamed = first?.name !== "";
          return (
            <li key={kind}>
              <strong>
                {areNamed ? words : <Link to={first.to}>{words}</Link>}
              </strong>
              {areNamed && <Ways waiting={ofKind} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

interface BriefProps {
  kinds: readonly { kind: Waiting["kind"]; ofKind: readonly Waiting[] }[];
}

function Brief({ kinds }: BriefProps) {
  const { t } = useTranslation("start");
  if (kinds.length === 0) return null;
  return (
    <section
      className={styles.brief}
      aria-label={t("awaits.title")}
      data-print="no"
    >
      <strong>{t("awaits.title")}:</strong>
      <ul>
        {kinds.map(({ kind, ofKind: [first, ...others] }) => (
          <li key={kind}>
            <Link to={others.length > 0 ? listOf[kind] : (first?.to ?? "/")}>
              {t(`awaits.${kind}`, { count: others.length + 1 })}
              {/* it has an hour */}
              {kind === "note" && ` – ${first?.name ?? ""}`}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_WAYS = 5;

function Ways({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useTranslation("start");
  const rest = waiting.length - MOST_WAYS;
  return (
    <ul className={styles.ways}>
      {waiting.slice(0, MOST_WAYS).map(({ id, name, to }) => (
        <li key={id}>
          <Link to={to}>{name}</Link>
        </li>
      ))}
      {rest > 0 && <li>{t("awaits.more", { count: rest })}</li>}
    </ul>
  );
}
