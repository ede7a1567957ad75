// What the card is good for, or why it is not, told so that it is seen from an arm's length.
import { useTranslation } from "react-i18next";

import { referralPath } from "../app/shell/referral-path.js";
import { Button, ButtonLink } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import type { AtTheDoorFragment } from "../graphql/generated/graphql.js";
import styles from "./Door.module.css";
import type { Answer } from "./use-card.js";

interface Props {
  answer: Answer;
  isPending: boolean;
  onUse(): void;
  onNext(): void;
}

export function CardAnswer({ answer, isPending, onUse, onNext }: Props) {
  const { t } = useTranslation("door");
  const { moment } = useDates(useNow());
  const { referral } = answer;
  const next = (
    <Button
      kind={answer.kind === "good" ? "plain" : "primary"}
      size="large"
      wide
      onClick={onNext}
    >
      {t("next")}
    </Button>
  );
  if (answer.kind === "refused")
    return (
      <div className={styles.answer}>
        <Note tone="danger" icon="warning" title={t("no")}>
          {t(`refusal.${answer.reason}`)}{" "}
          {answer.reason === "USED" &&
            referral?.redeemedAt &&
            t("usedAt", { when: moment(new Date(referral.redeemedAt)) })}
        </Note>
        {referral && <What referral={referral} />}
        {next}
        {referral && (
          <ButtonLink to={referralPath(referral.number)}>
            {t("open", { number: referral.number })}
          </ButtonLink>
        )}
      </div>
    );
  return (
    <div className={styles.answer}>
      <Note
        tone={answer.kind === "used" ? "ok" : "info"}
        icon={answer.kind === "used" ? "check" : "eye"}
        title={t(
          answer.kind === "good"
            ? "good"
            : answer.referral.status === "COMPLETED"
              ? "given"
              : "begun",
        )}
      >
        {t(answer.kind === "good" ? "goodText" : "usedText")}
      </Note>
      <What referral={answer.referral} />
      {answer.kind === "good" && (
        <Button
          kind="primary"
          icon="check"
          size="large"
          wide
          busy={isPending}
          onClick={onUse}
        >
          {t("use")}
        </Button>
      )}
      {next}
    </div>
  );
}

function What({ referral }: { referral: AtTheDoorFragment }) {
  const { t } = useTranslation("design");
  const { service, units, number } = referral;
  const unit = service.capacity?.unit;
  // one card is for now, however many there are in a month
  const what = unit === "TICKETS_MONTH" ? "TICKETS_EVENT" : unit;
  return (
    <p className={styles.what}>
      <strong>{service.name}</strong>
      <span>
        {what && `${t(`amount.${what}`, { count: units })}, `}
        {number}
      </span>
    </p>
  );
}
