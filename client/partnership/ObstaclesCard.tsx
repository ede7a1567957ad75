// On a partner's page: what makes it hard for it to take part, and the help that it gets; for itself and the organiser.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type { ObstacleInListFragment } from "../graphql/generated/graphql.js";
import { ObstacleDialog } from "./ObstacleDialog.js";
import { ObstaclesQuery } from "./obstacles.documents.js";
import styles from "./Partnership.module.css";

const tones = {
  OPEN: "warn",
  BEING_HELPED: "primary",
  OVERCOME: "ok",
} as const;

export function ObstaclesCard({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("partnership");
  const { day } = useDates(useNow());
  const [shown, setShown] = useState<ObstacleInListFragment | "new" | null>(
    null,
  );
  const { data, refetch } = usePageQuery(
    ObstaclesQuery,
    { partnerId },
    { from: "network", of: ["NETWORK"] },
  );
  if (data.node?.__typename !== "Partner") return null;
  const { participationObstacles, viewerCanKeepObstacles } = data.node;
  const close = () => setShown(null);
  return (
    <Card
      title={t("obstacle.title")}
      foot={
        viewerCanKeepObstacles && (
          <Button icon="plus" onClick={() => setShown("new")}>
            {t("obstacle.open")}
          </Button>
        )
      }
    >
      {participationObstacles.length === 0 ? (
        <p>
          {t(viewerCanKeepObstacles ? "obstacle.none" : "obstacle.noneOfOwn")}
        </p>
      ) : (
        <ul>
          {participationObstacles.map((obstacle) => (
            <li key={obstacle.id} className={styles.row}>
              <div className={styles.who}>
                <strong>{t(`obstacle.kinds.${obstacle.kind}`)}</strong>
                {obstacle.note && <p>{obstacle.note}</p>}
                <p>
                  {obstacle.help
                    ? t("obstacle.helpIs", { help: obstacle.help })
                    : t("obstacle.noHelp")}
                </p>
                <p className={styles.muted}>
                  {t("obstacle.notedOn", {
                    day: day(new Date(`${obstacle.notedOn}T12:00:00Z`)),
                  })}
                </p>
              </div>
              <Tag tone={tones[obstacle.state]}>
                {t(`obstacle.states.${obstacle.state}`)}
              </Tag>
              {viewerCanKeepObstacles && (
                <div className={styles.actions} data-print="no">
                  <Button
                    size="small"
                    aria-label={t("obstacle.changeOf", {
                      what: t(`obstacle.kinds.${obstacle.kind}`),
                    })}
                    onClick={() => setShown(obstacle)}
                  >
                    {t("obstacle.change")}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown && (
        <ObstacleDialog
          partnerId={partnerId}
          obstacle={shown === "new" ? null : shown}
          onClose={close}
          onSaved={() => {
            close();
            void refetch();
          }}
        />
      )}
    </Card>
  );
}
