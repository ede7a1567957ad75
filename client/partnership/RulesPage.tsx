// "Zasady": the six rules of partnership, each with the facts that show whether it holds in this network, and where to mend it.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { slugOf } from "../app/slug.js";
import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import { NetworkStateNote } from "./NetworkStateNote.js";
import { NetworkTabs } from "./NetworkTabs.js";
import styles from "./Partnership.module.css";
import { type RuleFact, rulesOf } from "./rules.js";
import { NetworkRulesQuery } from "./steps.documents.js";
import { useNetworkNamed } from "./use-network-named.js";

export function RulesPage() {
  const named = useNetworkNamed();
  return named ? <Rules id={named.id} /> : <NotFoundPage />;
}

function Rules({ id }: { id: string }) {
  const { t } = useTranslation("partnership");
  const now = useNow();
  const { data } = usePageQuery(
    NetworkRulesQuery,
    { id },
    { from: "network", of: ["NETWORK"] },
  );
  if (data.node?.__typename !== "Network") return <NotFoundPage />;
  const network = data.node;
  return (
    <Page
      title={t("rules.title", { name: network.name })}
      intro={t("rules.intro")}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <NetworkTabs name={network.name} current="zasady" />
      <NetworkStateNote network={network} />
      <div className={styles.sections}>
        {rulesOf(network, now).map((rule) => (
          <RuleCard key={rule.rule} fact={rule} slug={slugOf(network.name)} />
        ))}
        <section className={styles.card}>
          <h2>{t("procedure.title")}</h2>
          <p>{t("rules.procedure")}</p>
          <p data-print="no">
            <Link to={`/siec/${slugOf(network.name)}/kto-co-robi#procedura`}>
              {t("rules.procedureGo")}
            </Link>
          </p>
        </section>
      </div>
    </Page>
  );
}

function RuleCard({ fact, slug }: { fact: RuleFact; slug: string }) {
  const { t } = useTranslation("partnership");
  const { rule, holds, counts, path } = fact;
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <h2>{t(`rule.${rule}.title`)}</h2>
        <Tag tone={holds ? "ok" : "warn"} icon={holds ? "check" : "warning"}>
          {t(holds ? "rules.holds" : "rules.mend")}
        </Tag>
      </div>
      <p>{t(`rule.${rule}.fact`, counts)}</p>
      <p data-print="no">
        <Link to={path.startsWith("/") ? path : `/siec/${slug}/${path}`}>
          {t(`rule.${rule}.go`)}
        </Link>
      </p>
    </section>
  );
}
