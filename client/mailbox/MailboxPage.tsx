// The demo's mailbox: what would have gone out, so that a newcomer can play the one who gets it.
import { useQuery } from "@apollo/client/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import { CouldNotRead } from "../app/errors/CouldNotRead.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { Button, ButtonLink } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Empty } from "../design/Empty.js";
import { Loading } from "../design/Loading.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import type { MailboxQuery as Answer } from "../graphql/generated/graphql.js";
import styles from "./MailboxPage.module.css";

const MailboxQuery = graphql(`
  query Mailbox($after: String) {
    mailbox(first: 20, after: $after) {
      nodes {
        to
        subject
        text
        at
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Mailbox = NonNullable<Answer["mailbox"]>;

export function MailboxPage() {
  const { t } = useTranslation("mailbox");
  useTabTitle(t("title"));
  const { data, error, loading, refetch, fetchMore } = useQuery(MailboxQuery, {
    // letters name addresses: nothing of them is kept
    fetchPolicy: "no-cache",
    notifyOnNetworkStatusChange: true,
  });
  if (error)
    return (
      <main>
        <CouldNotRead error={error} onRetry={() => void refetch()} />
      </main>
    );
  const mailbox = data?.mailbox;

  async function more(after: string | null | undefined) {
    await fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { mailbox: next } }) => ({
        mailbox: next && {
          ...next,
          nodes: [...(before.mailbox?.nodes ?? []), ...next.nodes],
        },
      }),
    });
  }

  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1>{t("title")}</h1>
        <Button busy={loading} onClick={() => void refetch()}>
          {t("reload")}
        </Button>
      </div>
      <p>{t("intro")}</p>
      {!data && <Loading />}
      {data && !mailbox && <p>{t("none")}</p>}
      {mailbox && mailbox.nodes.length === 0 && (
        <Empty title={t("empty.title")}>{t("empty.text")}</Empty>
      )}
      {mailbox && <Letters mailbox={mailbox} />}
      {mailbox?.pageInfo.hasNextPage && (
        <Button onClick={() => void more(mailbox.pageInfo.endCursor)}>
          {t("older")}
        </Button>
      )}
      <p>
        <ButtonLink to="/">{t("back")}</ButtonLink>
      </p>
    </main>
  );
}

function Letters({ mailbox }: { mailbox: Mailbox }) {
  const { t } = useTranslation("mailbox");
  const now = useNow();
  const { moment } = useDates(now);
  return (
    <ul className={styles.list}>
      {mailbox.nodes.map((letter, place) => (
        <li key={`${letter.at}-${String(place)}`}>
          <details className={styles.letter}>
            <summary>
              <strong>{letter.subject}</strong>
              <span className={styles.meta}>
                {t("to", { address: letter.to })} ·{" "}
                {moment(new Date(letter.at))}
              </span>
            </summary>
            <p className={styles.text}>
              <WithLinks text={letter.text} />
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** The addresses in a text as links; all else stays text. */
function WithLinks({ text }: { text: string }) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, place) => (
      <Fragment key={place}>
        {/^https?:\/\//.test(part) ? <a href={part}>{part}</a> : part}
      </Fragment>
    ));
}
