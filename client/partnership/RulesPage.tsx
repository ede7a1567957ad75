// "Zasady": the six rules of partnership, each with the facts that show whether it holds in this network, and where to mend it.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { slugOf } from "../app/slug.js";
import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import type {
  NetworkRulesFragment,
  PartnershipRule,
} from "../graphql/generated/graphql.js";
import { NetworkStateNote } from "./NetworkStateNote.js";
import { NetworkTabs } from "./NetworkTabs.js";
import styles from "./Partnership.module.css";
import { NetworkRulesQuery } from "./steps.documents.js";
import { useNetworkNamed } from "./use-network-named.js";
import { isBehind, useRhythmWords } from "./use-rhythm-words.js";

export function RulesPage() {
  const named = useNetworkNamed();
  return named ? <Rules id={named.id} /> : <NotFoundPage />;
}

function Rules({ id }: { id: string }) {
  const { t } = useTranslation("partnership");
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
        {network.rules.map((kept) => (
          <RuleCard
            key={kept.rule}
            kept={kept}
            rhythm={network.meetingRhythm}
            slug={slugOf(network.name)}
          />
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

interface CardProps {
  kept: NetworkRulesFragment["rules"][number];
  rhythm: NetworkRulesFragment["meetingRhythm"];
  slug: string;
}

/** Where it is kept, or mended. */
const paths: Record<PartnershipRule, string> = {
  CLEAR_ROLES: "kto-co-robi",
  CONTINUOUS_DIALOGUE: "kroki#spotkania",
  NAMED_CONTACT: "/partnerzy",
  CYCLIC_MEETINGS: "kroki#spotkania",
  TRUST_OPENNESS_APOLITICAL: "",
  EQUALITY: "kto-co-robi",
};

const tones = {
  HOLDS: "ok",
  TO_MEND: "warn",
  AHEAD: "outline",
  RESTS: "plain",
} as const;

const icons = { HOLDS: "check", TO_MEND: "warning" } as const;

function RuleCard({ kept, rhythm, slug }: CardProps) {
  const { t } = useTranslation("partnership");
  const words = useRhythmWords();
  const { rule, state, found, of, missing } = kept;
  const path = paths[rule];
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <h2>{t(`rule.${rule}.title`)}</h2>
        <Tag
          tone={tones[state]}
          icon={
            state === "HOLDS" || state === "TO_MEND" ? icons[state] : undefined
          }
        >
          {t(`rules.${state}`)}
        </Tag>
      </div>
      <p>
        {rule === "CYCLIC_MEETINGS"
          ? rhythm && words(rhythm)
          : t(`rule.${rule}.fact`, { found, of })}
      </p>
      {rule === "CONTINUOUS_DIALOGUE" && rhythm && isBehind(rhythm) && (
        <p>{words(rhythm)}</p>
      )}
      {missing.length > 0 && (
        <p>{t("rules.missing", { names: missing.join(", ") })}</p>
      )}
      <p data-print="no">
        <Link to={path.startsWith("/") ? path : `/siec/${slug}/${path}`}>
          {t(`rule.${rule}.go`)}
        </Link>
      </p>
    </section>
  );
}
