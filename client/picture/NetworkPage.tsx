// "Sieć": who belongs to a network and what ties them, as a table and as a picture that say the same.
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useLocation, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { Loading } from "../design/Loading.js";
import { graphql } from "../graphql/generated/gql.js";
import { MemberCard } from "./MemberCard.js";
import { MemberFilters } from "./MemberFilters.js";
import { MemberTable } from "./MemberTable.js";
import { inOrder, isWanted, slugOf } from "./network-view.js";
import styles from "./NetworkPage.module.css";
import { useNetworkAddress } from "./use-network-address.js";
import { useWide } from "./use-wide.js";

const NetworksQuery = graphql(`
  query Networks($centreId: ID!) {
    centre(id: $centreId) {
      id
      networks {
        id
        name
      }
    }
  }
`);

const NetworkQuery = graphql(`
  query Network($id: ID!) {
    node(id: $id) {
      __typename
      ... on Network {
        ...NetworkOnPage @unmask
      }
    }
  }
`);

export const NetworkParts = graphql(`
  fragment NetworkOnPage on Network {
    id
    kind
    name
    purpose
    step
    graph {
      nodes {
        stakeholderType
        isHub
        role
        degree
        agreementUntil
        agreementStatus
        openReferrals
        services
        offerStale
        partner {
          id
          code
          name
          shortName
          sector
          contactPersons {
            id
            name
            workEmail
            workPhone
            primary
          }
        }
      }
      edges {
        from
        to
        kind
        weight
      }
    }
  }
`);

// the picture's library is fetched only by those who look at it
const NetworkPicture = lazy(async () => ({
  default: (await import("./NetworkPicture.js")).NetworkPicture,
}));

/** Above this the picture says nothing any more. */
const mostInPicture = 300;

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

interface OneProps {
  id: string;
  networks: readonly { id: string; name: string }[];
}

function OneNetwork({ id, networks }: OneProps) {
  const { t } = useTranslation("picture");
  const { data } = usePageQuery(NetworkQuery, { id }, { from: "network" });
  const address = useNetworkAddress();
  const isWide = useWide();
  if (data.node?.__typename !== "Network") return <NotFoundPage />;
  const network = data.node;

  const { nodes, edges } = network.graph;
  const partners = nodes.filter(({ isHub }) => !isHub);
  const { wanted, selected } = address;
  const shown = inOrder(
    partners.filter((member) => isWanted(member, wanted)),
    wanted.sorting,
  );
  const inPicture = [...nodes.filter(({ isHub }) => isHub), ...shown];
  const isDrawable = nodes.length <= mostInPicture;
  const view = isDrawable
    ? (address.view ?? (isWide ? "obraz" : "tabela"))
    : "tabela";
  const hasPicture = view === "obraz";
  const hasTable = isWide || !hasPicture;
  const member = nodes.find(
    ({ partner }) => (partner.code ?? partner.id) === selected,
  );
  return (
    <Page
      title={t("titleOf", { name: network.name })}
      intro={t("intro", { count: partners.length })}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <NetworkChoice networks={networks} chosen={id} />
      <div className={styles.bar} data-print="no">
        {isDrawable && (
          <div
            role="group"
            aria-label={t("view.title")}
            className={styles.views}
          >
            {(["tabela", "obraz"] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={view === one}
                onClick={() => address.go("widok", one)}
              >
                {t(`view.${one}${isWide ? "Wide" : ""}`)}
              </button>
            ))}
          </div>
        )}
        <MemberFilters partners={partners} address={address} />
      </div>
      <div className={hasPicture && hasTable ? styles.both : undefined}>
        {hasPicture && (
          <div className={styles.left} data-print="no">
            <Suspense
              fallback={<Loading words={t("picture.loading")} rows={6} />}
            >
              <NetworkPicture
                members={inPicture}
                ties={edges}
                address={address}
              />
            </Suspense>
            {member && <MemberCard member={member} network={network} />}
          </div>
        )}
        {hasTable && (
          <MemberTable
            members={shown}
            total={partners.length}
            address={address}
          />
        )}
        {!hasPicture && member?.isHub && (
          <MemberCard member={member} network={network} />
        )}
      </div>
    </Page>
  );
}

function NetworkChoice({
  networks,
  chosen,
}: {
  networks: OneProps["networks"];
  chosen: string;
}) {
  const { t } = useTranslation("picture");
  if (networks.length < 2) return null;
  return (
    <nav aria-label={t("choice")} className={styles.choice} data-print="no">
      <ul>
        {networks.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={`/siec/${slugOf(name)}`}
              aria-current={id === chosen ? "page" : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
