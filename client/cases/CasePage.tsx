// One case: who the person is behind "Pokaż", her referrals, and who looked.
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";

import { WhoLooked } from "../access-log/index.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { referralPath } from "../app/shell/referral-path.js";
import { BasesCard } from "../bases/index.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { Note } from "../design/Note.js";
import { StatusTag } from "../design/StatusTag.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import type { CaseQuery as Read } from "../graphql/generated/graphql.js";
import { useCases } from "../referring/index.js";
import { CaseMoves } from "./CaseMoves.js";
import { CaseQuery } from "./cases.documents.js";
import styles from "./Cases.module.css";
import { IdentityCard } from "./IdentityCard.js";

export type ShownCase = Extract<
  NonNullable<Read["node"]>,
  { __typename: "Case" }
>;
type Referrals = NonNullable<Read["centre"]>["referrals"];

export function CasePage() {
  const { id = "" } = useParams();
  const { t } = useTranslation("cases");
  const { centre } = useViewer();
  const day = useDay();
  const { data, refetch } = usePageQuery(
    CaseQuery,
    { centreId: centre.id, id },
    { from: "network" },
  );
  if (data.node?.__typename !== "Case") return <NotFoundPage />;
  const one = data.node;
  return (
    <Page
      title={one.pseudonym}
      // a tab's title is kept by the browser
      tabTitle={t("case.tab")}
      above={<Link to="/sprawy">{t("title")}</Link>}
      intro={
        <span className={styles.line}>
          <Tag tone={one.closedOn ? "plain" : "ok"}>
            {one.closedOn
              ? t("closedOn", { day: day(one.closedOn) })
              : t("openedOn", { day: day(one.openedOn) })}
          </Tag>
          {one.ownReference && (
            <span>{t("ownReference.of", { number: one.ownReference })}</span>
          )}
        </span>
      }
      actions={
        <>
          <ButtonLink to={`/sprawy/${one.id}/wydruki`} icon="print">
            {t("papers.open")}
          </ButtonLink>
          <CaseMoves key={one.version} one={one} />
        </>
      }
    >
      {one.isRestricted && (
        <Note tone="warn" icon="lock" title={t("restricted.title")}>
          {t("restricted.text")}
        </Note>
      )}
      {one.openedAlthough && (
        <p className={styles.muted}>
          {t("although.told", { reason: one.openedAlthough })}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <ReferralsCard one={one} referrals={data.centre?.referrals ?? null} />
          <BasesCard
            caseId={one.id}
            isOpen={one.closedOn === null}
            isErased={Boolean(one.identityErasedAt)}
            bases={one.bases}
            onChanged={() => void refetch()}
          />
        </div>
        <div className={styles.aside}>
          <IdentityCard key={one.id} one={one} onLook={() => void refetch()} />
          <LooksCard one={one} />
        </div>
      </div>
    </Page>
  );
}

interface ReferralsProps {
  one: ShownCase;
  referrals: Referrals | null;
}

function ReferralsCard({ one, referrals }: ReferralsProps) {
  const { t } = useTranslation("cases");
  const navigate = useNavigate();
  const now = useNow();
  const { choose } = useCases();
  const nodes = referrals?.nodes ?? [];
  const hidden = (referrals?.totalCount ?? 0) - nodes.length;
  function search() {
    choose(one.id);
    void navigate("/szukaj");
  }
  return (
    <Card
      title={t("referrals.title")}
      foot={
        !one.closedOn && (
          <Button kind="primary" icon="search" onClick={search}>
            {t("referrals.find")}
          </Button>
        )
      }
    >
      {nodes.length === 0 && (
        <p className={styles.muted}>{t("referrals.none")}</p>
      )}
      <ul className={styles.referrals}>
        {nodes.map((referral) => (
          <li key={referral.id}>
            <span>
              <Link to={referralPath(referral.number)}>
                {referral.service.name}
              </Link>
              <span className={styles.muted}>
                {referral.partner.name} · {referral.number}
              </span>
            </span>
            <StatusTag
              status={referral.status}
              seenBy="sender"
              queuePosition={referral.queuePosition}
              offeredUntil={referral.offeredUntil}
              now={now}
            />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className={styles.muted}>{t("referrals.more", { count: hidden })}</p>
      )}
    </Card>
  );
}

/** Her own looks and those of organisations, as the access log has them; what she wrote with one stands beside it. */
function LooksCard({ one }: { one: ShownCase }) {
  const { t } = useTranslation("cases");
  const notes = new Map(
    one.looks.flatMap(({ at, note }) => (note ? [[at, note] as const] : [])),
  );
  return (
    <Card title={t("looks.title")}>
      <WhoLooked
        // read anew with each look
        key={one.looks[0]?.at}
        of={{ pseudonym: one.pseudonym, action: "VIEW" }}
        now={useNow()}
        notes={notes}
      />
    </Card>
  );
}
