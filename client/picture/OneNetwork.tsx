// One network, seen: who belongs to it and what ties them, as a table and as a picture that say the same.
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Loading } from "../design/Loading.js";
import { useWide } from "../design/use-wide.js";
import { graphql } from "../graphql/generated/gql.js";
import type { NetworkStatus } from "../graphql/generated/graphql.js";
import {
  NetworkStateNote,
  NetworkTabs,
  RuleMark,
} from "../partnership/index.js";
import { MemberCard } from "./MemberCard.js";
import { MemberTable } from "./MemberTable.js";
import { inOrder, isWanted, wordOf } from "./network-view.js";
import { NetworkChoice } from "./NetworkChoice.js";
import styles from "./NetworkPage.module.css";
import { TypeFilter } from "./TypeFilter.js";
import { type NetworkView, useNetworkAddress } from "./use-network-address.js";
import { ViewSwitch } from "./ViewSwitch.js";

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

graphql(`
  fragment NetworkOnPage on Network {
    id
    kind
    name
    purpose
    step
    status
    stateSince
    stateReason
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

interface Props {
  id: string;
  networks: readonly { id: string; name: string; status: NetworkStatus }[];
}

export function OneNetwork({ id, networks }: Props) {
  const { t } = useTranslation("picture");
  const { data } = usePageQuery(
    NetworkQuery,
    { id },
    { from: "network", of: ["NETWORK", "AGREEMENT", "PARTNER", "REFERRAL"] },
  );
  const address = useNetworkAddress();
  const isWide = useWide();
  const mayRegister = holdsAny(useViewer(), ["OUS"]);
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
  const firstView: NetworkView = isWide ? "obraz" : "tabela";
  const view = isDrawable ? (address.view ?? firstView) : "tabela";
  const hasPicture = view === "obraz";
  const hasTable = isWide || !hasPicture;
  const member = nodes.find((one) => wordOf(one) === selected);
  return (
    <Page
      title={t("titleOf", { name: network.name })}
      intro={t("intro", {
        count: partners.length,
        hub: nodes.find(({ isHub }) => isHub)?.partner.shortName,
      })}
      actions={
        <>
          {mayRegister && (
            <>
              <ButtonLink to="/sieci/nowa" icon="plus">
                {t("form")}
              </ButtonLink>
              <ButtonLink to="/organizacje/nowa" icon="plus">
                {t("register")}
              </ButtonLink>
            </>
          )}
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <NetworkChoice networks={networks} chosen={id} />
      <NetworkTabs name={network.name} current="" />
      <NetworkStateNote network={network} />
      <div className={styles.bar} data-print="no">
        {isDrawable && (
          <ViewSwitch
            view={view}
            isWide={isWide}
            onSwitch={(next) => address.go("widok", next)}
          />
        )}
        <TypeFilter partners={partners} address={address} />
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
        <div className={hasTable ? undefined : styles.printed}>
          <MemberTable
            members={shown}
            total={partners.length}
            address={address}
          />
        </div>
        {!hasPicture && member?.isHub && (
          <MemberCard member={member} network={network} />
        )}
      </div>
      <RuleMark rule="TRUST_OPENNESS_APOLITICAL" network={network.name} />
    </Page>
  );
}
