// The resources that are looked for, of all organisations.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import type { ResourceFilter } from "../graphql/generated/graphql.js";
import { ResourceLine } from "./ResourceLine.js";
import styles from "./Resources.module.css";
import { useResources } from "./use-resources.js";

interface Props {
  filter: ResourceFilter;
  mayAdd: boolean;
  onAll(): void;
  onAsked(): void;
}

export function ResourceList({ filter, mayAdd, onAll, onAsked }: Props) {
  const { t } = useTranslation("resources");
  const { resources, total, ...more } = useResources(filter);
  const isNarrowed = Object.keys(filter).length > 0;
  if (resources.length === 0)
    return (
      <Empty
        title={t(isNarrowed ? "none.found" : "none.title")}
        action={
          isNarrowed && <Button onClick={onAll}>{t("filter.clear")}</Button>
        }
      >
        {t(isNarrowed ? "none.foundText" : mayAdd ? "none.own" : "none.text")}
      </Empty>
    );
  return (
    <section aria-labelledby="spis" className={styles.card}>
      <div className={styles.head}>
        <h2 id="spis">{t("list.title")}</h2>
        <p role="status" className={styles.muted}>
          {t("list.found", { count: total })}
        </p>
      </div>
      <ul className={styles.list}>
        {resources.map((resource) => (
          <ResourceLine
            key={resource.id}
            resource={resource}
            onChanged={() => void more.readAnew()}
            onAsked={onAsked}
          />
        ))}
      </ul>
      <NotSaved failure={more.hasFailed ? "unknown" : null} />
      {more.hasMore && (
        <div data-print="no">
          <Button busy={more.isReading} onClick={() => void more.readMore()}>
            {t("list.more")}
          </Button>
        </div>
      )}
    </section>
  );
}
