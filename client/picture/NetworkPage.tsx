// "Sieć": the networks of the centre; the address says which one is looked at.
import { useTranslation } from "react-i18next";
import { Navigate, useLocation, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { slugOf } from "../app/slug.js";
import { Empty } from "../design/Empty.js";
import { graphql } from "../graphql/generated/gql.js";
import { OneNetwork } from "./OneNetwork.js";

const NetworksQuery = graphql(`
  query Networks($centreId: ID!) {
    centre(id: $centreId) {
      id
      networks {
        id
        name
        status
      }
    }
  }
`);

export function NetworkPage() {
  const { t } = useTranslation("picture");
  const { centre } = useViewer();
  const { search } = useLocation();
  const { net } = useParams();
  const { data } = usePageQuery(NetworksQuery, { centreId: centre.id });
  const networks = data.centre?.networks ?? [];
  const [first] = networks;
  if (!first)
    return (
      <Page title={t("title")}>
        <Empty title={t("noNetwork.title")}>{t("noNetwork.text")}</Empty>
      </Page>
    );
  if (!net)
    return <Navigate to={`/siec/${slugOf(first.name)}${search}`} replace />;
  const chosen = networks.find(({ name }) => slugOf(name) === net);
  if (!chosen) return <NotFoundPage />;
  return <OneNetwork id={chosen.id} networks={networks} />;
}
