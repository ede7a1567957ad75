// Nothing fits: said plainly, with each condition that could be dropped and what that would bring.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { Button, ButtonLink } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { SearchNeed } from "../needs/index.js";
import styles from "./NothingFound.module.css";
import { LoosenedQuery } from "./search.documents.js";
import { conditionsOf, filterOf, without } from "./search-address.js";
import { useChanges } from "./use-changes.js";

interface Props {
  centreId: string;
  address: URLSearchParams;
}

interface PageProps extends Props {
  onReorder(): void;
}

export function NothingFound({ centreId, address, onReorder }: PageProps) {
  const { t } = useTranslation("search");
  const { moved } = useChanges([]);
  const conditions = conditionsOf(address);
  const hasWords = address.has("q");
  return (
    <>
      <Empty
        title={t("nothing.title")}
        action={
          moved > 0 ? (
            <Button icon="refresh" onClick={onReorder}>
              {t("results.reorder", { count: moved })}
            </Button>
          ) : (
            (hasWords || conditions.length > 0) && (
              <ButtonLink to="/szukaj">{t("nothing.all")}</ButtonLink>
            )
          )
        }
      >
        {conditions.length > 0
          ? t("nothing.conditions")
          : hasWords && t("nothing.words")}
        <span className={styles.ways}>
          {conditions.map((condition) => (
            <Loosened
              key={condition}
              centreId={centreId}
              address={without(address, condition)}
              words={t(`nothing.without.${condition}`)}
            />
          ))}
          {hasWords && conditions.length > 0 && (
            <Loosened
              centreId={centreId}
              address={without(address, "q")}
              words={t("nothing.without.q")}
            />
          )}
        </span>
      </Empty>
      {(hasWords || conditions.length > 0) && (
        <SearchNeed
          searched={filterOf(address).areas ?? []}
          gapKind="NO_SERVICE"
        />
      )}
    </>
  );
}

function Loosened({ centreId, address, words }: Props & { words: string }) {
  const { t } = useTranslation("search");
  const { data } = useQuery(LoosenedQuery, {
    variables: { centreId, filter: filterOf(address) },
    fetchPolicy: "network-only",
  });
  const count = data?.centre?.serviceFacets.total ?? 0;
  if (count === 0) return null;
  return (
    <Link to={{ search: address.toString() }}>
      {t("nothing.loosened", { without: words, count })}
    </Link>
  );
}
