// Who the person is, while it may be shown; how long it still may is said in words and announced once before the end.
import { useTranslation } from "react-i18next";

import styles from "./Cases.module.css";
import { type Identity, written } from "./identity.js";

interface Props {
  identity: Identity;
  minutes: number;
}

export function ShownIdentity({ identity, minutes }: Props) {
  const { t } = useTranslation("cases");
  const left = t("show.left", { count: minutes });
  return (
    <div data-print="no">
      <dl className={styles.facts}>
        {written.map((name) => {
          const text = identity[name];
          return text ? (
            <div key={name}>
              <dt>
                {name === "contact" && identity.contactKind
                  ? t(`contactKind.${identity.contactKind}`)
                  : t(`identity.${name}`)}
              </dt>
              <dd>{text}</dd>
            </div>
          ) : null;
        })}
      </dl>
      <p className={styles.onRecord}>{left}</p>
      <p role="status" className="visually-hidden">
        {minutes === 1 && left}
      </p>
    </div>
  );
}
