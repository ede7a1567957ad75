// The parties of an agreement and what each has said so far; what came on paper is noted here by the organiser.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { phoneInGroups } from "../design/phone.js";
import { Tag } from "../design/Tag.js";
import type { Agreement } from "./AgreementPage.js";
import styles from "./Agreements.module.css";
import { leavingOf } from "./leaving.js";
import { SignDialog } from "./SignDialog.js";
import { useDay } from "./use-span.js";
import { YesDialog } from "./YesDialog.js";

type Person = NonNullable<
  NonNullable<Agreement["terms"]>["parties"][number]["turnTo"]
>;

/** Whom the others turn to about this agreement, and who stands in while she is away. */
function Contact({ person }: { person: Person }) {
  const { t } = useTranslation("agreements");
  const { name, position, workEmail, workPhone, awayNow, substitute } = person;
  return (
    <p className={styles.muted}>
      {t("contactIs", { who: [name, position].filter(Boolean).join(", ") })}
      {workEmail && (
        <>
          {", "}
          <a href={`mailto:${workEmail}`}>{workEmail}</a>
        </>
      )}
      {workPhone && (
        <>
          {", "}
          <a href={`tel:${workPhone}`}>{phoneInGroups(workPhone)}</a>
        </>
      )}
      {awayNow &&
        ` · ${substitute ? t("contactAway", { name: substitute.name }) : t("contactAwayNobody")}`}
    </p>
  );
}

type Party = Pick<Agreement["parties"][number], "id" | "shortName">;

interface Props {
  agreement: Agreement;
  onMoved(): void;
}

export function AgreementParties({ agreement, onMoved }: Props) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const { status, viewerCan, terms } = agreement;
  const [signing, setSigning] = useState<string | null>(null);
  const [agreeing, setAgreeing] = useState<Party | null>(null);
  const notesPaper = viewerCan.includes("NOTE_PAPER");
  if (!terms)
    return (
      <section className={styles.card}>
        <h2>{t("parties")}</h2>
        <ul className={styles.rows}>
          {agreement.parties.map(({ id, name }) => {
            const leaving = leavingOf(agreement, id);
            return (
              <li key={id}>
                <span className={styles.what}>{name}</span>
                {leaving && (
                  <Tag>{t("left", { day: day(leaving.leftOn) })}</Tag>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    );
  return (
    <section className={styles.card}>
      <h2>{t("parties")}</h2>
      <ul className={styles.rows}>
        {terms.parties.map((party) => {
          const { partner, signedOn, agreedOn, leftOn, turnTo } = party;
          const { onBehalfReason: reason, signatureNotedOn: noted } = party;
          const leaving = leavingOf(agreement, partner?.id ?? "");
          if (!partner) return null;
          const { id, name, shortName } = partner;
          const mayNote = notesPaper && leftOn === null;
          return (
            <li key={id}>
              <div className={styles.what}>
                <strong>{name}</strong>
                {turnTo && !leaving?.hasLeft && <Contact person={turnTo} />}
                {signedOn && party.signatoryName && (
                  <p className={styles.muted}>
                    {party.signatoryName}, {party.authority}
                    {party.signatureKind &&
                      ` · ${t(`signature.${party.signatureKind}`)}`}
                  </p>
                )}
                {reason && agreedOn && (
                  <p className={styles.muted}>
                    {t("yes.told", { day: day(agreedOn), reason })}
                  </p>
                )}
                {party.leaveReason && (
                  <p className={styles.muted}>
                    {t("leftBecause", { reason: party.leaveReason })}
                  </p>
                )}
                {noted && (
                  <p className={styles.muted}>
                    {t("sign.told", { day: day(noted) })}
                  </p>
                )}
              </div>
              {leftOn ? (
                <Tag>{t("left", { day: day(leftOn) })}</Tag>
              ) : signedOn ? (
                <Tag tone="ok" icon="check">
                  {t("signed", { day: day(signedOn) })}
                </Tag>
              ) : agreedOn ? (
                <Tag tone="info">{t("agreed", { day: day(agreedOn) })}</Tag>
              ) : (
                <Tag tone="outline">{t("waiting")}</Tag>
              )}
              {mayNote && status === "IN_NEGOTIATION" && agreedOn === null && (
                <Button
                  size="small"
                  aria-label={t("noteYesOf", { name: shortName })}
                  onClick={() => setAgreeing(partner)}
                >
                  {t("noteYes")}
                </Button>
              )}
              {mayNote && status === "AGREED" && signedOn === null && (
                <Button
                  size="small"
                  aria-label={t("noteSignatureOf", { name: shortName })}
                  onClick={() => setSigning(id)}
                >
                  {t("noteSignature")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {agreeing && (
        <YesDialog
          agreement={agreement}
          party={agreeing}
          onClose={() => setAgreeing(null)}
          onSaid={() => {
            setAgreeing(null);
            onMoved();
          }}
        />
      )}
      {signing && (
        <SignDialog
          agreement={agreement}
          revision={agreement.revision}
          partnerId={signing}
          onClose={() => setSigning(null)}
          onSigned={() => {
            setSigning(null);
            onMoved();
          }}
        />
      )}
    </section>
  );
}
