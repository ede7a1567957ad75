// "Dane osoby": behind dots until the coordinator says what she looks for, and again after ten minutes.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { Icon } from "../design/Icon.js";
import { useShown } from "../design/use-shown.js";
import type { ShownCase } from "./CasePage.js";
import styles from "./Cases.module.css";
import { CorrectDialog } from "./CorrectDialog.js";
import type { Identity } from "./identity.js";
import { LookDialog } from "./LookDialog.js";
import { ShownIdentity } from "./ShownIdentity.js";

interface Props {
  one: ShownCase;
  /** Somebody looked: it stands in the list of looks now. */
  onLook(): void;
}

export function IdentityCard({ one, onLook }: Props) {
  const { t } = useTranslation("cases");
  const look = useShown<Identity>();
  const [opens, setOpens] = useState<"look" | "correct" | null>(null);
  const { identityVersion: version, identityErasedAt, closedOn } = one;
  const isKept = version !== null;
  const close = () => setOpens(null);

  const showButton = (
    <Button icon="eye" onClick={() => setOpens("look")}>
      {t("show.open")}
    </Button>
  );
  const correctButton = closedOn === null && !identityErasedAt && (
    <Button onClick={() => setOpens("correct")}>
      {t(isKept ? "correct.open" : "correct.first")}
    </Button>
  );
  return (
    <Card
      title={t("identity.title")}
      foot={
        isKept && !look.shown ? (
          showButton
        ) : (
          <>
            {look.shown && (
              <Button onClick={look.hide}>{t("show.hide")}</Button>
            )}
            {correctButton}
          </>
        )
      }
    >
      {isKept && look.shown ? (
        <ShownIdentity identity={look.shown} minutes={look.minutes} />
      ) : isKept ? (
        <>
          <dl className={styles.facts} aria-hidden>
            <dt>{t("identity.name")}</dt>
            <dd>••••••</dd>
            <dt>{t("identity.contact")}</dt>
            <dd>••• ••• •••</dd>
          </dl>
          <p className={styles.onRecord}>
            <Icon name="lock" /> {t("show.onRecord")}
          </p>
        </>
      ) : (
        <p className={styles.muted}>
          {t(identityErasedAt ? "identity.erased" : "identity.none")}
        </p>
      )}
      <p role="status" className="visually-hidden">
        {look.wasHidden && t("show.wasHidden")}
      </p>
      {opens === "look" && (
        <LookDialog
          caseId={one.id}
          onClose={close}
          onShown={(identity, lastsMs) => {
            look.begin(identity, lastsMs);
            close();
            onLook();
          }}
        />
      )}
      {opens === "correct" && (!isKept || look.shown) && (
        <CorrectDialog
          caseId={one.id}
          version={version ?? 0}
          known={look.shown ?? undefined}
          onClose={close}
          onCorrected={(identity) => {
            if (isKept) look.replace(identity);
            close();
          }}
        />
      )}
    </Card>
  );
}
