// One organisation is asked whether its numbers are still true: once a day, by mail with a link that answers for all of them.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import styles from "./ServiceTable.module.css";

const Ask = graphql(`
  mutation AskToConfirm($input: AskToConfirmInput!) {
    outcome: askToConfirm(input: $input) {
      __typename
      ... on ConfirmationAsked {
        askedAt
      }
      ...Told @unmask
    }
  }
`);

interface Props {
  partner: { id: string; shortName: string };
}

export function AskToConfirm({ partner }: Props) {
  const { t } = useTranslation("board");
  const { moment } = useDates(useNow());
  const asking = useAsk(Ask);
  const [askedAt, setAskedAt] = useState<string | null>(null);

  async function ask() {
    const outcome = await asking.run({ input: { partnerId: partner.id } });
    if (outcome?.__typename === "ConfirmationAsked")
      setAskedAt(outcome.askedAt);
  }

  return (
    <div className={styles.ask}>
      {askedAt === null ? (
        <Button
          size="small"
          busy={asking.isPending}
          aria-label={t("ask.of", { partner: partner.shortName })}
          onClick={() => void ask()}
        >
          {t("ask.do")}
        </Button>
      ) : (
        <p role="status">
          {t("ask.done", { moment: moment(new Date(askedAt)) })}
        </p>
      )}
      {asking.wrong && <p role="alert">{asking.wrong.message}</p>}
      <NotSaved failure={asking.failure} />
    </div>
  );
}
