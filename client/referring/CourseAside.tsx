// Beside the course: what the partner has seen, what only the coordinator sees, whom to call.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useLastShown, WhoLooked } from "../access-log/index.js";
import { FieldNames } from "../bases/index.js";
import { useDates } from "../design/dates.js";
import { Icon } from "../design/Icon.js";
import { isOver, partnerActed } from "./awaits.js";
import { ContactPersons } from "./ContactPersons.js";
import type { SentCourse } from "./course-query.js";
import styles from "./CourseAside.module.css";

interface Props {
  referral: SentCourse;
  now: Date;
}

export function CourseAside({ referral, now }: Props) {
  const { t } = useTranslation(["referring", "referrals"]);
  const { moment } = useDates(now);
  const { openedAt, ownReference } = referral;
  const shownAt = useLastShown(referral);
  const hasSeen = openedAt !== null || referral.timeline.some(partnerActed);
  const unopened = hasSeen
    ? "saw.acted"
    : isOver(referral.status)
      ? "saw.unopened"
      : "saw.notYet";
  return (
    <aside className={styles.aside}>
      <section>
        <h2>{t("contact.title")}</h2>
        <p>
          <strong>{referral.partner.name}</strong>
        </p>
        <ContactPersons partnerId={referral.partner.id} />
      </section>
      {/* what is not sent was shown to nobody */}
      {referral.status !== "DRAFT" && (
        <section>
          <h2>{t("saw.title")}</h2>
          <ul className={styles.saw}>
            <li>
              <Icon name={hasSeen ? "check" : "clock"} small />
              {openedAt
                ? t("saw.opened", { moment: moment(new Date(openedAt)) })
                : t(unopened)}
            </li>
            <li>
              <Icon name={shownAt ? "check" : "lock"} small />
              {referral.personFields.length > 0 ? (
                <span>
                  {shownAt
                    ? t("saw.shown", { moment: moment(shownAt) })
                    : t(
                        isOver(referral.status)
                          ? "saw.personWas"
                          : "saw.person",
                      )}{" "}
                  <FieldNames fields={referral.personFields} />
                </span>
              ) : (
                t("saw.contact")
              )}
            </li>
            <li>
              <Icon name="close" small />
              {t("saw.never")}
            </li>
          </ul>
        </section>
      )}
      {referral.keeping && (
        <section>
          <h2>{t("keeping.title")}</h2>
          <p>
            {referral.keeping.answer
              ? t(`referrals:keeping.kept.${referral.keeping.answer}`)
              : t("keeping.waiting")}
          </p>
        </section>
      )}
      {referral.viewerIsSender && (
        <section data-print="no">
          <h2>{t("own.title")}</h2>
          {!ownReference && !referral.case && <p>{t("own.nothing")}</p>}
          <dl>
            {ownReference && (
              <div>
                <dt>{t("own.note")}</dt>
                <dd>{ownReference}</dd>
              </div>
            )}
            {referral.case && (
              <div>
                <dt>{t("own.case")}</dt>
                <dd>
                  <Link to={`/sprawy/${referral.case.id}`}>
                    {referral.case.pseudonym}
                  </Link>
                </dd>
              </div>
            )}
          </dl>
          <h2>{t("own.looked")}</h2>
          <WhoLooked of={{ referralId: referral.id }} now={now} />
        </section>
      )}
    </aside>
  );
}
