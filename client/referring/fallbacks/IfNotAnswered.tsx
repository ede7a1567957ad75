// Beside what is waited for: what happens if nobody answers, who is told and when, and the list that then moves by itself.
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { NotSaved } from "../../app/errors/NotSaved.js";
import { PlaceButton } from "../../app/live/PlaceButton.js";
import { referralPath } from "../../app/shell/referral-path.js";
import { Button, ButtonLink } from "../../design/Button.js";
import { ConfirmDialog } from "../../design/ConfirmDialog.js";
import { useDates } from "../../design/dates.js";
import { Note } from "../../design/Note.js";
import type {
  LiveReferralFragment,
  ServiceArea,
} from "../../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../../graphql/use-verb.js";
import { searchOf } from "../../search/index.js";
import { FallbackDialog } from "./FallbackDialog.js";
import { SendFallbackNow } from "./fallbacks.documents.js";
import styles from "./Fallbacks.module.css";
import { FallbackSteps } from "./FallbackSteps.js";
import { type Listed, toCome, useFallbacks } from "./use-fallbacks.js";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
  /** Of its service, where somebody may look further. */
  area?: ServiceArea;
  /** Where it went is shown on the spot, not on its page. */
  staysHere?: boolean;
}

export function IfNotAnswered(props: Props) {
  const { referral, now, area, staysHere = false } = props;
  const { t } = useTranslation("fallbacks");
  const { moment } = useDates(now);
  const { listed, hasFailed } = useFallbacks(referral.id);
  const [asking, setAsking] = useState<"plan" | "now" | null>(null);
  const next = toCome(listed);
  const escalatesAt = listed?.escalatesAt ? new Date(listed.escalatesAt) : null;
  const waits = referral.status === "WAITLISTED";
  return (
    <>
      <h2>{t(waits ? "ifWaits" : "ifNot")}</h2>
      {/* nothing is said of a list that is not read yet */}
      {waits || listed ? (
        <p>
          {t(waits ? "ifWaitsText" : next.length > 0 ? "moves" : "expires")}
          {listed?.viewerCanPlanFallbacks &&
            !waits &&
            next.length === 0 &&
            ` ${t("mayPlan")}`}
        </p>
      ) : (
        <p aria-busy="true">{hasFailed ? "" : t("reading")}</p>
      )}
      {next.length > 0 && <FallbackSteps steps={next} />}
      {escalatesAt && referral.priority === "EMERGENCY" && (
        <p>
          {t(escalatesAt > now ? "escalates" : "escalated", {
            moment: moment(escalatesAt),
          })}
        </p>
      )}
      {listed?.viewerCanPlanFallbacks && (
        <div className={styles.ways} data-print="no">
          {next.length > 0 && (
            <PlaceButton
              icon="send"
              kind={referral.priority === "EMERGENCY" ? "primary" : "plain"}
              onClick={() => setAsking("now")}
            >
              {t("sendNow")}
            </PlaceButton>
          )}
          <Button onClick={() => setAsking("plan")}>
            {t(next.length > 0 ? "change" : "set")}
          </Button>
        </div>
      )}
      {listed && next.length === 0 && area && (
        <ButtonLink to={searchOf(area)} kind="quiet" data-print="no">
          {t("search")}
        </ButtonLink>
      )}
      {asking === "plan" && listed && (
        <FallbackDialog listed={listed} onClose={() => setAsking(null)} />
      )}
      {asking === "now" && listed && (
        <SendNowDialog
          {...{ referral, listed, staysHere }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface SendNowProps extends Pick<Props, "referral" | "staysHere"> {
  listed: Listed;
  onClose(): void;
}

function SendNowDialog(props: SendNowProps) {
  const { referral, listed, staysHere, onClose } = props;
  const { t } = useTranslation("fallbacks");
  const navigate = useNavigate();
  const [run, isSending] = useVerb(SendFallbackNow);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const key = useRef(crypto.randomUUID());
  // what stood there when she decided
  const [ifVersion] = useState(listed.fallbackPlan?.version ?? 0);
  const [first] = useState(toCome(listed)[0]?.service ?? null);

  async function confirm() {
    const { data, failure: nothing = null } = await run({
      input: { referralId: referral.id, ifVersion, requestKey: key.current },
    });
    setFailure(nothing);
    const answer = data?.sendFallbackNow;
    if (answer?.__typename !== "Referral")
      return setSaid(answer?.message ?? null);
    onClose();
    if (!staysHere) void navigate(referralPath(answer.number));
  }

  return (
    <ConfirmDialog
      question={t("now.question")}
      verb={t("now.verb")}
      busy={isSending || said !== null}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>
        {t("now.text", {
          partner: referral.partner.name,
          next: first ? `${first.name}, ${first.partner.shortName}` : "",
        })}
      </p>
      {said && (
        <Note tone="warn" icon="warning" role="alert">
          {said}
        </Note>
      )}
      <NotSaved failure={failure} onRetry={() => void confirm()} />
    </ConfirmDialog>
  );
}
