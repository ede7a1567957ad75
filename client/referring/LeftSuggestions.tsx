// What was suggested for whose coordinator has left, and the tap that closes it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { graphql } from "../graphql/generated/gql.js";
import type { LeftSuggestion } from "./left-suggestions.js";
import styles from "./LeftBehindPage.module.css";

const CloseLeftSuggestion = graphql(`
  mutation CloseLeftSuggestion($input: DeclineSuggestionInput!) {
    outcome: declineSuggestion(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

interface Props {
  suggested: readonly LeftSuggestion[];
}

export function LeftSuggestions({ suggested }: Props) {
  const { t } = useTranslation("referring");
  const [closing, setClosing] = useState<string | null>(null);
  const asked = useAsk(CloseLeftSuggestion);
  if (suggested.length === 0) return null;

  async function close(suggestionId: string) {
    const outcome = await asked.run({ input: { suggestionId } });
    // the log tells of it, and the list is read anew
    if (outcome?.__typename === "ServiceSuggestion") setClosing(null);
  }

  return (
    <section className={styles.suggested}>
      <h2>{t("leftBehind.suggestions")}</h2>
      <p className={styles.about}>{t("leftBehind.suggestionsMean")}</p>
      <ul className={styles.list}>
        {suggested.map(({ id, number, partner, service }) => (
          <li key={id} className={styles.head}>
            <span>
              <strong>{service ?? t("suggestion.gone")}</strong>
              <span className={styles.about}>
                {" "}
                {partner} · {number}
              </span>
            </span>
            <span data-print="no">
              <Button size="small" onClick={() => setClosing(id)}>
                {t("leftBehind.close")}
              </Button>
            </span>
            {closing === id && (
              <ConfirmDialog
                question={t("leftBehind.closeQuestion")}
                verb={t("leftBehind.closeVerb")}
                busy={asked.isPending}
                onConfirm={() => void close(id)}
                onClose={() => setClosing(null)}
              >
                <p>{t("leftBehind.closeMeans")}</p>
                <ProblemNotice problem={asked.wrong} />
                <NotSaved failure={asked.failure} />
              </ConfirmDialog>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
