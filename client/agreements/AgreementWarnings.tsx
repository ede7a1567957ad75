// The first thing on a partner's page: where nobody can be referred any more, and where that will be so soon.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { Note } from "../design/Note.js";
import { endsSoon } from "./choices.js";
import { leavingOf } from "./leaving.js";
import type {
  PartnerAgreement,
  PartnerAgreements,
} from "./partner-agreements.js";
import { usePartnerAgreements } from "./partner-agreements.js";
import { useOpenWords } from "./use-open-words.js";
import { useDay } from "./use-span.js";

/** These lie in the service itself, not in what stands between the centre and the partner. */
const OF_SERVICE = ["SERVICE_NOT_ACTIVE", "NOT_FOR_RESIDENTS"];

export function AgreementWarnings({ partnerId }: { partnerId: string }) {
  const partner = usePartnerAgreements(partnerId);
  if (!partner) return null;
  return (
    <>
      {[...blockedOf(partner)].map(([why, services]) => (
        <Blocked
          key={why}
          why={why}
          services={services}
          // the sentence names it
          agreement={partner.agreements.find(({ number }) =>
            why.includes(` ${number} `),
          )}
        />
      ))}
      {partner.agreements
        .filter((one) => endsSoon(one) && !leavingOf(one, partnerId)?.hasLeft)
        .map((agreement) => (
          <Ending key={agreement.id} agreement={agreement} partner={partner} />
        ))}
    </>
  );
}

/** How many services each sentence of the graph concerns. */
function blockedOf({ services }: PartnerAgreements): Map<string, number> {
  const blocked = new Map<string, number>();
  for (const { referralObstacle, referralObstacleText: why } of services)
    if (referralObstacle && why && !OF_SERVICE.includes(referralObstacle))
      blocked.set(why, (blocked.get(why) ?? 0) + 1);
  return blocked;
}

interface BlockedProps {
  why: string;
  services: number;
  agreement: PartnerAgreement | undefined;
}

function Blocked({ why, services, agreement }: BlockedProps) {
  const { t } = useTranslation("agreements");
  const { owed } = useOpenWords();
  const open = agreement?.openReferrals;
  return (
    <Note
      tone="danger"
      icon="warning"
      title={t("warning.blocked", { count: services })}
      actions={
        agreement && (
          <Link to={`/umowy/${agreement.id}#uruchamia`}>
            {t("warning.look", { number: agreement.number })}
          </Link>
        )
      }
    >
      {why} {open && owed(open)}
    </Note>
  );
}

interface EndingProps {
  agreement: PartnerAgreement;
  partner: PartnerAgreements;
}

function Ending({ agreement, partner }: EndingProps) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const { count, owed } = useOpenWords();
  const { id, number, validTo, endsInDays, openReferrals: open } = agreement;
  if (validTo === null || endsInDays === null) return null;
  const referable = partner.services.filter(
    ({ referralObstacle }) => referralObstacle === null,
  );
  const last = referable.filter(({ referableTo }) => referableTo === validTo);
  if (referable.length === 0) return null;
  return (
    <Note
      tone="warn"
      icon="clock"
      title={
        endsInDays === 0
          ? t("warning.lastDay", { number })
          : t("warning.ends", { number, day: day(validTo), count: endsInDays })
      }
      actions={
        <Link
          to={`/umowy/${id}#uruchamia`}
          aria-label={t("warning.whatOf", { number })}
        >
          {t("warning.what")}
        </Link>
      }
    >
      {last.length === 0 ? (
        t("warning.goesOn")
      ) : (
        <>
          {t("warning.after", { count: last.length })}
          {open && open.referrals !== 0 && (
            <>
              {" "}
              {t("warning.open", { referrals: count(open.referrals) })}{" "}
              {owed(open)}
            </>
          )}
        </>
      )}
    </Note>
  );
}
