// "Umowy" of one partner: kind and number, part in the protection of data, from when to when, how soon it answers, and its state.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Card } from "../design/Card.js";
import { withoutReferrals } from "./choices.js";
import { leavingOf, spanOf } from "./leaving.js";
import type { PartnerAgreement } from "./partner-agreements.js";
import { usePartnerAgreements } from "./partner-agreements.js";
import styles from "./PartnerAgreements.module.css";
import { StateTag } from "./StateTag.js";
import { useSpan } from "./use-span.js";

export function PartnerAgreementsCard({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("agreements");
  const viewer = useViewer();
  const partner = usePartnerAgreements(partnerId);
  if (!partner) return null;
  const { agreements } = partner;
  const seesHistory =
    holdsAny(viewer, ["OUS", "DIRECTOR"]) || viewer.partner.id === partnerId;
  return (
    <Card
      title={t("card.title")}
      aside={
        seesHistory && (
          <Link to={`/umowy?partner=${partnerId}`}>{t("card.history")}</Link>
        )
      }
    >
      {agreements.length === 0 ? (
        <p>{t("card.none")}</p>
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{t("card.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("card.agreement")}</th>
              <th scope="col">{t("card.span")}</th>
              <th scope="col">{t("card.answers")}</th>
              <th scope="col">{t("card.state")}</th>
            </tr>
          </thead>
          <tbody>
            {agreements.map((agreement) => (
              <AgreementLine
                key={agreement.id}
                agreement={agreement}
                partnerId={partnerId}
              />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

interface LineProps {
  agreement: PartnerAgreement;
  partnerId: string;
}

function AgreementLine({ agreement, partnerId }: LineProps) {
  const { t } = useTranslation("agreements");
  const span = useSpan();
  const viewer = useViewer();
  const { id, number, title, kind, dataRole, parties } = agreement;
  const answers = !withoutReferrals.includes(kind);
  // the representative of residents has no page of agreements
  const mayOpen = viewer.roles.some((role) => role !== "RESIDENT_REP");
  return (
    <tr>
      <td>
        {mayOpen ? <Link to={`/umowy/${id}`}>{title}</Link> : title}
        <p className={styles.more}>
          {t("card.what", { number, kind: t(`agreementKind.${kind}`) })}
          {parties.length > 2 &&
            `, ${t("card.parties", { count: parties.length })}`}
        </p>
        <p className={styles.more}>{t(`dataRole.${dataRole}`)}</p>
      </td>
      <td>{span(spanOf(agreement, partnerId))}</td>
      <td className={answers ? undefined : styles.empty}>
        {!answers ? "–" : <AnswerLines times={agreement.responseTimes} />}
      </td>
      <td>
        <StateTag
          agreement={agreement}
          leaving={leavingOf(agreement, partnerId)}
        />
      </td>
    </tr>
  );
}

function AnswerLines({ times }: { times: PartnerAgreement["responseTimes"] }) {
  const { t } = useTranslation("agreements");
  return (
    <ul>
      {times.map(({ priority, amount, unit }) => (
        <li key={priority}>
          {t("does.answer", {
            priority: t(`priority.${priority}`),
            time: t(`time.${unit}`, { count: amount }),
          })}
        </li>
      ))}
    </ul>
  );
}
