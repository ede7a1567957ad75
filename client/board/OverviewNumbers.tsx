// The offer of the centre in a few numbers; each leads to the services behind it.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { join } from "../design/join.js";
import type { BoardQuery } from "../graphql/generated/graphql.js";
import styles from "./OverviewNumbers.module.css";
import type { View } from "./service-view.js";
import { useWanted } from "./use-wanted.js";

export type Overview = NonNullable<
  NonNullable<BoardQuery["centre"]>["overview"]
>;

interface Props {
  overview: Overview;
  referableNow: number;
}

export function OverviewNumbers({ overview, referableNow }: Props) {
  const { t } = useTranslation("board");
  const { wanted, hrefWith } = useWanted();
  const numbers: readonly [name: string, count: number, view?: View][] = [
    ["services", overview.services, "wszystkie"],
    ["withFreePlace", overview.withFreePlace],
    ["freeDespiteQueue", overview.freeDespiteQueue, "wolne-mimo-kolejki"],
    ["keptBeyondTotal", overview.keptBeyondTotal, "za-duzo-zatrzymane"],
    ["withoutFreePlace", overview.withoutFreePlace, "bez-wolnych"],
    ["stale", overview.stale, "nieswieze"],
    ["neverConfirmed", overview.neverConfirmed, "niepotwierdzone"],
  ];
  return (
    <ul className={styles.numbers} aria-label={t("overview.title")}>
      {numbers.map(([name, count, view]) => {
        // nearly always none
        if (name === "keptBeyondTotal" && count === 0) return null;
        const words = t(`overview.${name}`, { count, now: referableNow });
        const isMarked =
          ["freeDespiteQueue", "keptBeyondTotal"].includes(name) && count > 0;
        return (
          <li
            key={name}
            className={join(styles.number, isMarked && styles.marked)}
          >
            {view ? (
              <Link
                to={hrefWith("widok", view === "wszystkie" ? "" : view)}
                replace
                preventScrollReset
                aria-current={wanted.view === view || undefined}
              >
                <strong>{count}</strong> <span>{words}</span>
              </Link>
            ) : (
              <span>
                <strong>{count}</strong> {words}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
