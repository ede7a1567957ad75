// What the partner suggests for the same person: the coordinator refers with a form that is filled in, or says why not.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useOnReferral } from "../app/live/use-live.js";
import { referralPath } from "../app/shell/referral-path.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { graphql } from "../graphql/generated/gql.js";
import type { SuggestionOnCourseFragment } from "../graphql/generated/graphql.js";
import { Course, type SentCourse } from "./course-query.js";
import styles from "./OtherServices.module.css";
import { ReferDialog } from "./ReferDialog.js";

graphql(`
  fragment SuggestionOnCourse on ServiceSuggestion {
    id
    outcome
    reason
    declineReason
    viewerCanDecide
    referral {
      id
      number
    }
    service {
      ...ReferableService @unmask
    }
  }
`);

const DeclineSuggestion = graphql(`
  mutation DeclineSuggestion($input: DeclineSuggestionInput!) {
    outcome: declineSuggestion(input: $input) {
      __typename
      ... on ServiceSuggestion {
        ...SuggestionOnCourse @unmask
      }
      ...Told @unmask
    }
  }
`);

export function SuggestionsCard({ referral }: { referral: SentCourse }) {
  const { t } = useTranslation("referring");
  const client = useApolloClient();
  const [taken, setTaken] = useState<SuggestionOnCourseFragment | null>(null);
  const [declined, setDeclined] = useState<SuggestionOnCourseFragment | null>(
    null,
  );
  const { id, partner, suggestions } = referral;
  const readAnew = () => void client.refetchQueries({ include: [Course] });
  useOnReferral(({ referral: changed }) => {
    if (changed.id === id) readAnew();
  });
  if (suggestions.length === 0) return null;
  return (
    <section className={styles.others}>
      <h2>{t("suggestion.title", { partner: partner.shortName })}</h2>
      <ul>
        {suggestions.map((one) => (
          <li key={one.id}>
            <span className={styles.what}>
              <strong>{one.service?.name ?? t("suggestion.gone")}</strong>
              {one.reason && <span>{one.reason}</span>}
              {one.outcome && (
                <span>
                  {one.outcome === "DECLINED" && !one.declineReason
                    ? t("suggestion.declinedOnly")
                    : t(`suggestion.${one.outcome}`, {
                        reason: one.declineReason,
                      })}{" "}
                  {one.referral && (
                    <Link to={referralPath(one.referral.number)}>
                      {one.referral.number}
                    </Link>
                  )}
                </span>
              )}
            </span>
            {one.viewerCanDecide && (
              <span className={styles.ways} data-print="no">
                {one.service?.viewerCanRefer && (
                  <Button size="small" onClick={() => setTaken(one)}>
                    {t("suggestion.refer")}
                  </Button>
                )}
                <Button size="small" onClick={() => setDeclined(one)}>
                  {t("suggestion.decline")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {taken?.service && (
        <ReferDialog
          service={taken.service}
          suggestionId={taken.id}
          prefill={{
            caseId: referral.case?.id ?? null,
            ownReference: referral.ownReference,
            units: 1,
            priority: "STANDARD",
          }}
          onClose={() => {
            setTaken(null);
            readAnew();
          }}
        />
      )}
      {declined && (
        <DeclineDialog
          suggestion={declined}
          isErased={Boolean(referral.case?.identityErasedAt)}
          onClose={() => setDeclined(null)}
        />
      )}
    </section>
  );
}

interface DialogProps {
  suggestion: SuggestionOnCourseFragment;
  /** Of whom nothing is kept nothing more is written. */
  isErased: boolean;
  onClose(): void;
}

function DeclineDialog({ suggestion, isErased, onClose }: DialogProps) {
  const { t } = useTranslation("referring");
  const decline = useAsk(DeclineSuggestion);
  return (
    <AskDialog
      title={t("suggestion.declineTitle")}
      verb={t("suggestion.declineVerb")}
      asked={decline}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await decline.run({
          input: {
            suggestionId: suggestion.id,
            reason: isErased ? null : textIn(form, "reason").trim(),
          },
        });
        if (outcome?.__typename === "ServiceSuggestion") onClose();
      }}
    >
      {isErased ? (
        <p>{t("suggestion.erased")}</p>
      ) : (
        <TextField
          label={t("suggestion.why")}
          hint={t("suggestion.whyHint")}
          name="reason"
          required
          minLength={3}
          maxLength={200}
          autoComplete="off"
          error={decline.errorAt("reason")}
        />
      )}
    </AskDialog>
  );
}
