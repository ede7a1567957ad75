// One group of the list of agreements, or all that are public, page by page.
import { useApolloClient } from "@apollo/client/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import type {
  AgreementFilter,
  AgreementGroup,
  AgreementsQuery as Found,
} from "../graphql/generated/graphql.js";
import { AgreementsQuery } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { leavingOf, spanOf } from "./leaving.js";
import { StateTag } from "./StateTag.js";
import { useSpan } from "./use-span.js";

const PAGE = 20;

type Connection = NonNullable<Found["centre"]>["agreements"];

interface Props {
  /** Null: of all groups. */
  group: AgreementGroup | null;
  filter: AgreementFilter;
}

export function AgreementGroupList({ group, filter }: Props) {
  const { t } = useTranslation("agreements");
  const headingId = useId();
  const client = useApolloClient();
  const { centre, partner } = useViewer();
  const asked = {
    centreId: centre.id,
    filter: { ...filter, group },
    first: PAGE,
  };
  const { data } = usePageQuery(AgreementsQuery, asked, {
    from: "network",
    of: ["AGREEMENT"],
  });
  const [more, setMore] = useState<Connection | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const first = data.centre?.agreements;
  const rows = [...(first?.nodes ?? []), ...(more?.nodes ?? [])];
  const rest = (more ?? first)?.pageInfo;

  async function readOn(after: string | null): Promise<void> {
    const next = await client
      .query({
        query: AgreementsQuery,
        variables: { ...asked, after },
        fetchPolicy: "no-cache",
      })
      .then(
        (answer) => answer.data?.centre?.agreements,
        () => undefined,
      );
    setFailed(!next);
    if (next)
      setMore({ ...next, nodes: [...(more?.nodes ?? []), ...next.nodes] });
  }

  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId}>
        {t(`group.${group ?? "ALL"}`)} ({first?.totalCount ?? 0})
      </h2>
      {rows.length === 0 ? (
        <p className={styles.muted}>{t(`empty.${group ?? "ALL"}`)}</p>
      ) : (
        <ul className={styles.rows}>
          {rows.map((agreement) => (
            <AgreementRow
              key={agreement.id}
              agreement={agreement}
              partnerId={filter.partnerId ?? partner.id}
            />
          ))}
        </ul>
      )}
      <NotSaved failure={hasFailed ? "unknown" : null} />
      {rest?.hasNextPage && (
        <div data-print="no">
          <Button onClick={() => void readOn(rest.endCursor)}>
            {t("more")}
          </Button>
        </div>
      )}
    </section>
  );
}

function AgreementRow({
  agreement,
  partnerId,
}: {
  agreement: Connection["nodes"][number];
  /** Whose part in it is told. */
  partnerId: string;
}) {
  const { t } = useTranslation("agreements");
  const span = useSpan();
  const { id, number, kind, title, parties } = agreement;
  const others = parties.filter(({ isHub }) => !isHub);
  return (
    <li>
      <div className={styles.what}>
        <Link to={`/umowy/${id}`}>
          {number} · {title}
        </Link>
        <p className={styles.muted}>
          {t(`agreementKind.${kind}`)}
          {" · "}
          {others
            .slice(0, 3)
            .map(({ shortName }) => shortName)
            .join(", ")}
          {others.length > 3 &&
            ` ${t("andMore", { count: others.length - 3 })}`}
        </p>
      </div>
      <p className={styles.when}>{span(spanOf(agreement, partnerId))}</p>
      <div className={styles.state}>
        <StateTag
          agreement={agreement}
          leaving={leavingOf(agreement, partnerId)}
        />
      </div>
    </li>
  );
}
