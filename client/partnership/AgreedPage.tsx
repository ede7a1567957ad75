// "Kto co robi": what a network is for, who is in it and as what, and which part each has in what they do together.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { AboutNetwork } from "./AboutNetwork.js";
import { FormerMembers } from "./FormerMembers.js";
import { MemberList } from "./MemberList.js";
import { NetworkMembersQuery } from "./network.documents.js";
import { NetworkStateNote } from "./NetworkStateNote.js";
import { NetworkTabs } from "./NetworkTabs.js";
import styles from "./Partnership.module.css";
import { ProcedureCard } from "./ProcedureCard.js";
import { RoleMatrix } from "./RoleMatrix.js";
import { useNetworkNamed } from "./use-network-named.js";

export function AgreedPage() {
  const named = useNetworkNamed();
  return named ? <Agreed id={named.id} /> : <NotFoundPage />;
}

function Agreed({ id }: { id: string }) {
  const { t } = useTranslation("partnership");
  const { data, refetch } = usePageQuery(
    NetworkMembersQuery,
    { id },
    { from: "network", of: ["NETWORK", "NEED", "MEETING"] },
  );
  if (data.node?.__typename !== "Network") return <NotFoundPage />;
  const network = data.node;
  const readAnew = () => void refetch();
  return (
    <Page
      title={t("agreed.title", { name: network.name })}
      intro={t(`kind.${network.kind}`)}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <NetworkTabs name={network.name} current="kto-co-robi" />
      <NetworkStateNote network={network} />
      <div className={styles.sections}>
        <AboutNetwork network={network} onChanged={readAnew} />
        <RoleMatrix network={network} onChanged={readAnew} />
        <MemberList network={network} onChanged={readAnew} />
        <FormerMembers members={network.formerMemberships} />
        <ProcedureCard network={network} onChanged={readAnew} />
      </div>
    </Page>
  );
}
