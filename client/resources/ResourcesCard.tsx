// On a partner's page: what it has beside its services; kept there by itself, or by the hub on its behalf.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { ResourceDialog } from "./ResourceDialog.js";
import { ResourceLine } from "./ResourceLine.js";
import { PartnerResourcesQuery } from "./resources.documents.js";
import styles from "./Resources.module.css";

export function ResourcesCard({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("resources");
  const navigate = useNavigate();
  const [isNew, setNew] = useState(false);
  const { data, refetch } = usePageQuery(
    PartnerResourcesQuery,
    { partnerId },
    { from: "network", of: ["RESOURCE"] },
  );
  if (data.node?.__typename !== "Partner") return null;
  const { resources, viewerCanAddResource } = data.node;
  const readAnew = () => void refetch();
  return (
    <Card
      title={t("title")}
      aside={<Link to="/zasoby">{t("card.all")}</Link>}
      foot={
        viewerCanAddResource && (
          <Button icon="plus" onClick={() => setNew(true)}>
            {t("add")}
          </Button>
        )
      }
    >
      {resources.length === 0 ? (
        <p>{t("card.none")}</p>
      ) : (
        <ul className={styles.list}>
          {resources.map((resource) => (
            <ResourceLine
              key={resource.id}
              resource={resource}
              isOnPartner
              onChanged={readAnew}
              onAsked={() => void navigate("/zasoby")}
            />
          ))}
        </ul>
      )}
      {isNew && (
        <ResourceDialog
          resource={null}
          partnerId={partnerId}
          onClose={() => setNew(false)}
          onSaved={() => {
            setNew(false);
            readAnew();
          }}
        />
      )}
    </Card>
  );
}
