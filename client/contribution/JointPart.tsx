// What the organisation did together with others: its part in joint actions, and the meetings where it was.
import { useTranslation } from "react-i18next";

import type { ShownContribution } from "./contribution.documents.js";
import styles from "./Contribution.module.css";

export function JointPart({
  contribution: { actions, meetings, meetingsAttended },
}: {
  contribution: ShownContribution;
}) {
  const { t } = useTranslation("contribution");
  return (
    <section className={styles.shared}>
      <h2>{t("shared.title")}</h2>
      {actions.length === 0 ? (
        <p>{t("shared.none")}</p>
      ) : (
        <ul>
          {actions.map(({ title, networkName, part }) => (
            <li key={`${networkName} ${title}`}>
              <strong>{title}</strong>
              <span>
                {t("shared.part", {
                  part: t(`shared.as.${part}`),
                  network: networkName,
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        {meetings === 0
          ? t("shared.noMeeting")
          : t("shared.meetings", {
              attended: meetingsAttended,
              held: meetings,
            })}
      </p>
    </section>
  );
}
