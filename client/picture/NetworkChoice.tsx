// The networks of a centre, where there are several.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { slugOf } from "../app/slug.js";
import type { NetworkStatus } from "../graphql/generated/graphql.js";
import styles from "./NetworkPage.module.css";

interface Props {
  networks: readonly { id: string; name: string; status: NetworkStatus }[];
  chosen: string;
}

export function NetworkChoice({ networks, chosen }: Props) {
  const { t } = useTranslation("picture");
  if (networks.length < 2) return null;
  return (
    <nav aria-label={t("choice")} className={styles.choice} data-print="no">
      <ul>
        {networks.map(({ id, name, status }) => (
          <li key={id}>
            <Link
              to={`/siec/${slugOf(name)}`}
              aria-current={id === chosen ? "page" : undefined}
            >
              {status === "CLOSED" ? t("closed", { name }) : name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
