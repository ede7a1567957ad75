// "Z kim się umówić": behind dots until somebody says what for, for ten minutes, and gone at once with the right to see it.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { FieldNames, type Told, ToldPerson } from "../bases/index.js";
import { Button } from "../design/Button.js";
import { Icon } from "../design/Icon.js";
import { useShown } from "../design/use-shown.js";
import type {
  LiveReferralFragment,
  SightPurpose,
} from "../graphql/generated/graphql.js";
import styles from "./PersonCard.module.css";
import { ShowPerson } from "./referrals.documents.js";

const purposes = [
  "CONTACT",
  "ARRANGING",
] as const satisfies readonly SightPurpose[];

export function PersonCard({ referral }: { referral: LiveReferralFragment }) {
  const { t } = useTranslation(["referrals", "bases"]);
  // what is answered is nobody's but this card's
  const asked = useAsk(ShowPerson, false);
  const look = useShown<Told>();
  const [asksWhy, setAsksWhy] = useState(false);
  const { id: referralId, viewerCanShowPerson: mayLook } = referral;
  const { hide } = look;
  // withdrawn, ended or run out while it stood on the screen
  useEffect(() => {
    if (!mayLook) hide();
  }, [mayLook, hide]);

  async function show(purpose: SightPurpose) {
    const outcome = await asked.run({ input: { referralId, purpose } });
    if (outcome?.__typename !== "ToldPerson") return;
    setAsksWhy(false);
    look.begin(
      outcome.told,
      Date.parse(outcome.until) - Date.parse(outcome.at),
    );
  }

  const shown = mayLook ? look.shown : null;
  return (
    <section className={styles.person} aria-labelledby="osoba">
      <h2 id="osoba">{t("person.title")}</h2>
      {shown ? (
        <ToldPerson told={shown} minutes={look.minutes} />
      ) : mayLook ? (
        <>
          <p>
            <span aria-hidden>•••••• ••• ••• </span>
            <span className={styles.muted}>
              <FieldNames fields={referral.personFields} />
            </span>
          </p>
          <p className={styles.onRecord}>
            <Icon name="lock" /> {t("bases:told.onRecord")}
          </p>
        </>
      ) : (
        <p className={styles.muted}>{t("person.notNow")}</p>
      )}
      <p role="status" className="visually-hidden">
        {look.wasHidden && t("bases:told.hidden")}
      </p>
      {asksWhy && !shown && mayLook && (
        <p>
          <strong>{t("person.why")}</strong>
        </p>
      )}
      {asksWhy && !shown && <ProblemNotice problem={asked.wrong} />}
      <NotSaved failure={asked.failure} />
      {mayLook && (
        <div className={styles.verbs} data-print="no">
          {shown ? (
            <Button onClick={hide}>{t("bases:told.hide")}</Button>
          ) : asksWhy ? (
            purposes.map((purpose) => (
              <Button
                key={purpose}
                kind="primary"
                busy={asked.isPending}
                onClick={() => void show(purpose)}
              >
                {t(`person.purpose.${purpose}`)}
              </Button>
            ))
          ) : (
            <Button icon="eye" onClick={() => setAsksWhy(true)}>
              {t("bases:told.show")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
